import { beforeAll, describe, expect, test } from "vitest";
import { ComplianceMonitor, type ComplianceCheck } from "../../../components/compliance-monitor/index.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { check, monitorArguments } from "./monitor-arguments.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

async function recorded(changes: Partial<ComplianceCheck> = {}): Promise<readonly Recorded[]> {
  return await record(() => new ComplianceMonitor("compliance", { ...monitorArguments, check: { ...check, ...changes } }));
}

describe("the hourly check", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("runs TypeScript's runtime, traced, one at a time, with settings under a key and failures kept (S4-58, X-21)", () => {
    expect(one(resources, "aws:lambda/function:Function").inputs).toMatchObject({
      name: "hipaa-test-compliance-check", runtime: "nodejs24.x", handler: "index.handler", reservedConcurrentExecutions: 1, tracingConfig: { mode: "Active" },
      kmsKeyArn: check.settingsKeyArn, loggingConfig: { logFormat: "JSON", logGroup: "/aws/lambda/hipaa-test-compliance-check" },
      environment: { variables: { ALERT_TOPIC_ARN: check.alertTopicArn, METRIC_NAMESPACE: "hipaa-test/compliance", REGIONS: "us-east-1,us-west-2" } },
    });
    expect(one(resources, "aws:cloudwatch/logGroup:LogGroup").inputs).toMatchObject({ name: "/aws/lambda/hipaa-test-compliance-check", retentionInDays: 365, kmsKeyId: check.logsKeyArn });
    expect(one(resources, "aws:sqs/queue:Queue").inputs).toMatchObject({ kmsMasterKeyId: check.messagesKeyArn, messageRetentionSeconds: 1_209_600 });
  });

  test("waits for its rights", () => {
    expect(one(resources, "aws:lambda/function:Function").dependencies.join(" ")).toContain("::compliance-check-permission");
  });

  test("starts every hour, and by that rule alone (S4-57)", () => {
    expect(one(resources, "aws:cloudwatch/eventRule:EventRule").inputs["scheduleExpression"]).toBe("rate(1 hour)");
    expect(one(resources, "aws:lambda/permission:Permission").inputs).toMatchObject({ action: "lambda:InvokeFunction", principal: "events.amazonaws.com" });
    expect(one(resources, "aws:lambda/permission:Permission").inputs).toHaveProperty("sourceArn");
    expect(one(resources, "aws:cloudwatch/eventTarget:EventTarget").inputs).toMatchObject({ retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 2 } });
  });

  test("may do exactly this (S4-65 to S4-69)", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy", "compliance-check-policy").inputs;
    expect(statementsOf(policy).map(({ Sid, Action, Effect }) => [Sid, Effect, Action])).toEqual([
      ["ReadNetworkSettings", "Allow", ["ec2:DescribeFlowLogs", "ec2:DescribeSecurityGroups", "ec2:DescribeVpcs"]],
      ["ListBuckets", "Allow", ["s3:ListAllMyBuckets"]],
      ["ReadBucketEncryption", "Allow", ["s3:GetEncryptionConfiguration"]],
      ["ListTrails", "Allow", ["cloudtrail:DescribeTrails"]],
      ["ReadTrailStatus", "Allow", ["cloudtrail:GetEventSelectors", "cloudtrail:GetTrailStatus"]],
      ["SeeFlowLogsArrive", "Allow", ["logs:DescribeLogStreams"]],
      ["PublishResults", "Allow", ["sns:Publish"]],
      ["PublishMetrics", "Allow", ["cloudwatch:PutMetricData"]],
      ["WriteOwnLog", "Allow", ["logs:CreateLogStream", "logs:PutLogEvents"]],
      ["KeepFailedRuns", "Allow", ["sqs:SendMessage"]],
      ["EncryptMessages", "Allow", ["kms:Decrypt", "kms:GenerateDataKey"]],
      ["Trace", "Allow", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]],
    ]);
    expect(statement(policy, "PublishResults").Resource).toEqual([check.alertTopicArn]);
    expect(statement(policy, "PublishMetrics").Condition).toEqual({ StringEquals: { "cloudwatch:namespace": "hipaa-test/compliance" } });
    expect(statement(policy, "EncryptMessages")).toMatchObject({ Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/hipaa-test/messages"] } } });
  });

  test("may use the key of a topic that has one of its own", async () => {
    const { policy } = one(await recorded({ topicKeyAlias: "alias/clinic/alerts" }), "aws:iam/policy:Policy", "compliance-check-policy").inputs;
    expect(statement(policy, "EncryptMessages")).toMatchObject({ Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/hipaa-test/messages", "alias/clinic/alerts"] } } });
  });

  test("keeps failed runs in a queue that only its schedule and itself write to, over TLS", () => {
    const { policy } = one(resources, "aws:sqs/queuePolicy:QueuePolicy").inputs;
    expect(statement(policy, "ScheduleKeepsFailures")).toMatchObject({
      Principal: { Service: ["events.amazonaws.com"] }, Action: ["sqs:SendMessage"],
      Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:events:us-east-1:111122223333:rule/hipaa-test-compliance-check" } },
    });
    expect(statement(policy, "TlsOnly")).toMatchObject({ Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } });
  });

  test("raises an alarm when it fails, is given up or stays away", () => {
    const alarms = all(resources, ALARM).toSorted((left, right) => left.name.localeCompare(right.name));
    expect(alarms.map(({ inputs }) => [inputs["name"], inputs["metricName"], inputs["comparisonOperator"], inputs["evaluationPeriods"], inputs["treatMissingData"]])).toEqual([
      ["hipaa-test-compliance-check-errors", "Errors", "GreaterThanOrEqualToThreshold", 1, "notBreaching"],
      ["hipaa-test-compliance-check-failed-runs", "ApproximateNumberOfMessagesVisible", "GreaterThanOrEqualToThreshold", 1, "notBreaching"],
      ["hipaa-test-compliance-check-silent", "Invocations", "LessThanThreshold", 2, "breaching"],
    ]);
    for (const { inputs } of alarms) {
      expect(inputs).toMatchObject({ alarmActions: [check.alertTopicArn], insufficientDataActions: [check.alertTopicArn] });
    }
  });

  test("misses a daily run after a day, and cannot tell for a cron expression", async () => {
    expect(one(await recorded({ schedule: "rate(1 day)" }), ALARM, "compliance-check-silent-alarm").inputs["evaluationPeriods"]).toBe(24);
    expect(all(await recorded({ schedule: "cron(0 6 * * ? *)" }), ALARM)).toHaveLength(2);
  });
});
