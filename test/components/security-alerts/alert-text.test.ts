import { describe, expect, test } from "vitest";
import { topicAlerts } from "../../../components/security-alerts/alert-catalog.ts";
import type { Alert } from "../../../components/security-alerts/alert.ts";
import { ALERT_FIELDS, pagerDutyEvent, slackMessage, topicMessage, type Transformer } from "../../../components/security-alerts/alert-text.ts";
import { API_CALL } from "../../../components/security-alerts/event-patterns.ts";
import { alarmAlert } from "../../../components/security-alerts/operation-alerts.ts";
import { alertArguments } from "./alert-arguments.ts";
import { transformed } from "./event-matching.ts";
import { ALARM_EVENT, call, PHI, REPORTS } from "./sample-events.ts";

const { deployment, phiBuckets } = alertArguments;
const alerts = [...topicAlerts(phiBuckets), alarmAlert(deployment, ["us-east-1"])];

const FORMATS: readonly (readonly [string, (alert: Alert) => Transformer])[] = [
  ["topics", (alert) => topicMessage(alert, "hipaa-test")],
  ["Slack", (alert) => slackMessage(alert, "hipaa-test", "C0123456789")],
  ["PagerDuty", (alert) => pagerDutyEvent(alert, "hipaa-test")],
];

/** An event that raises the alert, with PHI in everything that somebody may have written. */
function eventOf({ id, pattern }: Alert): object {
  return id === "alarm" ? ALARM_EVENT : pattern["detail-type"]?.[0] === API_CALL ? call((pattern.source[0] ?? "").replace("aws.", ""), "StopLogging") : REPORTS[id]?.raises ?? {};
}

describe.each(FORMATS)("the text for %s (X-15)", (_format, transformerOf) => {
  test.each(alerts.map((alert) => [alert.id, alert] as const))("%s carries nothing that somebody wrote, whatever the event holds", (_id, alert) => {
    const event = eventOf(alert);
    expect(JSON.stringify(event)).toContain(PHI);
    const text = transformed(transformerOf(alert), event);
    expect(text).not.toContain(PHI);
    expect(text).toContain("6a7e8feb-b491-4cf7-a9f1-bf3703467718");
  });

  test.each(alerts.map((alert) => [alert.id, alert] as const))("%s reads only the closed list of fields", (_id, alert) => {
    const { inputPaths, inputTemplate } = transformerOf(alert);
    const allowed: readonly string[] = Object.values(ALERT_FIELDS);
    expect(Object.values(inputPaths).filter((path) => !allowed.includes(path))).toEqual([]);
    expect([...inputTemplate.matchAll(/<([A-Za-z]+)>/gu)].map(([, name = ""]) => name).filter((name) => inputPaths[name] === undefined)).toEqual([]);
  });

  test.each(alerts.map((alert) => [alert.id, alert] as const))("%s is JSON once the values are in, and says what to do", (_id, alert) => {
    const delivered = transformed(transformerOf(alert), eventOf(alert));
    expect(() => { JSON.parse(delivered); }).not.toThrow();
    expect(delivered).toContain(alert.action);
  });
});

describe("the closed list of fields", () => {
  test.each(Object.entries(ALERT_FIELDS))("%s = %s is no parameter, answer, person, title or whole object", (_name, path) => {
    expect(path).not.toMatch(/requestParameters|responseElements|additionalEventData|userIdentity|userAgent|sourceIP|errorMessage|title|description|message|resources|object|key|\*|^\$\.detail$|^\$$/iu);
  });

  test("has no more than EventBridge can take with any alert", () => {
    for (const alert of alerts) {
      expect(Object.keys(topicMessage(alert, "hipaa-test").inputPaths).length).toBeLessThanOrEqual(100);
    }
  });
});

describe("a message", () => {
  const alert = alerts.find(({ id }) => id === "trail-tampering");

  test("for people says how urgent it is, what happened, where, when and what to do", () => {
    expect(alert === undefined ? "" : JSON.parse(transformed(topicMessage(alert, "hipaa-test"), call("cloudtrail", "StopLogging")))).toBe(
      "hipaa-test CRITICAL: CloudTrail was stopped or changed. Account 111122223333, us-east-1, 2026-03-01T12:00:00Z; call StopLogging, record 0f5f5a3e-record; "
      + "event 6a7e8feb-b491-4cf7-a9f1-bf3703467718. Start it again. Find the record in CloudTrail: who called, from where. If nobody planned it, follow the incident runbook.");
  });

  test("for PagerDuty is one incident per event, of the alert's severity, without the routing key", () => {
    const body: unknown = JSON.parse(alert === undefined ? "{}" : transformed(pagerDutyEvent(alert, "hipaa-test"), call("cloudtrail", "StopLogging")));
    expect(body).toMatchObject({ event_action: "trigger", dedup_key: "6a7e8feb-b491-4cf7-a9f1-bf3703467718", payload: { severity: "critical", source: "111122223333 us-east-1", class: "trail-tampering", component: "hipaa-test" } });
    expect(body).not.toHaveProperty("routing_key");
  });

  test("for Slack names the channel", () => {
    expect(JSON.parse(alert === undefined ? "{}" : transformed(slackMessage(alert, "hipaa-test", "C0123456789"), call("cloudtrail", "StopLogging")))).toMatchObject({ channel: "C0123456789" });
  });
});
