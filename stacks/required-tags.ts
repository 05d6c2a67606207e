import type { PlatformConfig } from "./config.ts";

/** The tags that every resource carries (S4-75 to S4-79); nodes and volumes that AWS starts get the same. */
export function requiredTags({ environment, owner }: Pick<PlatformConfig, "environment" | "owner">): Record<string, string> {
  return { Environment: environment, Application: "Healthcare System", Owner: owner, ManagedBy: "Pulumi", Compliance: "HIPAA" };
}
