import type { DatabaseSettings } from "../../../components/phi-data-store/index.ts";

/** Settings of a cluster that are accepted, with zones for its instances. */
export const aurora = { engine: "aurora-postgresql", instanceClass: "db.r7g.large" } as const satisfies DatabaseSettings;
export const serverless = { engine: "aurora-postgresql", instanceClass: "db.serverless" } as const satisfies DatabaseSettings;
export const zones = ["us-east-1a", "us-east-1b", "us-east-1c"];
