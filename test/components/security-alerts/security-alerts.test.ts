import { beforeAll, describe, expect, test } from "vitest";
import { topicAlerts } from "../../../components/security-alerts/alert-catalog.ts";
import { SecurityAlerts, type SecurityAlertsArgs } from "../../../components/security-alerts/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { alertArguments, endpointOutputs, farFromGlobal } from "./alert-arguments.ts";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const chat = { slack: { channelId: "C0123456789", secretName: "hipaa-test/slack" }, pagerDuty: { secretName: "hipaa-test/pagerduty" }, secretsKeyAlias: "alias/hipaa-test/secrets" };

async function recorded(changes: Partial<SecurityAlertsArgs> = {}, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new SecurityAlerts("alerts", { ...alertArguments, ...changes }), { mode, outputs: endpointOutputs });
}

describe("SecurityAlerts", () => {
  let resources: readonly Recorded[] = [];
  let made: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
    made = await recorded({ ...chat, subscribers: { emails: ["oncall@example.com"], smsNumbers: ["+12065550100"], webhooks: ["https://alerts.example.com/x"] } }, "up");
  });

  test("has a rule with a text of its own, a retry and a dead-letter queue for every alert", () => {
    const rules = all(made, RULE).filter(({ inputs }) => inputs["region"] === undefined);
    const expected = ["hipaa-test-alert-alarm", ...topicAlerts(["hipaa-test-phi"]).map(({ id }) => `hipaa-test-alert-${id}`)];
    expect(rules.map(({ inputs }) => String(inputs["name"])).toSorted()).toEqual(expected.toSorted());
    for (const target of all(made, TARGET)) {
      expect(target.inputs["deadLetterConfig"], target.name).toEqual({ arn: expect.stringMatching(/^arn:aws:sqs:/u) });
      expect(target.inputs["retryPolicy"], target.name).toEqual({ maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 185 });
    }
  });

  test("delivers nothing to people but by a template", () => {
    const toPeople = all(made, TARGET).filter(({ inputs }) => inputs["targetId"] !== "home");
    expect(toPeople.filter(({ inputs }) => inputs["inputTransformer"] === undefined || "inputPath" in inputs || "input" in inputs)).toEqual([]);
    expect(toPeople.length).toBeGreaterThan(60);
  });

  test.each([["root-sign-in", "critical"], ["trail-tampering", "critical"], ["security-groups", "warning"], ["iam-permissions", "warning"]])("%s goes to the %s topic", (id, severity) => {
    expect(one(made, TARGET, `alerts-${id}-topic`).inputs["arn"]).toBe(`arn:aws:sns:us-east-1:111122223333:alerts-${severity}`);
  });

  test.each([["alerts-critical", "us-east-1", alertArguments.messagesKeyArn], ["alerts-warning", "us-east-1", alertArguments.messagesKeyArn], ["alerts-recovery-critical", "us-west-2", alertArguments.recoveryMessagesKeyArn]])(
    "%s is encrypted in its region, and TLS only (S3-43)", (name, region, kmsMasterKeyId) => {
      expect(one(resources, "aws:sns/topic:Topic", name).inputs).toMatchObject({ region, kmsMasterKeyId, tags: { DataClassification: "operational" } });
      const { policy } = one(resources, "aws:sns/topicPolicy:TopicPolicy", `${name}-policy`).inputs;
      expect(statement(policy, "PublishAlerts").Principal).toEqual({ Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com", "backup.amazonaws.com", "budgets.amazonaws.com"] });
      expect(statement(policy, "TlsOnly")).toMatchObject({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } });
    });

  test("tells e-mail and webhooks of everything, telephones of what is critical only (S4-51)", () => {
    expect(all(made, "aws:sns/topicSubscription:TopicSubscription").map(({ name, inputs }) => `${name} ${String(inputs["protocol"])} ${String(inputs["endpoint"])}`).toSorted()).toEqual([
      "alerts-critical-email-1 email oncall@example.com", "alerts-critical-sms-1 sms +12065550100", "alerts-critical-webhook-1 https https://alerts.example.com/x",
      "alerts-recovery-critical-email-1 email oncall@example.com", "alerts-recovery-critical-sms-1 sms +12065550100", "alerts-recovery-critical-webhook-1 https https://alerts.example.com/x",
      "alerts-warning-email-1 email oncall@example.com", "alerts-warning-webhook-1 https https://alerts.example.com/x",
    ]);
    expect(one(made, "aws:sns/topicSubscription:TopicSubscription", "alerts-recovery-critical-webhook-1").inputs["redrivePolicy"]).toBe('{"deadLetterTargetArn":"arn:aws:sqs:us-west-2:111122223333:alerts-recovery-undelivered"}');
  });

  test.each([["alerts-undelivered", "us-east-1", "alerts-critical"], ["alerts-recovery-undelivered", "us-west-2", "alerts-recovery-critical"]])("%s is encrypted, takes from its own only, and its alarm goes by another way", (name, region, topic) => {
    expect(one(made, "aws:sqs/queue:Queue", name).inputs).toMatchObject({ name: "hipaa-test-alerts-undelivered", region, messageRetentionSeconds: 1_209_600, kmsMasterKeyId: expect.stringContaining(region) });
    const { policy } = one(made, "aws:sqs/queuePolicy:QueuePolicy", `${name}-policy`).inputs;
    expect(statementsOf(policy).map(({ Effect, Principal, Condition }) => [Effect, Principal, Condition])).toEqual([
      ["Allow", { Service: ["events.amazonaws.com"] }, { ArnLike: { "aws:SourceArn": [`arn:aws:events:${region}:111122223333:rule/hipaa-test-*`] } }],
      ["Allow", { Service: ["sns.amazonaws.com"] }, { ArnLike: { "aws:SourceArn": [`arn:aws:sns:${region}:111122223333:hipaa-test-alerts-*`] } }],
      ["Deny", "*", { Bool: { "aws:SecureTransport": "false" } }],
    ]);
    const arn = `arn:aws:sns:${region}:111122223333:${topic}`;
    expect(one(made, "aws:cloudwatch/metricAlarm:MetricAlarm", `${name}-alarm`).inputs).toMatchObject({
      region, metricName: "ApproximateNumberOfMessagesVisible", threshold: 1, treatMissingData: "notBreaching", alarmActions: [arn], insufficientDataActions: [arn],
      alarmDescription: expect.stringContaining("Read the queue hipaa-test-alerts-undelivered"),
    });
  });

  test("forwards from the recovery region to the primary one by a role that can do no more", () => {
    const targets = all(made, TARGET).filter(({ inputs }) => inputs["targetId"] === "home");
    expect(new Set(targets.map(({ inputs }) => inputs["region"]))).toEqual(new Set(["us-west-2"]));
    expect(new Set(targets.map(({ inputs }) => inputs["arn"]))).toEqual(new Set(["arn:aws:events:us-east-1:111122223333:event-bus/default"]));
    expect(new Set(targets.map(({ inputs }) => inputs["roleArn"]))).toEqual(new Set(["arn:aws:iam:us-east-1:111122223333:alerts-forwarding-role"]));
    expect(statementsOf(one(made, "aws:iam/policy:Policy", "alerts-forwarding-policy").inputs["policy"])).toEqual([
      { Sid: "PutEventsAtHome", Effect: "Allow", Action: ["events:PutEvents"], Resource: ["arn:aws:events:us-east-1:111122223333:event-bus/default"] },
    ]);
    expect(statementsOf(one(made, "aws:iam/role:Role", "alerts-forwarding-role").inputs["assumeRolePolicy"])).toMatchObject([
      { Principal: { Service: ["events.amazonaws.com"] }, Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } },
    ]);
  });

  test("listens in us-east-1 with a key, a queue and a topic of its own where neither region is that (X-13)", async () => {
    const far = await recorded({ deployment: farFromGlobal, messagesKeyArn: "arn:aws:kms:us-east-2:111122223333:key/mrk-messages" }, "up");
    const global = all(far, RULE).filter(({ inputs }) => inputs["region"] === "us-east-1");
    expect(global.some(({ inputs }) => String(inputs["eventPattern"]).includes("aws.signin"))).toBe(true);
    expect(global.some(({ inputs }) => String(inputs["eventPattern"]).includes("AttachRolePolicy"))).toBe(true);
    expect(global.some(({ inputs }) => String(inputs["eventPattern"]).includes("AuthorizeSecurityGroupIngress"))).toBe(false);
    expect(one(far, "aws:kms/key:Key").inputs).toMatchObject({ region: "us-east-1", enableKeyRotation: true, deletionWindowInDays: 30 });
    expect(one(far, "aws:kms/key:Key").protect).toBe(true);
    expect(one(far, "aws:sqs/queue:Queue", "alerts-global-undelivered").inputs).toMatchObject({ region: "us-east-1", kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:alerts-global-key" });
    expect(all(resources, "aws:kms/key:Key")).toEqual([]);
  });

  test("alerts in each region by topics of its own where only policies of AWS's own may be attached (S5-09)", async () => {
    const strict = await recorded({ managedOnly: true }, "up");
    expect(strict.filter(({ type }) => type.startsWith("aws:iam/"))).toEqual([]);
    const away = all(strict, RULE).filter(({ inputs }) => inputs["region"] === "us-west-2");
    expect(away.map(({ inputs }) => String(inputs["name"])).toSorted()).toEqual(
      topicAlerts(["hipaa-test-phi"]).filter(({ global, gathered }) => global !== true && gathered !== true).map(({ id }) => `hipaa-test-alert-${id}`).toSorted());
    expect(one(strict, TARGET, "alerts-recovery-trail-tampering-topic").inputs).toMatchObject({ region: "us-west-2", arn: "arn:aws:sns:us-west-2:111122223333:alerts-recovery-critical" });
    expect(one(strict, TARGET, "alerts-recovery-security-groups-topic").inputs).toMatchObject({ arn: "arn:aws:sns:us-west-2:111122223333:alerts-recovery-warning" });
  });

  test("uses an existing topic in place of its own in the primary region (S4-103)", async () => {
    const existingTopicArn = "arn:aws:sns:us-east-1:111122223333:security";
    const shared = await recorded({ existingTopicArn });
    expect(all(shared, "aws:sns/topic:Topic").map(({ inputs }) => inputs["region"])).toEqual(["us-west-2"]);
    expect(new Set(all(shared, TARGET).filter(({ inputs }) => inputs["targetId"] === "topic").map(({ inputs }) => inputs["arn"]))).toEqual(new Set([existingTopicArn]));
    expect(one(shared, "aws:cloudwatch/metricAlarm:MetricAlarm", "alerts-undelivered-alarm").inputs["alarmActions"]).toEqual([existingTopicArn]);
  });

  test("knows every policy document before anything exists", () => {
    const documents = policyDocuments(resources);
    expect(documents.length).toBeGreaterThan(6);
    expect(documents.filter(({ document }) => typeof document !== "string")).toEqual([]);
  });

  test("registers what it offers", () => {
    let component: SecurityAlerts | undefined;
    return record(() => { component = new SecurityAlerts("alerts", alertArguments); }).then((offered) => {
      expect(registeredOutputs(offered, "hipaa:index:SecurityAlerts")).toEqual(component === undefined ? [] : publicFields(component));
    });
  });

  test("refuses what cannot be used in one message, before anything is created", async () => {
    await expect(recorded({ subscribers: { emails: ["nobody"] }, existingTopicArn: "arn:aws:sns:eu-west-1:111122223333:x" })).rejects.toThrow([
      "alerts: 2 arguments cannot be used; nothing was created.",
      '  - subscribers.emails[0] = "nobody": an e-mail address, such as oncall@example.com. Correct it',
      '  - existingTopicArn = "arn:aws:sns:eu-west-1:111122223333:x": the ARN of a standard topic in us-east-1 and in account 111122223333: alarms and rules publish to no other. Create such a topic, or leave it out',
    ].join("\n"));
  });
});
