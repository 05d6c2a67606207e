import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { serviceTrust } from "../lib/policy-document.ts";
import type { Alert } from "./alert.ts";
import { alertNames, homeBusArn, ruleName } from "./alert-names.ts";
import { forwardingPolicy } from "./alert-policies.ts";
import { RETRY } from "./alert-rules.ts";
import { role } from "./chat-endpoints.ts";
import { forwardingPatterns } from "./forwarding-patterns.ts";

/** Role with which rules of other regions put events on the primary region's bus. @returns its ARN, once it may */
export function createForwardingRole(parent: pulumi.Resource, name: string, deployment: Deployment): pulumi.Output<string> {
  const made = role(parent, name, alertNames(deployment).forwardingRole, {
    trust: serviceTrust("events.amazonaws.com", deployment.accountId), policy: forwardingPolicy(deployment),
  });
  return pulumi.all([made.role.arn, made.attachment.id]).apply(([arn]) => arn);
}

export interface ForwardingSpec {
  readonly deployment: Deployment;
  readonly region: string;
  readonly alerts: readonly Alert[];
  readonly roleArn: pulumi.Input<string>;
  readonly queueArn: pulumi.Input<string>;
}

/** Rules in another region that forward to the primary one what raises alerts. */
export function forwardEvents(parent: pulumi.Resource, name: string, { deployment, region, alerts, roleArn, queueArn }: ForwardingSpec): void {
  forwardingPatterns(alerts).forEach((eventPattern, index) => {
    const part = `forward-${String(index + 1)}`;
    const rule = new EventRule(`${name}-${part}`, {
      name: ruleName(deployment, part), region, description: `Forwards events that raise alerts to ${deployment.region}`, eventPattern, tags: classified("operational"),
    }, { parent });
    new EventTarget(`${name}-${part}-home`, {
      rule: rule.name, region, targetId: "home", arn: homeBusArn(deployment), roleArn, retryPolicy: RETRY, deadLetterConfig: { arn: queueArn },
    }, { parent: rule });
  });
}
