import type { Deployment } from "../lib/deployment.ts";
import type { Alert } from "./alert.ts";
import { API_CALL_ALERTS } from "./api-call-alerts.ts";
import { findingAlerts } from "./finding-alerts.ts";
import { alarmAlert, OPERATION_ALERTS } from "./operation-alerts.ts";

/** Where AWS records the events of its global services: sign-in and IAM. */
export const GLOBAL_REGION = "us-east-1";

/** Alerts that go to topics, and to the chat endpoints where there are any. */
export function topicAlerts(phiBuckets: readonly string[]): readonly Alert[] {
  return [...findingAlerts(phiBuckets), ...API_CALL_ALERTS, ...OPERATION_ALERTS];
}

/** Regions besides the primary one whose events are forwarded, with the alerts that can begin there. */
export function forwardedAlerts(deployment: Deployment, phiBuckets: readonly string[], chat: boolean): readonly { readonly region: string; readonly alerts: readonly Alert[] }[] {
  const { region: home, recoveryRegion } = deployment;
  const regions = [...new Set([recoveryRegion, GLOBAL_REGION])].filter((region) => region !== home);
  const alerts = [...topicAlerts(phiBuckets).filter(({ gathered }) => gathered !== true), ...(chat ? [alarmAlert(deployment, regions)] : [])];
  return regions.map((region) => ({
    region,
    // Nothing of the platform runs in a region that is there for global services only.
    alerts: region === recoveryRegion ? alerts.filter(({ global }) => global !== true || region === GLOBAL_REGION) : alerts.filter(({ global }) => global === true),
  }));
}
