import { beforeAll, describe, expect, test } from "vitest";
import { Observability, type ObservabilityArgs } from "../../../components/observability/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs, UNKNOWN } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { bareArguments, fullArguments } from "./observability-arguments.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const LOG = "aws:cloudwatch/logGroup:LogGroup";
const MASKING = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
const RESULTS = "hipaa-test-canary-111122223333-us-east-1";

async function recorded(args: ObservabilityArgs = fullArguments): Promise<readonly Recorded[]> {
  return await record(() => new Observability("observability", args));
}

function topicOf(resources: readonly Recorded[], name: string): unknown {
  return one(resources, ALARM, name).inputs["alarmActions"];
}

function bodyOf(resources: readonly Recorded[], name: string): string {
  return String(one(resources, "aws:cloudwatch/dashboard:Dashboard", name).inputs["dashboardBody"]);
}

describe("Observability", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("gives every alarm its meaning, a first step and a runbook", () => {
    const alarms = all(resources, ALARM);
    expect(alarms).toHaveLength(26);
    for (const { inputs, name } of alarms) {
      expect(inputs["alarmDescription"], name).toMatch(/^[A-Z\d].+\. [A-Z].+\. https:\/\/docs\.example\.com\/alarms#[a-z-]+$/u);
      expect(String(inputs["alarmDescription"]).length, name).toBeLessThan(1024);
    }
  });

  test("tells people when an alarm is raised, when it falls silent and when it is over", () => {
    for (const { inputs, name } of all(resources, ALARM)) {
      const [topic] = [inputs["alarmActions"]].flat();
      expect([fullArguments.alertTopicArn, fullArguments.criticalTopicArn], name).toContain(topic);
      expect(inputs, name).toMatchObject({ insufficientDataActions: [topic], okActions: [topic] });
    }
  });

  test("sends what touches patients now to the critical topic, or to the one there is", async () => {
    expect(topicOf(resources, "observability-targets-gone")).toEqual([fullArguments.criticalTopicArn]);
    expect(topicOf(resources, "observability-api-latency")).toEqual([fullArguments.alertTopicArn]);
    const { criticalTopicArn: _critical, ...oneTopic } = fullArguments;
    expect(topicOf(await recorded(oneTopic), "observability-targets-gone")).toEqual([fullArguments.alertTopicArn]);
  });

  test("asks CloudWatch for a percentile by its own name", () => {
    expect(one(resources, ALARM, "observability-api-latency").inputs).toMatchObject({ extendedStatistic: "p99", treatMissingData: "notBreaching", datapointsToAlarm: 3, evaluationPeriods: 3 });
    expect(one(resources, ALARM, "observability-api-latency").inputs).not.toHaveProperty("statistic");
    expect(one(resources, ALARM, "observability-database-cpu").inputs).toMatchObject({ statistic: "Average", treatMissingData: "missing" });
  });

  test("keeps logs by class: workloads' for a year, evidence for seven, each under its key (S2-51)", () => {
    expect(one(resources, LOG, "observability-patient-service").inputs)
      .toMatchObject({ name: "/hipaa-test/patient-service", retentionInDays: 365, kmsKeyId: fullArguments.logsKeyArn, tags: { DataClassification: "operational" } });
    expect(one(resources, LOG, "observability-access").inputs)
      .toMatchObject({ name: "/hipaa-test/access", retentionInDays: 2557, kmsKeyId: fullArguments.auditKeyArn, tags: { DataClassification: "audit" } });
    expect(all(resources, LOG).filter(({ inputs }) => inputs["kmsKeyId"] === undefined || inputs["retentionInDays"] === undefined)).toEqual([]);
  });

  test("masks workloads' logs and those of others, never evidence, and counts what it finds (X-15)", () => {
    expect(all(resources, MASKING).map(({ inputs }) => String(inputs["logGroupName"])).toSorted()).toEqual(["/aws/containerinsights/hipaa-test/application", "/hipaa-test/patient-service"]);
    expect(one(resources, "aws:cloudwatch/logMetricFilter:LogMetricFilter").inputs).toMatchObject({
      logGroupName: "/aws/vendedlogs/hipaa-test/patient-data-findings", pattern: "{ $.dataIdentifiers[0].count > 0 }",
      metricTransformation: { namespace: "hipaa-test/observability", name: "patient-data-findings", value: "1" },
    });
    expect(one(resources, ALARM, "observability-personal-data-in-logs").inputs).toMatchObject({ namespace: "hipaa-test/observability", metricName: "patient-data-findings", threshold: 1 });
    expect(one(resources, MASKING, "observability-pods-masking").dependencies.join(" ")).toContain("::observability-findings");
  });

  test("encrypts traces, samples few requests and no health check (S1-41)", () => {
    expect(one(resources, "aws:xray/encryptionConfig:EncryptionConfig").inputs).toMatchObject({ type: "KMS", keyId: fullArguments.logsKeyArn });
    expect(all(resources, "aws:xray/samplingRule:SamplingRule").map(({ inputs }) => [inputs["ruleName"], inputs["priority"], inputs["urlPath"], inputs["fixedRate"]]))
      .toEqual([["hipaa-test-health", 100, "/health*", 0], ["hipaa-test-requests", 1000, "*", 0.05]]);
    expect(all(resources, "aws:xray/group:Group").map(({ inputs }) => inputs["filterExpression"])).toEqual(["fault = true OR error = true", "responsetime >= 1"]);
  });

  test("has a Prometheus workspace under the logs key, with its errors logged (S1-39), unless not wanted", async () => {
    expect(one(resources, "aws:amp/workspace:Workspace").inputs).toMatchObject({ alias: "hipaa-test", kmsKeyArn: fullArguments.logsKeyArn });
    expect(one(resources, LOG, "observability-prometheus-log").inputs).toMatchObject({ name: "/aws/vendedlogs/prometheus/hipaa-test", retentionInDays: 365 });
    expect(all(await recorded({ ...bareArguments, prometheus: false }), "aws:amp/workspace:Workspace")).toEqual([]);
  });

  test("leaves traces alone where another stack of the account sets them", async () => {
    expect((await recorded({ ...bareArguments, tracingHere: false })).filter(({ type }) => type.startsWith("aws:xray/"))).toEqual([]);
  });

  test("shows each subject's alarms on its dashboard", () => {
    expect(bodyOf(resources, "observability-service-dashboard")).toContain("alarm:hipaa-test-api-errors");
    expect(bodyOf(resources, "observability-service-dashboard")).not.toContain("alarm:hipaa-test-nodes-failed");
    expect(bodyOf(resources, "observability-cluster-dashboard")).toContain("alarm:hipaa-test-nodes-failed");
    expect(JSON.parse(bodyOf(resources, "observability-compliance-dashboard"))).toHaveProperty("widgets");
  });

  test("knows every policy document at the first preview", () => {
    const documents = policyDocuments(resources).filter(({ resource }) => !resource.startsWith(MASKING));
    expect(documents.length).toBeGreaterThan(3);
    expect(documents.filter(({ document }) => document === UNKNOWN || statementsOf(document).length === 0)).toEqual([]);
    expect(all(resources, MASKING).filter(({ inputs }) => typeof inputs["policyDocument"] !== "string" || inputs["policyDocument"] === UNKNOWN)).toEqual([]);
  });

  test("shows the outputs that it registers", async () => {
    const component: Observability[] = [];
    const shown = await record(() => { component.push(new Observability("observability", bareArguments)); });
    expect(registeredOutputs(shown, "hipaa:index:Observability")).toEqual(component.flatMap(publicFields));
  });

  test("pretends nothing where there is nothing to watch", async () => {
    const bare = await recorded(bareArguments);
    expect(all(bare, ALARM)).toEqual([]);
    expect(all(bare, MASKING)).toEqual([]);
    expect(all(bare, "aws:synthetics/canary:Canary")).toEqual([]);
  });
});

