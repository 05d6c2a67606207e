import { bucketNameProblems, evidenceRetentionProblems } from "../lib/bucket-problems.ts";
import { DatabaseEngine } from "../lib/database-engine.ts";
import { databaseProblems } from "../lib/database-problems.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import { objectLockProblems } from "../lib/object-lock.ts";
import type { Problem } from "../lib/problems.ts";
import { replicaNames } from "../lib/store-names.ts";
import type { PhiReplicaArgs } from "./phi-replica.ts";

/** Keys without which a replica has none, with the replica in words. */
const KEYS = { dataKeyArn: "bucket and the database", logsKeyArn: "database's logs", secretsKeyArn: "connection parameter" } as const;

/** Everything that is wrong with the arguments, before anything is created. */
export function replicaProblems(args: PhiReplicaArgs, filled: { readonly logRetentionDays: number; readonly accessLogRetentionDays: number }): readonly Problem[] {
  const { deployment, database, isolatedSubnetIds } = args;
  const { region, recoveryRegion } = deployment;
  const { accessLogBucket } = replicaNames(deployment);
  const given = new Map<string, unknown>(Object.entries(args));
  const problems: Problem[] = [
    ...databaseProblems("database", database, args.zones, true),
    ...globalDatabaseProblems(args),
    ...objectLockProblems("objectLock", args.objectLock),
    ...topicProblems("alertTopicArn", args.alertTopicArn, region),
    ...topicProblems("recoveryAlertTopicArn", args.recoveryAlertTopicArn, recoveryRegion),
    ...logRetentionProblems("logRetentionDays", filled.logRetentionDays),
    ...Object.entries(KEYS).flatMap(([argument, what]) => (given.get(argument) === undefined || given.get(argument) === "" ? [{
      argument, value: null, allowed: `in ${recoveryRegion}, the ${what} must be encrypted with a key of that region`, change: "Give the replica of the data class's key",
    }] : [])),
  ];
  if (recoveryRegion === region) {
    problems.push({ argument: "deployment.recoveryRegion", value: recoveryRegion, allowed: `a region other than the primary (${region})`, change: "Choose one far enough not to share its disasters" });
  }
  if (!/^alias\/[\w/-]+$/u.test(args.dataKeyAlias) || args.dataKeyAlias.startsWith("alias/aws/")) {
    problems.push({ argument: "dataKeyAlias", value: args.dataKeyAlias, allowed: "the alias of a customer-managed key, such as alias/hipaa/phi-data", change: "Give the alias that the key of PHI has in both regions" });
  }
  if (isolatedSubnetIds.length < 2) {
    problems.push({
      argument: "isolatedSubnetIds", value: isolatedSubnetIds.length, allowed: "a subnet group needs two zones or more, and a promoted database uses them", change: "Give the isolated subnets of the recovery network",
    });
  }
  problems.push(...evidenceRetentionProblems("accessLogRetentionDays", filled.accessLogRetentionDays), ...bucketNameProblems(deployment.prefix, [accessLogBucket]));
  return problems;
}

/** A topic of another region: an alarm publishes in its own region alone. What is not known yet is AWS's to check. */
function topicProblems(argument: string, topicArn: unknown, region: string): readonly Problem[] {
  return (typeof topicArn === "object" && topicArn !== null) || (typeof topicArn === "string" && topicArn.split(":")[3] === region) ? [] : [{
    argument, value: topicArn ?? null, allowed: `the ARN of a topic in ${region}, as an alarm publishes in its own region alone`, change: "Give the topic of alerts of that region",
  }];
}

/** A cluster of Aurora without a global database to join, or another engine with one. */
function globalDatabaseProblems({ database, globalDatabase, promoted }: PhiReplicaArgs): readonly Problem[] {
  const aurora = database.engine === DatabaseEngine.AuroraPostgres;
  if (aurora && globalDatabase === undefined && promoted !== true) {
    return [{
      argument: "globalDatabase", value: null, allowed: "the replica of an Aurora cluster is part of its source's global database", change: "Give globalDatabaseId and globalDatabaseVersion of a PhiDataStore with replication",
    }];
  }
  return !aurora && globalDatabase !== undefined ? [{
    argument: "globalDatabase", value: "given", allowed: `nothing, as the engine is ${database.engine ?? DatabaseEngine.Postgres}`, change: "Remove it, or choose aurora-postgresql",
  }] : [];
}
