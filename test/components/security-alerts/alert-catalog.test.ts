import { describe, expect, test } from "vitest";
import { forwardedAlerts, topicAlerts } from "../../../components/security-alerts/alert-catalog.ts";
import { ruleName } from "../../../components/security-alerts/alert-names.ts";
import { API_CALL, LONGEST_PATTERN, type PatternFields } from "../../../components/security-alerts/event-patterns.ts";
import { forwardingPatterns } from "../../../components/security-alerts/forwarding-patterns.ts";
import { alarmAlert } from "../../../components/security-alerts/operation-alerts.ts";
import { alertArguments, farFromGlobal } from "./alert-arguments.ts";
import { matches } from "./event-matching.ts";
import { ALARM_EVENT, call, REPORTS } from "./sample-events.ts";

const { deployment, phiBuckets } = alertArguments;
const alerts = topicAlerts(phiBuckets);
const calls = alerts.filter(({ pattern }) => pattern["detail-type"]?.[0] === API_CALL);

function namesOf(detail: PatternFields | undefined): readonly string[] {
  const names = detail?.["eventName"];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/** Every call of an alert, from one of its services. */
const raisingCalls = calls.flatMap(({ id, pattern }) => namesOf(pattern.detail).map((name) => [id, (pattern.source[0] ?? "").replace("aws.", ""), name] as const));

/** Ids of the alerts that an event raises. */
function raisedBy(event: object): readonly string[] {
  return alerts.filter(({ pattern }) => matches(pattern, event)).map(({ id }) => id);
}

describe("the alerts", () => {
  test("have ids of their own, that fit the name of a rule of the longest prefix", () => {
    expect(new Set(alerts.map(({ id }) => id)).size).toBe(alerts.length);
    for (const { id } of alerts) {
      expect(ruleName({ ...deployment, prefix: "a".repeat(20) }, id).length).toBeLessThanOrEqual(64);
    }
  });

  test.each(alerts.map((alert) => [alert.id, alert] as const))("%s has a pattern that EventBridge takes", (_id, { pattern }) => {
    expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(LONGEST_PATTERN);
  });

  test("cover the sign-in of root, security groups and IAM, as the documents ask (S4-52 to S4-54)", () => {
    expect(raisedBy(REPORTS["root-sign-in"]?.raises ?? {})).toEqual(["root-sign-in"]);
    expect(raisedBy(call("ec2", "AuthorizeSecurityGroupIngress"))).toEqual(["security-groups"]);
    expect(raisedBy(call("iam", "AttachRolePolicy"))).toEqual(["iam-permissions"]);
    expect(raisedBy(call("iam", "CreateAccessKey"))).toEqual(["iam-credentials"]);
  });

  test.each([
    ["cloudtrail", "StopLogging", "trail-tampering"], ["kms", "ScheduleKeyDeletion", "key-loss"], ["s3", "DeleteBucketPublicAccessBlock", "public-access"],
    ["backup", "DeleteRecoveryPoint", "backup-tampering"], ["guardduty", "DeleteDetector", "detection-off"], ["events", "DisableRule", "alerting-changed"], ["rds", "ModifyDBSnapshotAttribute", "data-shared"],
  ])("a call of %s %s raises %s, and that is critical", (service, name, id) => {
    expect(raisedBy(call(service, name))).toEqual([id]);
    expect(alerts.find((alert) => alert.id === id)?.severity).toBe("critical");
  });

  test.each([["s3", "GetObject"], ["s3", "PutObject"], ["kms", "Decrypt"], ["dynamodb", "PutItem"], ["ec2", "RunInstances"], ["iam", "GetRole"]])("daily work (%s %s) raises nothing", (service, name) => {
    expect(raisedBy(call(service, name))).toEqual([]);
  });

  test("of other kinds have a sample each", () => {
    expect(Object.keys(REPORTS).toSorted()).toEqual(alerts.filter((alert) => !calls.includes(alert)).map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(REPORTS))("%s is raised by its event, and not by one beside it", (id, { raises, passes }) => {
    expect(raisedBy(raises)).toEqual([id]);
    expect(raisedBy(passes)).not.toContain(id);
  });

  test("of alarms are of the platform's own, and of those that go off", () => {
    const { pattern } = alarmAlert(deployment, ["us-east-1"]);
    expect(matches(pattern, ALARM_EVENT)).toBe(true);
    expect(matches(pattern, { ...ALARM_EVENT, resources: ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:other-app"] })).toBe(false);
    expect(matches(pattern, { ...ALARM_EVENT, detail: { state: { value: "OK" } } })).toBe(false);
  });
});

/** Whether the rules of a region forward an event. */
function forwards(place: typeof deployment, region: string, event: object): boolean {
  return forwardedAlerts(place, phiBuckets, false).filter((entry) => entry.region === region)
    .flatMap((entry) => forwardingPatterns(entry.alerts)).some((pattern) => matches(JSON.parse(pattern), event));
}

describe("forwarding", () => {
  test("takes place from the recovery region, and from us-east-1 wherever the stack is (X-13)", () => {
    expect(forwardedAlerts(deployment, phiBuckets, false).map(({ region }) => region)).toEqual(["us-west-2"]);
    expect(forwardedAlerts(farFromGlobal, phiBuckets, false).map(({ region }) => region)).toEqual(["us-west-2", "us-east-1"]);
    expect(forwardedAlerts({ ...farFromGlobal, recoveryRegion: "us-east-1" }, phiBuckets, false).map(({ region }) => region)).toEqual(["us-east-1"]);
  });

  test.each(raisingCalls)("of %s (%s %s) comes from where AWS records it", (id, service, name) => {
    const isGlobal = alerts.find((alert) => alert.id === id)?.global === true;
    expect(forwards(farFromGlobal, "us-east-1", call(service, name))).toBe(isGlobal);
    expect(forwards(farFromGlobal, "us-west-2", call(service, name))).toBe(!isGlobal);
    expect(forwards({ ...farFromGlobal, recoveryRegion: "us-east-1" }, "us-east-1", call(service, name))).toBe(true);
  });

  test.each(Object.entries(REPORTS).filter(([id]) => !id.startsWith("security-hub")))("of %s comes from where AWS records it", (id, { raises }) => {
    const isGlobal = alerts.find((alert) => alert.id === id)?.global === true;
    expect(forwards(farFromGlobal, "us-east-1", raises)).toBe(isGlobal);
    expect(forwards(farFromGlobal, "us-west-2", raises)).toBe(!isGlobal);
  });

  test("leaves to Security Hub what it gathers itself, so that nobody is told twice", () => {
    expect(forwards(deployment, "us-west-2", REPORTS["security-hub-critical"]?.raises ?? {})).toBe(false);
  });

  test.each([["s3", "PutObject"], ["s3", "GetObject"], ["dynamodb", "GetItem"], ["kms", "Decrypt"]])("never takes data events (%s %s) out of their region", (service, name) => {
    expect(forwards(farFromGlobal, "us-west-2", call(service, name))).toBe(false);
  });

  test("needs few rules, each within EventBridge's limit", () => {
    for (const { alerts: forwarded } of forwardedAlerts({ ...farFromGlobal, recoveryRegion: "us-east-1" }, phiBuckets, true)) {
      const patterns = forwardingPatterns(forwarded);
      expect(patterns.length).toBeLessThanOrEqual(5);
      expect(Math.max(...patterns.map((pattern) => pattern.length))).toBeLessThanOrEqual(LONGEST_PATTERN);
    }
  });
});