describe("the canary", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("runs every five minutes, traced, with encrypted results that are kept for a month", () => {
    expect(one(resources, "aws:synthetics/canary:Canary").inputs).toMatchObject({
      name: "hipaa-test-api", handler: "probe.handler", runtimeVersion: "syn-nodejs-5.2", schedule: { expression: "rate(5 minutes)" }, runConfig: { activeTracing: true }, startCanary: true, deleteLambda: true,
      artifactS3Location: `s3://${RESULTS}/results/`, artifactConfig: { s3Encryption: { encryptionMode: "SSE_KMS", kmsKeyArn: fullArguments.logsKeyArn } },
      successRetentionPeriod: 31, failureRetentionPeriod: 31,
    });
    expect(one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "observability-canary-results-lifecycle").inputs["rules"])
      .toMatchObject([{ expiration: { days: 31 } }, { noncurrentVersionExpiration: { noncurrentDays: 31 } }]);
  });

  test.each([[1, "rate(1 minute)"], [15, "rate(15 minutes)"]])("runs every %i minutes when asked: %s", async (everyMinutes, expression) => {
    const asked = await recorded({ ...bareArguments, canary: { url: "https://api.example.com", logsKeyAlias: "alias/hipaa-test/logs", everyMinutes } });
    expect(one(asked, "aws:synthetics/canary:Canary").inputs["schedule"]).toEqual({ expression });
  });

  test("may write results and metrics of its own, and no log that nobody encrypts", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy").inputs;
    expect(statementsOf(policy).flatMap(({ Action }) => Action)).toEqual([
      "s3:PutObject", "s3:GetBucketLocation", "s3:ListAllMyBuckets", "kms:Decrypt", "kms:GenerateDataKey", "cloudwatch:PutMetricData", "xray:PutTraceSegments",
    ]);
    expect(statement(policy, "WriteResults").Resource).toEqual([`arn:aws:s3:::${RESULTS}/results/*`]);
    expect(statement(policy, "PublishMetrics").Condition).toEqual({ StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } });
  });
});
