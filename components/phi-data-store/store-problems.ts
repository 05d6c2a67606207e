import { bucketNameProblems, evidenceRetentionProblems } from "../lib/bucket-problems.ts";
import { databaseProblems } from "../lib/database-problems.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import { objectLockProblems } from "../lib/object-lock.ts";
import type { Problem } from "../lib/problems.ts";
import { storeNames } from "../lib/store-names.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";

/** Everything that is wrong with the arguments, before anything is created. */
export function storeProblems(args: PhiDataStoreArgs, filled: { readonly logRetentionDays: number; readonly accessLogRetentionDays: number }): readonly Problem[] {
  const { deployment, database, objectLock, isolatedSubnetIds } = args;
  const { bucket, accessLogBucket } = storeNames(deployment);
  const problems: Problem[] = [
    ...databaseProblems("database", database, args.zones, args.replication !== undefined),
    ...objectLockProblems("objectLock", objectLock),
    ...logRetentionProblems("logRetentionDays", filled.logRetentionDays),
    ...replicationProblems(args),
  ];
  if (isolatedSubnetIds.length < 2) {
    problems.push({
      argument: "isolatedSubnetIds", value: isolatedSubnetIds.length, allowed: "a Multi-AZ database needs subnets in two zones or more", change: "Give the isolated subnets of all zones",
    });
  }
  problems.push(...evidenceRetentionProblems("accessLogRetentionDays", filled.accessLogRetentionDays));
  if (args.accessLogBucketName === bucket) {
    problems.push({ argument: "accessLogBucketName", value: bucket, allowed: "a bucket other than the one that is logged", change: "Leave it out for a bucket of its own" });
  }
  problems.push(...bucketNameProblems(deployment.prefix, [accessLogBucket]));
  return problems;
}

/** A replicated store without a key or a region of its own. Callers in other languages are not held by the types. */
function replicationProblems({ deployment, replication }: PhiDataStoreArgs): readonly Problem[] {
  if (replication === undefined) {
    return [];
  }
  const { region, recoveryRegion } = deployment;
  const keys = new Map<string, unknown>(Object.entries(replication));
  return [
    ...(recoveryRegion === region ? [{
      argument: "deployment.recoveryRegion", value: recoveryRegion, allowed: `a region other than the primary (${region}), where the replicas lie`, change: "Choose one far enough not to share its disasters",
    }] : []),
    ...[["recordsKeyArn", "records table"], ["secretsKeyArn", "database secret"]].flatMap(([argument = "", store = ""]) => (keys.get(argument) === undefined || keys.get(argument) === "" ? [{
      argument: `replication.${argument}`, value: null, allowed: `the replica of the ${store} is encrypted with a key of ${recoveryRegion}`, change: "Give the replica of the store's key in that region",
    }] : [])),
    ...(replication.rotationSubnetIds.length === 0 ? [{
      argument: "replication.rotationSubnetIds", value: [], allowed: "one or more subnets from which the database and Secrets Manager can be reached", change: "Give the private subnets of the application tier",
    }] : []),
  ];
}
