import { bucketNameProblems } from "../lib/bucket-problems.ts";
import { ROLE_ARN } from "../lib/deployment.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import { objectLockProblems } from "../lib/object-lock.ts";
import type { Problem } from "../lib/problems.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { SELECTOR_VALUE_LIMIT } from "./event-selectors.ts";
import { trailNames } from "./trail-names.ts";

/** A year, the documents' figure (S4-34). */
const SHORTEST_RETENTION = 365;

/** Everything that is wrong with the arguments, before anything is created. */
export function trailProblems(args: AuditTrailArgs, filled: { readonly retentionDays: number; readonly archiveAfterDays: number; readonly logGroupRetentionDays: number }): readonly Problem[] {
  const names = trailNames(args.deployment);
  const own = [names.logBucket, names.accessLogBucket, names.resultBucket, names.replicaBucket, names.replicaAccessLogBucket];
  const problems: Problem[] = [...objectLockProblems("objectLock", args.objectLock)];
  const { retentionDays, archiveAfterDays, logGroupRetentionDays } = filled;
  if (!Number.isInteger(retentionDays) || retentionDays < SHORTEST_RETENTION) {
    problems.push({ argument: "retentionDays", value: retentionDays, allowed: `whole days, at least ${String(SHORTEST_RETENTION)}`, change: "Leave it out for seven years" });
  } else if (args.objectLock.days > retentionDays) {
    problems.push({
      argument: "objectLock.days", value: args.objectLock.days, allowed: `at most retentionDays (${String(retentionDays)}): a locked log cannot expire`,
      change: "Lower it or raise the retention",
    });
  }
  if (!Number.isInteger(archiveAfterDays) || archiveAfterDays < 1 || archiveAfterDays >= retentionDays) {
    problems.push({
      argument: "archiveAfterDays", value: archiveAfterDays, allowed: `whole days from 1, less than retentionDays (${String(retentionDays)})`, change: "Leave it out for 90",
    });
  }
  problems.push(...logRetentionProblems("logGroupRetentionDays", logGroupRetentionDays));
  for (const [index, arn] of (args.logReaderRoleArns ?? []).entries()) {
    if (!ROLE_ARN.test(arn)) {
      problems.push({ argument: `logReaderRoleArns[${String(index)}]`, value: arn, allowed: "the ARN of an IAM role", change: "Name the role that auditors take, without * or ?" });
    }
  }
  for (const [index, bucket] of args.phiBuckets.entries()) {
    if (own.includes(bucket)) {
      problems.push({
        argument: `phiBuckets[${String(index)}]`, value: bucket, allowed: "any bucket but the trail's own: each delivery would be recorded and cause the next", change: "Remove it",
      });
    }
  }
  // Of a table, items and streams in each of two regions.
  const values = args.phiBuckets.length + 4 * args.phiTables.length;
  if (values > SELECTOR_VALUE_LIMIT - 50) {
    problems.push({
      argument: "phiBuckets, phiTables", value: values, allowed: `CloudTrail takes ${String(SELECTOR_VALUE_LIMIT)} selector values in all, 50 of them used here`, change: "Record the rest with a second trail",
    });
  }
  if (!/^alias\/[\w/-]+$/u.test(args.auditKeyAlias) || args.auditKeyAlias.startsWith("alias/aws/")) {
    problems.push({ argument: "auditKeyAlias", value: args.auditKeyAlias, allowed: "the alias of a customer-managed key, such as alias/hipaa/cloudtrail-encryption-key", change: "Give the alias that the audit key has in both regions" });
  }
  const [key, topic] = [args.recoveryAuditKeyArn !== undefined, args.recoveryAlertTopicArn !== undefined];
  if (key !== topic) {
    const argument = key ? "recoveryAlertTopicArn" : "recoveryAuditKeyArn";
    problems.push({ argument, value: null, allowed: "the logs' replica needs a key and a topic of its own region", change: `Give it, or leave ${key ? "recoveryAuditKeyArn" : "recoveryAlertTopicArn"} out for no replica` });
  }
  if (key && args.deployment.recoveryRegion === args.deployment.region) {
    problems.push({ argument: "deployment.recoveryRegion", value: args.deployment.recoveryRegion, allowed: `a region other than ${args.deployment.region}: the logs' replica must survive its loss`, change: "Choose one far enough not to share its disasters" });
  }
  if (args.organizationId !== undefined && !/^o-[a-z0-9]{10,32}$/u.test(args.organizationId)) {
    problems.push({ argument: "organizationId", value: args.organizationId, allowed: "an AWS organization such as o-a1b2c3d4e5", change: "Copy it from AWS Organizations" });
  }
  problems.push(...bucketNameProblems(args.deployment.prefix, own));
  return problems;
}
