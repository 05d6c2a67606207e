import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { forwardedAlerts, topicAlerts } from "./alert-catalog.ts";
import { alertProblems } from "./alert-problems.ts";
import { alertRule } from "./alert-rules.ts";
import { AlertSeverity } from "./alert-text.ts";
import { type ChatEndpoints, createChatEndpoints, type PagerDutyEndpoint, type SlackEndpoint } from "./chat-endpoints.ts";
import { createForwardingRole, forwardEvents } from "./forwarding.ts";
import { alarmAlert } from "./operation-alerts.ts";
import { createGlobalKey, createRegionalAlerting, type RegionalAlerting } from "./regional-alerting.ts";
import type { AlertSubscribers } from "./subscribers.ts";

export interface SecurityAlertsArgs {
  readonly deployment: Deployment;
  /** Key of topics and queues; its policy lets CloudWatch, EventBridge and SNS use it. */
  readonly messagesKeyArn: pulumi.Input<string>;
  /** The same key's replica in the recovery region. */
  readonly recoveryMessagesKeyArn: pulumi.Input<string>;
  /** Who hears of alerts, by the topics; at least one. */
  readonly subscribers: AlertSubscribers;
  /** Names of the buckets for PHI: what Macie finds in them is where it should be. */
  readonly phiBuckets: string[];
  /**
   * A topic to use in place of the two of the primary region (S4-103). Its policy must let
   * `events.amazonaws.com` and `cloudwatch.amazonaws.com` publish, and so must its key's.
   * @default topics of the component's own
   */
  readonly existingTopicArn?: string;
  /** @default no Slack */
  readonly slack?: SlackEndpoint;
  /** @default no PagerDuty */
  readonly pagerDuty?: PagerDutyEndpoint;
  /**
   * Alias of the key under which the secrets of `slack` and `pagerDuty` lie; needed with either.
   * @default none: there is neither
   */
  readonly secretsKeyAlias?: string;
  /**
   * Whether only policies that AWS maintains may be attached (X-02, S5-09). None of them lets a rule put
   * events on one bus or call one endpoint, so that each region then alerts by topics of its own, and
   * `slack` and `pagerDuty` are refused.
   * @default false
   */
  readonly managedOnly?: boolean;
}

/**
 * Alerts that reach people within minutes, from every region in which something can happen.
 *
 * Guarantees: sign-in of the root user, changes of security groups, of IAM and of keys, tampering with
 * the trail, with backups, with detection and with the alerts themselves, public access, findings of
 * GuardDuty, Macie, Security Hub, Access Analyzer and AWS Config, and failed backups raise an alert by
 * EventBridge, without waiting for a log. Events of the recovery region, and those of us-east-1 where
 * AWS records sign-in and IAM, are forwarded to the primary region. Topics and queues are encrypted and
 * TLS only. What cannot be delivered within an hour is kept for 14 days and raises an alarm by another
 * way. The text of an alert takes from an event only identifiers, times and kinds that AWS makes up:
 * it cannot carry PHI. Credentials of Slack and PagerDuty never enter this program or its state:
 * CloudFormation hands them from Secrets Manager to EventBridge.
 * Latency: EventBridge delivers within seconds; CloudTrail hands it a call within a few minutes at the
 * latest, GuardDuty a new finding within five.
 *
 * Requirement rows: S1-42, S1-48, S1-49, S1-51, S3-43, S3-44, S4-51 to S4-56, S4-103, S5-27, X-12, X-13, X-15.
 * Upholds 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(C), 164.308(a)(6)(i), 164.308(a)(6)(ii), 164.312(b).
 *
 * #### Cost
 * Rules on AWS's own events and a few thousand e-mails are free; an alarm per region 0.10 USD, calls of
 * Slack and PagerDuty 0.20 USD per million, an SMS in the United States about 0.01 USD. Under 1 USD a
 * month; 1 USD more for a key where neither region is us-east-1.
 *
 * @example
 * ```typescript
 * new SecurityAlerts("alerts", {
 *   deployment, phiBuckets: [stores.bucket],
 *   messagesKeyArn: keys.keyArn("messages"), recoveryMessagesKeyArn: keys.replicaKeyArn("messages"),
 *   subscribers: { emails: ["oncall@example.com"] },
 *   pagerDuty: { secretName: "hipaa-prod/pagerduty" }, secretsKeyAlias: "alias/hipaa-prod/secrets",
 * });
 * ```
 */
