import { replicaNames, storeNames } from "../components/index.ts";
import type { Place } from "./foundation.ts";
import { DrMode } from "./recovery-objectives.ts";

/** Names of the buckets that hold PHI: the store's own and, but for `dr.mode` backup, its replica in the recovery region. */
export function phiBuckets({ config, deployment }: Pick<Place, "config" | "deployment">): string[] {
  const { bucket } = storeNames(deployment);
  return config.dr.mode === DrMode.Backup ? [bucket] : [bucket, replicaNames(deployment).bucket];
}
