import { logRetentionProblems } from "../lib/log-retention.ts";
import { objectLockProblems } from "../lib/object-lock.ts";
import type { Problem } from "../lib/problems.ts";
import { PostgresVersion } from "./database-parameters.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";
import { storeNames } from "./store-names.ts";

/** Bounds of gp3 storage on RDS, in GiB. */
const STORAGE = { least: 20, most: 65_536 } as const;
/** RDS refuses a ceiling less than this share above the storage it starts with. */
const HEADROOM = 1.1;
const BUCKET_NAME_LIMIT = 63;

/** Everything that is wrong with the arguments, before anything is created. */
export function storeProblems(args: PhiDataStoreArgs, filled: { readonly logRetentionDays: number; readonly accessLogRetentionDays: number }): readonly Problem[] {
  const { deployment, objectLock, isolatedSubnetIds } = args;
  const { bucket, accessLogBucket } = storeNames(deployment);
  const problems: Problem[] = [
    ...databaseProblems(args),
    ...objectLockProblems("objectLock", objectLock),
    ...logRetentionProblems("logRetentionDays", filled.logRetentionDays),
  ];
  if (isolatedSubnetIds.length < 2) {
    problems.push({
      argument: "isolatedSubnetIds", value: isolatedSubnetIds.length, allowed: "a Multi-AZ database needs subnets in two zones or more", change: "Give the isolated subnets of all zones",
    });
  }
  if (!Number.isInteger(filled.accessLogRetentionDays) || filled.accessLogRetentionDays < 365) {
    problems.push({
      argument: "accessLogRetentionDays", value: filled.accessLogRetentionDays, allowed: "whole days, at least 365", change: "Leave it out for seven years",
    });
  }
  if (args.accessLogBucketName === bucket) {
    problems.push({ argument: "accessLogBucketName", value: bucket, allowed: "a bucket other than the one that is logged", change: "Leave it out for a bucket of its own" });
  }
  if (accessLogBucket.length > BUCKET_NAME_LIMIT) {
    problems.push({
      argument: "deployment.prefix", value: deployment.prefix, allowed: `bucket names have at most ${String(BUCKET_NAME_LIMIT)} characters, and ${accessLogBucket} is longer`, change: "Shorten the prefix",
    });
  }
  return problems;
}

function databaseProblems({ database }: PhiDataStoreArgs): readonly Problem[] {
  const { instanceClass, storageGiB, maximumStorageGiB } = database;
  const version = database.postgresVersion ?? PostgresVersion.V17;
  const port = database.port ?? 5432;
  const versions: readonly string[] = Object.values(PostgresVersion);
  const problems: Problem[] = [];
  if (!/^db\.[a-z0-9]+\.[a-z0-9]+$/u.test(instanceClass)) {
    problems.push({ argument: "database.instanceClass", value: instanceClass, allowed: "an RDS class such as db.m7g.large", change: "Give a class of RDS for PostgreSQL" });
  } else if (/\.(?:micro|small)$/u.test(instanceClass)) {
    problems.push({
      argument: "database.instanceClass", value: instanceClass, allowed: "a class with Performance Insights, medium or larger", change: "Use db.t4g.medium where cost decides",
    });
  }
  if (!versions.includes(version)) {
    problems.push({
      argument: "database.postgresVersion", value: version, allowed: `a major version: ${versions.join(" or ")}; RDS keeps the minor version current`, change: "Leave it out for 17",
    });
  }
  if (!Number.isInteger(storageGiB) || storageGiB < STORAGE.least || storageGiB > STORAGE.most) {
    problems.push({ argument: "database.storageGiB", value: storageGiB, allowed: `whole GiB from ${String(STORAGE.least)} to ${String(STORAGE.most)}`, change: "gp3 starts at 20" });
  } else if (!Number.isInteger(maximumStorageGiB) || maximumStorageGiB < storageGiB * HEADROOM || maximumStorageGiB > STORAGE.most) {
    problems.push({
      argument: "database.maximumStorageGiB", value: maximumStorageGiB,
      allowed: `whole GiB, at least 10 % above storageGiB (${String(storageGiB)}) and at most ${String(STORAGE.most)}`, change: "Raise it, so that storage can grow",
    });
  }
  if (!Number.isInteger(port) || port < 1150 || port > 65_535) {
    problems.push({ argument: "database.port", value: port, allowed: "RDS takes ports from 1150 to 65535", change: "Leave it out for 5432" });
  }
  return problems;
}
