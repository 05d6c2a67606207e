import { Stack } from "@pulumi/aws/cloudformation/stack.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { serviceTrust, serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import { alertNames } from "./alert-names.ts";
import { endpointsPolicy, endpointsSetupPolicy } from "./alert-policies.ts";
import { type AlertWords, pagerDutyEvent, slackMessage, type Transformer } from "./alert-text.ts";
import { ENDPOINT_OUTPUTS, endpointsTemplate } from "./endpoints-template.ts";

/** A channel of Slack, to which a bot of the company's own posts. */
export interface SlackEndpoint {
  /** Id of the channel, such as `C0123456789`; the bot is a member of it. */
  readonly channelId: string;
  /**
   * Name of the secret in the primary region whose JSON has the key `authorization`: the word
   * `Bearer`, a space and the bot's token, which has the scope `chat:write`.
   */
  readonly secretName: string;
  /**
   * Version of the secret to use; name the new one after a rotation.
   * @default the version that is current when the endpoint is made
   */
  readonly secretVersionId?: string;
}

/** A service of PagerDuty with an integration of the kind "Events API v2". */
export interface PagerDutyEndpoint {
  /** Name of the secret in the primary region whose JSON has the key `routingKey`: the integration's key. */
  readonly secretName: string;
  /**
   * Version of the secret to use; name the new one after a rotation.
   * @default the version that is current when the endpoint is made
   */
  readonly secretVersionId?: string;
}

/** The endpoints as targets of rules. */
export interface ChatEndpoints {
  readonly roleArn: pulumi.Output<string>;
  readonly endpoints: readonly { readonly id: string; readonly arn: pulumi.Output<string>; readonly message: (alert: AlertWords) => Transformer }[];
}

export interface ChatSpec {
  readonly deployment: Deployment;
  readonly slack?: SlackEndpoint;
  readonly pagerDuty?: PagerDutyEndpoint;
  /** Alias of the key under which the secrets lie. */
  readonly secretsKeyAlias: string;
}

/** Endpoints of Slack and PagerDuty whose credentials this program never sees. */
export function createChatEndpoints(parent: pulumi.Resource, name: string, spec: ChatSpec): ChatEndpoints {
  const { deployment, slack, pagerDuty, secretsKeyAlias } = spec;
  const names = alertNames(deployment);
  const secretNames = [slack, pagerDuty].flatMap((endpoint) => (endpoint === undefined ? [] : [endpoint.secretName]));
  const setup = role(parent, `${name}-setup`, names.endpointsSetupRole, {
    trust: serviceTrustIfSourceSent("cloudformation.amazonaws.com", deployment.accountId),
    policy: endpointsSetupPolicy(deployment, secretNames, secretsKeyAlias),
  });
  const stack = new Stack(name, {
    name: names.endpointsStack,
    templateBody: endpointsTemplate(deployment, {
      ...(slack === undefined ? {} : { slack: { secretName: slack.secretName, field: "authorization", ...version(slack.secretVersionId) } }),
      ...(pagerDuty === undefined ? {} : { pagerDuty: { secretName: pagerDuty.secretName, field: "routingKey", ...version(pagerDuty.secretVersionId) } }),
    }),
    iamRoleArn: setup.role.arn,
    onFailure: "DELETE",
    timeoutInMinutes: 10,
    tags: classified("operational"),
  }, { parent, dependsOn: [setup.attachment] });
  const use = role(parent, `${name}-use`, names.endpointsRole, { trust: serviceTrust("events.amazonaws.com", deployment.accountId), policy: endpointsPolicy(deployment) });
  return {
    // Targets wait for the permission, or the first alert is lost.
    roleArn: pulumi.all([use.role.arn, use.attachment.id]).apply(([arn]) => arn),
    endpoints: [
      ...(slack === undefined ? [] : [{
        id: "slack", arn: outputOf(stack, ENDPOINT_OUTPUTS.slack), message: (alert: AlertWords): Transformer => slackMessage(alert, deployment.prefix, slack.channelId),
      }]),
      ...(pagerDuty === undefined ? [] : [{
        id: "pagerduty", arn: outputOf(stack, ENDPOINT_OUTPUTS.pagerDuty), message: (alert: AlertWords): Transformer => pagerDutyEvent(alert, deployment.prefix),
      }]),
    ],
  };
}

/** A role with one customer-managed policy. */
export function role(
  parent: pulumi.Resource, name: string, physical: string, { trust, policy }: { readonly trust: string; readonly policy: string },
): { readonly role: Role; readonly attachment: RolePolicyAttachment } {
  const made = new Role(`${name}-role`, { name: physical, assumeRolePolicy: trust, tags: classified("operational") }, { parent });
  const rights = new Policy(`${name}-policy`, { name: physical, policy, tags: classified("operational") }, { parent: made });
  return { role: made, attachment: new RolePolicyAttachment(`${name}-rights`, { role: made.name, policyArn: rights.arn }, { parent: made }) };
}

function version(versionId: string | undefined): { readonly versionId?: string } {
  return versionId === undefined ? {} : { versionId };
}

function outputOf(stack: Stack, output: string): pulumi.Output<string> {
  return stack.outputs.apply((outputs) => {
    const value = outputs[output];
    if (value === undefined) {
      throw new pulumi.RunError(`the CloudFormation stack of the alert endpoints has no output ${output}; it was changed by hand. Run pulumi refresh, then pulumi up`);
    }
    return value;
  });
}
