/**
 * All that an alert may take from an event: a closed list of identifiers, times and kinds that AWS
 * makes up itself. What people or programs write (parameters, names of persons, titles, descriptions,
 * keys of objects) is not on it, so no alert can carry PHI (X-15). The record or the finding that an
 * alert names is looked up in the account, behind its access control.
 */
export const ALERT_FIELDS = {
  id: "$.id",
  kind: "$.detail-type",
  time: "$.time",
  account: "$.account",
  region: "$.region",
  call: "$.detail.eventName",
  record: "$.detail.eventID",
  finding: "$.detail.id",
  findingType: "$.detail.type",
  findingSeverity: "$.detail.severity",
  hubFinding: "$.detail.findings[0].Id",
  hubSeverity: "$.detail.findings[0].Severity.Label",
  configRule: "$.detail.configRuleName",
  resourceType: "$.detail.resourceType",
  databaseEvent: "$.detail.EventID",
  healthService: "$.detail.service",
  healthEvent: "$.detail.eventTypeCode",
  alarm: "$.detail.alarmName",
  alarmState: "$.detail.state.value",
} as const;
export type AlertField = keyof typeof ALERT_FIELDS;

/** How urgent an alert is: each severity has a topic. */
export const AlertSeverity = {
  /** Somebody must look at once, at night too. */
  Critical: "critical",
  /** Somebody must look on the same working day. */
  Warning: "warning",
} as const;
export type AlertSeverity = (typeof AlertSeverity)[keyof typeof AlertSeverity];

/** The words of an alert; all of them our own. */
export interface AlertWords {
  /** Part of the rule's name, and the class of the incident. */
  readonly id: string;
  readonly severity: AlertSeverity;
  /** What happened. */
  readonly meaning: string;
  /** What to do first. */
  readonly action: string;
  /** Fields of the event that say which one. */
  readonly fields: readonly AlertField[];
}

/** What EventBridge makes of an event before it delivers it. */
export interface Transformer {
  readonly inputPaths: Record<string, string>;
  readonly inputTemplate: string;
}

/** Fields that every alert has. */
const COMMON = ["time", "account", "region", "id"] as const satisfies readonly AlertField[];

/** One line for people: topics, so e-mail, SMS and webhooks. */
export function topicMessage(alert: AlertWords, prefix: string): Transformer {
  return { inputPaths: pathsOf(alert), inputTemplate: JSON.stringify(lineOf(alert, prefix)) };
}

/** The body of Slack's `chat.postMessage`. */
export function slackMessage(alert: AlertWords, prefix: string, channelId: string): Transformer {
  return { inputPaths: pathsOf(alert), inputTemplate: JSON.stringify({ channel: channelId, text: lineOf(alert, prefix) }) };
}

/** The body of PagerDuty's Events API v2, without the routing key, which the connection adds. */
export function pagerDutyEvent(alert: AlertWords, prefix: string): Transformer {
  return {
    inputPaths: pathsOf(alert),
    inputTemplate: JSON.stringify({
      event_action: "trigger",
      // One incident per event, however often EventBridge delivers it.
      dedup_key: "<id>",
      payload: { summary: lineOf(alert, prefix), severity: alert.severity, source: "<account> <region>", timestamp: "<time>", component: prefix, class: alert.id },
    }),
  };
}

function pathsOf({ fields }: AlertWords): Record<string, string> {
  return Object.fromEntries([...COMMON, ...fields].map((field) => [field, ALERT_FIELDS[field]]));
}

function lineOf({ severity, meaning, action, fields }: AlertWords, prefix: string): string {
  const details = fields.map((field) => `${field} <${field}>`).join(", ");
  return `${prefix} ${severity.toUpperCase()}: ${meaning} Account <account>, <region>, <time>; ${details === "" ? "" : `${details}; `}event <id>. ${action}`;
}
