import { beforeAll, describe, expect, test } from "vitest";
import * as pulumi from "@pulumi/pulumi";
import { parseConfig, type ServerlessConfig } from "../../stacks/config.ts";
import { totalUsd } from "../../stacks/cost/cost-report.ts";
import { serverlessCost } from "../../stacks/cost/serverless-cost.ts";
import { estimatesOf } from "../../stacks/estimates.ts";
import { createServerless } from "../../stacks/serverless.ts";
import { all, MOCK_ACCOUNT, type Recorded, record } from "../support/pulumi-mocks.ts";
import { changed, problemsOf, type RawConfig, stackFile } from "./stack-files.ts";

const file = stackFile("serverless");
const ARN = "arn:aws:sns:us-east-1:123456789012:alerts";

function config(raw: RawConfig = file): ServerlessConfig {
  const parsed = parseConfig(raw, "serverless", "hipaa-platform");
  if (parsed.profile !== "serverless") {
    throw new Error("not the configuration of a serverless stack");
  }
  return parsed;
}

describe("the configuration of a serverless stack", () => {
  test.each([
    ["a network", { network: { cidr: "10.0.0.0/16" } }, "hipaa-platform:network = (not a field): a stack takes aws:region, accountId, prefix, environment, owner, profile, audit, logs, backup, dr, alerts, observability, budget. Correct the name, or remove it"],
    ["no topic", { "alerts.topicArn": undefined }, "hipaa-platform:alerts.topicArn = (missing): ARN of a topic. Give the topic of the account's alerts, whose policy lets CloudWatch and AWS Backup publish"],
    ["a topic by name", { "alerts.recoveryTopicArn": "alerts" }, 'hipaa-platform:alerts.recoveryTopicArn = "alerts": ARN of a topic. Give the topic of the account\'s alerts, whose policy lets CloudWatch and AWS Backup publish'],
    ["one region", { "dr.region": "us-east-1" }, 'hipaa-platform:dr.region = "us-east-1": a region other than aws:region (us-east-1). Choose one far enough not to share its disasters, such as us-west-2'],
    ["a lock beyond retention", { "audit.objectLock.days": 366 }, "hipaa-platform:audit.objectLock.days = 366: at most audit.retentionDays (365): a locked log cannot expire. Lower it or raise the retention"],
    ["no page of runbooks", { "observability.runbookUrl": undefined }, "hipaa-platform:observability.runbookUrl = (missing): an address that starts with https://. Give the whole address"],
    ["a small budget", { "budget.monthlyUsd": 7 }, expect.stringMatching(/^hipaa-platform:budget\.monthlyUsd = 7: at least the 10 USD that the stack is estimated to cost, most of it for KeyRing 6, /u)],
  ])("refuses %s", (_what, changes, line) => {
    expect(problemsOf(changed(file, changes))).toEqual([line]);
  });

  test("of an unknown profile is refused with the two that there are", () => {
    expect(problemsOf(changed(file, { profile: "edge" }))).toContain('hipaa-platform:profile = "edge": one of "platform", "serverless". serverless has neither network nor cluster nor database');
  });
});

/* The documents know no restore tests: HIPAA asks for them, and AWS bills each recovery point that is tested. */
test("a serverless stack stays within 6 to 8 USD a month at the documents' load, and below 10 with its monthly restore test (S3-62, S3-63)", () => {
  const untested = serverlessCost().map((part) => ({ ...part, items: part.items.filter(({ what }) => !/restore|restored/u.test(what)) }));
  expect(totalUsd(untested)).toBeGreaterThanOrEqual(6);
  expect(totalUsd(untested)).toBeLessThanOrEqual(8);
  expect(totalUsd(serverlessCost())).toBeGreaterThan(totalUsd(untested) + 1);
  expect(totalUsd(serverlessCost())).toBeLessThan(10);
});

describe("a serverless stack", () => {
  let resources: readonly Recorded[] = [];
  let outputs: Readonly<Record<string, unknown>> = {};
  beforeAll(async () => {
    const values: Promise<Readonly<Record<string, unknown>>>[] = [];
    resources = await record(async () => {
      const made = await createServerless(config(changed(file, { alerts: { topicArn: ARN, recoveryTopicArn: ARN } })), estimatesOf(config()));
      values.push(new Promise((resolve) => { pulumi.output({ ...made }).apply(resolve); }));
    }, { mode: "up", call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }) });
    outputs = await values[0] ?? {};
  });

  test("has no network, cluster, instance or database (X-09)", () => {
    expect(resources.filter(({ type }) => /^(?:aws:(?:ec2|eks|rds|lb)|awsx|eks):?/u.test(type)).map(({ type }) => type)).toEqual([]);
  });

  test("has as many keys as its cost says", () => {
    expect([...all(resources, "aws:kms/key:Key"), ...all(resources, "aws:kms/replicaKey:ReplicaKey")]).toHaveLength(6);
  });

  test("records every access to the table", () => {
    expect(JSON.stringify(all(resources, "aws:cloudtrail/trail:Trail")[0]?.inputs["advancedEventSelectors"])).toContain("table/hipaa-small-patient-records");
  });

  test("watches the table and shows it, and leaves traces to the account's own stack (S3-45, S3-46)", () => {
    const watching = all(resources, "aws:cloudwatch/metricAlarm:MetricAlarm").filter(({ inputs }) => inputs["namespace"] === "AWS/DynamoDB");
    expect(watching.map(({ inputs }) => [inputs["metricName"], inputs["alarmActions"], inputs["insufficientDataActions"]])).toEqual([["ReadThrottleEvents", [ARN], [ARN]], ["WriteThrottleEvents", [ARN], [ARN]]]);
    expect(all(resources, "aws:cloudwatch/dashboard:Dashboard").map(({ inputs }) => inputs["dashboardName"])).toEqual(["hipaa-small-service", "hipaa-small-compliance"]);
    expect(resources.filter(({ type }) => /^aws:(?:xray|amp|grafana)\//u.test(type))).toEqual([]);
  });

  test.each(["dynamodbKeyArn", "s3LogsKeyArn", "parameterStoreKeyArn", "recordsTableName", "cloudTrailArn", "auditLogBucketName", "backupVaultArn", "copyVaultArn"])("exports %s (S3-57 to S3-60)", (name) => {
    expect(outputs[name]).toEqual(expect.stringMatching(/./u));
  });

  test("exports what it costs", () => {
    expect(outputs["monthlyCostUsd"]).toBe(10);
  });
});
