import { describe, expect, test } from "vitest";
import { ComplianceMonitor, type ComplianceMonitorArgs } from "../../../components/compliance-monitor/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { check, deployment, monitorArguments } from "./monitor-arguments.ts";

/** A caller in JavaScript is not held to the closed set. */
const sloppy: { readonly aggregator: "account" } = JSON.parse('{"aggregator":"world"}');

const REFUSED: readonly (readonly [string, ComplianceMonitorArgs, string])[] = [
  ["a retention below a year", { ...monitorArguments, retentionDays: 364 }, "retentionDays = 364: whole days, at least 365. Leave it out for seven years"],
  ["an archive after the end", { ...monitorArguments, retentionDays: 365, archiveAfterDays: 365 },
    "archiveAfterDays = 365: whole days from 1, less than retentionDays (365). Leave it out for 90"],
  ["an objective of no time", { ...monitorArguments, restoreTimeTargetMinutes: 0 },
    "restoreTimeTargetMinutes = 0: whole minutes from 1. Give the recovery time objective; leave it out for 60"],
  ["an aggregator of the world", { ...monitorArguments, ...sloppy }, 'aggregator = "world": one of none, account, organization. Take one of these'],
  ["a check once a week", { ...monitorArguments, check: { ...check, schedule: "rate(7 days)" } }, 'check.schedule = "rate(7 days)": EventBridge takes rate(1 hour)'],
  ["a log that is kept for a month", { ...monitorArguments, check: { ...check, logRetentionDays: 30 } }, "check.logRetentionDays = 30: CloudWatch takes 365,"],
  ["a prefix that makes bucket names too long", { ...monitorArguments, deployment: { ...deployment, prefix: "a-prefix-of-20-chars", region: "ap-southeast-5-zone" } },
    'deployment.prefix = "a-prefix-of-20-chars": bucket names have at most 63 characters'],
];

describe("ComplianceMonitor refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, args, message) => {
    await expect(record(() => new ComplianceMonitor("compliance", args))).rejects.toThrow(message);
  });

  test("everything in one message", async () => {
    await expect(record(() => new ComplianceMonitor("compliance", { ...monitorArguments, retentionDays: 1, restoreTimeTargetMinutes: 0 }))).rejects.toThrow(
      "compliance: 3 arguments cannot be used; nothing was created.",
    );
  });
});