export class SecurityAlerts extends pulumi.ComponentResource {
  /** Topic for what somebody must look at once; alarms of the primary region publish to it. */
  readonly criticalTopicArn: pulumi.Output<string>;
  /** Topic for what can wait until the working day. */
  readonly warningTopicArn: pulumi.Output<string>;
  /** Topic of the recovery region, for alarms there. */
  readonly recoveryTopicArn: pulumi.Output<string>;
  /** Queue of the primary region with alerts that reached nobody. */
  readonly undeliveredQueueArn: pulumi.Output<string>;

  constructor(name: string, args: SecurityAlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:SecurityAlerts", name, {}, opts);
    refuseProblems(alertProblems(args, args.deployment), this, name);

    const home = createHome(this, name, args);
    createRules(this, name, args, home);
    const away = createForwarding(this, name, args);
    this.criticalTopicArn = pulumi.output(home.topicArns.critical);
    this.warningTopicArn = pulumi.output(home.topicArns.warning);
    this.recoveryTopicArn = pulumi.output(away.topicArns.critical);
    this.undeliveredQueueArn = home.queueArn;
    this.registerOutputs({
      criticalTopicArn: this.criticalTopicArn, warningTopicArn: this.warningTopicArn, recoveryTopicArn: this.recoveryTopicArn, undeliveredQueueArn: this.undeliveredQueueArn,
    });
  }
}

function createHome(parent: SecurityAlerts, name: string, { deployment, messagesKeyArn, subscribers, existingTopicArn }: SecurityAlertsArgs): RegionalAlerting {
  return createRegionalAlerting(parent, name, {
    deployment, subscribers, region: deployment.region, keyArn: messagesKeyArn, severities: Object.values(AlertSeverity),
    ...(existingTopicArn === undefined ? {} : { existingTopicArn }),
  });
}

function createRules(parent: SecurityAlerts, name: string, args: SecurityAlertsArgs, home: RegionalAlerting): void {
  const { deployment, phiBuckets } = args;
  const chat = chatOf(parent, name, args);
  const common = { deployment, queueArn: home.queueArn, ...(chat === undefined ? {} : { chat }) };
  for (const alert of topicAlerts(phiBuckets)) {
    alertRule(parent, name, alert, { ...common, topicArns: home.topicArns });
  }
  if (chat !== undefined) {
    alertRule(parent, name, alarmAlert(deployment, [deployment.region, deployment.recoveryRegion]), common);
  }
}

/** Rules and queues of the other regions. @returns the recovery region's ways to people */
function createForwarding(parent: SecurityAlerts, name: string, args: SecurityAlertsArgs): RegionalAlerting {
  const { deployment, phiBuckets, subscribers, recoveryMessagesKeyArn } = args;
  const managedOnly = args.managedOnly ?? false;
  const severities = managedOnly ? Object.values(AlertSeverity) : [AlertSeverity.Critical];
  const roleArn = managedOnly ? undefined : createForwardingRole(parent, `${name}-forwarding`, deployment);
  const recovery = createRegionalAlerting(parent, `${name}-recovery`, { deployment, subscribers, severities, region: deployment.recoveryRegion, keyArn: recoveryMessagesKeyArn });
  for (const { region, alerts } of forwardedAlerts(deployment, phiBuckets, hasChat(args))) {
    const isRecovery = region === deployment.recoveryRegion;
    const place = isRecovery ? `${name}-recovery` : `${name}-global`;
    const { queueArn, topicArns } = isRecovery ? recovery : createRegionalAlerting(parent, place, {
      deployment, subscribers, severities, region, keyArn: createGlobalKey(parent, `${place}-key`, deployment, region),
    });
    if (roleArn === undefined) {
      alerts.forEach((alert) => { alertRule(parent, place, alert, { deployment, region, queueArn, topicArns }); });
    } else {
      forwardEvents(parent, place, { deployment, region, alerts, roleArn, queueArn });
    }
  }
  return recovery;
}

function hasChat({ slack, pagerDuty }: SecurityAlertsArgs): boolean {
  return slack !== undefined || pagerDuty !== undefined;
}

function chatOf(parent: SecurityAlerts, name: string, args: SecurityAlertsArgs): ChatEndpoints | undefined {
  const { deployment, slack, pagerDuty, secretsKeyAlias } = args;
  return secretsKeyAlias === undefined || !hasChat(args) ? undefined : createChatEndpoints(parent, `${name}-endpoints`, {
    deployment, secretsKeyAlias, ...(slack === undefined ? {} : { slack }), ...(pagerDuty === undefined ? {} : { pagerDuty }),
  });
}
