import { describe, expect, test } from "vitest";
import { type AlertSettings, alertProblems } from "../../../components/security-alerts/index.ts";

const place = { region: "us-east-1", accountId: "111122223333" };
const fine: AlertSettings = { subscribers: { emails: ["oncall@example.com"] } };

/** Problems as `argument = value`. */
function refused(changes: Partial<AlertSettings>): readonly string[] {
  return alertProblems({ ...fine, ...changes }, place).map(({ argument, value }) => `${argument} = ${JSON.stringify(value)}`);
}

describe("alertProblems", () => {
  test("finds nothing wrong with any of the ways to people", () => {
    expect(refused({
      subscribers: { emails: ["oncall@example.com", "first.last+pager@mail.example.org"], smsNumbers: ["+12065550100"], webhooks: ["https://alerts.example.com/hipaa"] },
      existingTopicArn: "arn:aws:sns:us-east-1:111122223333:security-alerts",
      slack: { channelId: "C0123456789", secretName: "hipaa-prod/slack" }, pagerDuty: { secretName: "hipaa-prod/pagerduty" }, secretsKeyAlias: "alias/hipaa-prod/secrets",
    })).toEqual([]);
  });

  test.each([{}, { emails: [] }, { emails: [], smsNumbers: [], webhooks: [] }])("refuses alerts that reach nobody: %j", (subscribers) => {
    expect(refused({ subscribers })).toEqual(["subscribers = {}"]);
  });

  test.each(["oncall", "oncall@", "@example.com", "a b@example.com", "oncall@example", "<oncall@example.com>"])("refuses %s as an e-mail address", (email) => {
    expect(refused({ subscribers: { emails: ["oncall@example.com", email] } })).toEqual([`subscribers.emails[1] = ${JSON.stringify(email)}`]);
  });

  test.each(["12065550100", "+1 206 555 0100", "+0123456789", "+123", "+1234567890123456"])("refuses %s as a telephone number", (number) => {
    expect(refused({ subscribers: { smsNumbers: [number] } })).toEqual([`subscribers.smsNumbers[0] = ${JSON.stringify(number)}`]);
  });

  test.each([
    ["http://alerts.example.com", "http://alerts.example.com"],
    ["alerts.example.com", "(no address)"],
    ["https://hooks.slack.com/services/T0/B0/secret", "https://hooks.slack.com"],
    ["https://events.pagerduty.com/integration/secret/enqueue", "https://events.pagerduty.com"],
    ["https://example.webhook.office.com/secret", "https://example.webhook.office.com"],
    ["https://user:secret@alerts.example.com/", "https://alerts.example.com"],
    ["https://alerts.example.com/?token=secret", "https://alerts.example.com"],
  ])("refuses the webhook %s, and does not repeat what may be secret in it", (webhook, shown) => {
    const problems = alertProblems({ subscribers: { webhooks: [webhook] } }, place);
    expect(problems.map(({ argument, value }) => [argument, value])).toEqual([["subscribers.webhooks[0]", shown]]);
    expect(JSON.stringify(problems)).not.toMatch(/\/secret|:secret|=secret/u);
  });

  test("refuses the same subscriber twice", () => {
    expect(refused({ subscribers: { emails: ["a@example.com", "a@example.com"] } })).toEqual(['subscribers.emails = "a@example.com"']);
  });

  test.each([
    "arn:aws:sns:us-west-2:111122223333:alerts", "arn:aws:sns:us-east-1:999999999999:alerts", "arn:aws:sns:us-east-1:111122223333:alerts.fifo", "arn:aws:sqs:us-east-1:111122223333:alerts", "alerts",
  ])("refuses %s as an existing topic", (existingTopicArn) => {
    expect(refused({ existingTopicArn })).toEqual([`existingTopicArn = ${JSON.stringify(existingTopicArn)}`]);
  });

  test("refuses endpoints with an ARN in place of a secret's name, no key, or a channel's name in place of its id", () => {
    expect(refused({ slack: { channelId: "#alerts", secretName: "arn:aws:secretsmanager:us-east-1:111122223333:secret:slack-AbCdEf" } })).toEqual([
      'slack.secretName = "arn:aws:secretsmanager:us-east-1:111122223333:secret:slack-AbCdEf"', 'slack.channelId = "#alerts"', "secretsKeyAlias = null",
    ]);
  });

  test("refuses endpoints where only policies of AWS's own may be attached", () => {
    expect(refused({ managedOnly: true })).toEqual([]);
    expect(refused({ managedOnly: true, pagerDuty: { secretName: "pagerduty" }, secretsKeyAlias: "alias/secrets" })).toEqual(["managedOnly = true"]);
  });

  test("refuses a secret's name that would break out of CloudFormation's reference", () => {
    expect(refused({ pagerDuty: { secretName: "x:SecretString:y}}{{resolve:ssm:z" }, secretsKeyAlias: "alias/secrets" })).toHaveLength(1);
  });
});
