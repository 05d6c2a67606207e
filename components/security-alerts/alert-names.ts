import { arnOf, type Deployment } from "../lib/deployment.ts";

/** Physical names of a deployment's alerting; the same in every region. */
export interface AlertNames {
  readonly criticalTopic: string;
  readonly warningTopic: string;
  readonly undeliveredQueue: string;
  readonly forwardingRole: string;
  readonly endpointsRole: string;
  readonly endpointsSetupRole: string;
  readonly endpointsStack: string;
  readonly slackEndpoint: string;
  readonly pagerDutyEndpoint: string;
  /** Alias of the key that the component makes where the deployment has none. */
  readonly globalKeyAlias: string;
}

/** Names of a deployment's alerting, known before anything exists. */
export function alertNames({ prefix }: Deployment): AlertNames {
  return {
    criticalTopic: `${prefix}-alerts-critical`,
    warningTopic: `${prefix}-alerts-warning`,
    undeliveredQueue: `${prefix}-alerts-undelivered`,
    forwardingRole: `${prefix}-alert-forwarding`,
    endpointsRole: `${prefix}-alert-endpoints`,
    endpointsSetupRole: `${prefix}-alert-endpoints-setup`,
    endpointsStack: `${prefix}-alert-endpoints`,
    slackEndpoint: `${prefix}-alerts-slack`,
    pagerDutyEndpoint: `${prefix}-alerts-pagerduty`,
    globalKeyAlias: `alias/${prefix}/alert-messages`,
  };
}

/** Name of the rule that raises an alert. */
export function ruleName({ prefix }: Deployment, alertId: string): string {
  return `${prefix}-alert-${alertId}`;
}

/** ARN of the bus on which AWS services and forwarding rules put events, in the primary region. */
export function homeBusArn(deployment: Deployment): string {
  return arnOf(deployment, "events", "event-bus/default");
}
