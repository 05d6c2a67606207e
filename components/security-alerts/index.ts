export { type AlertNames, alertNames } from "./alert-names.ts";
export { type AlertSettings, alertProblems } from "./alert-problems.ts";
export { AlertSeverity } from "./alert-text.ts";
export type { PagerDutyEndpoint, SlackEndpoint } from "./chat-endpoints.ts";
export { SecurityAlerts, type SecurityAlertsArgs } from "./security-alerts.ts";
export type { AlertSubscribers } from "./subscribers.ts";
