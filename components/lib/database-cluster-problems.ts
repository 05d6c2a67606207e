import { SERVERLESS_CLASS, type ServerlessCapacity } from "./database-cluster.ts";
import type { Problem } from "./problems.ts";

/** Bounds of Aurora Serverless v2, in capacity units; pausing at 0 would cut off replication and proxy. */
const UNITS = { least: 0.5, most: 256, step: 0.5 } as const;
/** Aurora has memory-optimized classes, and burstable ones for tests. */
const CLASS = /^db\.(?:serverless|(?:r[5-9]|x2)[a-z]*\.[a-z0-9]+|t(?:3|4g)\.(?:medium|large))$/u;

/** What a person may say of the cluster. */
export interface ClusterRequest {
  readonly instanceClass: string;
  readonly capacity?: ServerlessCapacity;
  readonly storageGiB?: number;
  readonly maximumStorageGiB?: number;
}

/** A class, a capacity or zones that Aurora does not take, or storage, which Aurora provides by itself. `replicated`: the cluster is part of a global database. */
export function clusterProblems(argument: string, request: ClusterRequest, zones: readonly string[] | undefined, replicated: boolean): readonly Problem[] {
  return [
    ...classProblems(`${argument}.instanceClass`, request.instanceClass, replicated),
    ...(request.capacity === undefined ? [] : capacityProblems(`${argument}.capacity`, request.capacity, request.instanceClass)),
    ...([["storageGiB", request.storageGiB], ["maximumStorageGiB", request.maximumStorageGiB]] as const).flatMap(([field, value]) => (value === undefined ? [] : [{
      argument: `${argument}.${field}`, value, allowed: "nothing, as the storage of Aurora grows by itself", change: "Remove it, or choose another engine",
    }])),
    ...(new Set(zones).size < 2 ? [{
      argument: "zones", value: zones ?? null, allowed: "two zones or more, in which the instances of an Aurora cluster lie apart", change: "Give the zones of the isolated subnets",
    }] : []),
  ];
}

/** Capacity given to a database that does not scale. */
export function capacityOfInstanceProblems(argument: string, engine: string, capacity: ServerlessCapacity | undefined): readonly Problem[] {
  return capacity === undefined ? [] : [{ argument: `${argument}.capacity`, value: capacity, allowed: `nothing, as the engine is ${engine}`, change: "Remove it, or choose aurora-postgresql" }];
}

function classProblems(argument: string, instanceClass: string, replicated: boolean): readonly Problem[] {
  if (!CLASS.test(instanceClass)) {
    return [{
      argument, value: instanceClass, allowed: `${SERVERLESS_CLASS}, a memory-optimized class such as db.r7g.large, or db.t4g.medium`, change: "Give a class of Aurora PostgreSQL",
    }];
  }
  return replicated && instanceClass.startsWith("db.t") ? [{
    argument, value: instanceClass, allowed: `${SERVERLESS_CLASS} or a memory-optimized class such as db.r7g.large: a global database takes no burstable ones`, change: `Use ${SERVERLESS_CLASS} where cost decides`,
  }] : [];
}

function capacityProblems(argument: string, { minimumUnits, maximumUnits }: ServerlessCapacity, instanceClass: string): readonly Problem[] {
  if (instanceClass !== SERVERLESS_CLASS) {
    return [{ argument, value: { minimumUnits, maximumUnits }, allowed: `nothing, as ${instanceClass} does not scale`, change: `Remove it, or use the class ${SERVERLESS_CLASS}` }];
  }
  const inSteps = [minimumUnits, maximumUnits].every((units) => Number.isInteger(units / UNITS.step) && units >= UNITS.least && units <= UNITS.most);
  return inSteps && maximumUnits >= minimumUnits && maximumUnits >= 1 ? [] : [{
    argument, value: { minimumUnits, maximumUnits },
    allowed: `units from ${String(UNITS.least)} to ${String(UNITS.most)} in steps of ${String(UNITS.step)}, the maximum 1 or more and not below the minimum`, change: "Give what the busiest hour needs as the maximum",
  }];
}
