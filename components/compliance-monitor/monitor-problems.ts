import { bucketNameProblems } from "../lib/bucket-problems.ts";
import { closedSetProblems } from "../lib/closed-set.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Problem } from "../lib/problems.ts";
import { AggregatorScope } from "./aggregator.ts";
import { checkScheduleProblems } from "./check-schedule.ts";
import type { ComplianceMonitorArgs } from "./compliance-monitor.ts";
import { monitorNames } from "./monitor-names.ts";

/** A year, the documents' figure (S4-34). */
const SHORTEST_RETENTION = 365;

/** Everything that is wrong with the arguments, before anything is created. */
export function monitorProblems(args: ComplianceMonitorArgs, filled: { readonly retentionDays: number; readonly archiveAfterDays: number }): readonly Problem[] {
  const { accessLogBucket } = monitorNames(args.deployment);
  const { retentionDays, archiveAfterDays } = filled;
  const problems: Problem[] = [...closedSetProblems("aggregator", args.aggregator ?? AggregatorScope.None, AggregatorScope)];
  if (!Number.isInteger(retentionDays) || retentionDays < SHORTEST_RETENTION) {
    problems.push({ argument: "retentionDays", value: retentionDays, allowed: `whole days, at least ${String(SHORTEST_RETENTION)}`, change: "Leave it out for seven years" });
  }
  if (!Number.isInteger(archiveAfterDays) || archiveAfterDays < 1 || archiveAfterDays >= retentionDays) {
    problems.push({
      argument: "archiveAfterDays", value: archiveAfterDays, allowed: `whole days from 1, less than retentionDays (${String(retentionDays)})`, change: "Leave it out for 90",
    });
  }
  const minutes = args.restoreTimeTargetMinutes ?? 60;
  if (!Number.isInteger(minutes) || minutes < 1) {
    problems.push({ argument: "restoreTimeTargetMinutes", value: minutes, allowed: "whole minutes from 1", change: "Give the recovery time objective; leave it out for 60" });
  }
  if (args.check !== undefined) {
    problems.push(...checkScheduleProblems("check.schedule", args.check.schedule ?? "rate(1 hour)"), ...logRetentionProblems("check.logRetentionDays", args.check.logRetentionDays ?? 365));
  }
  if (args.historyBucketName === undefined) {
    problems.push(...bucketNameProblems(args.deployment.prefix, [accessLogBucket]));
  }
  return problems;
}
