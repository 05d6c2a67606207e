import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { attachManaged } from "../lib/managed-policy.ts";
import { policyDocument, serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import type { Problem } from "../lib/problems.ts";
import { breakGlassPattern, breakGlassRole, breakGlassTrust, emergencyPolicy, LOOK_AROUND, NEAREST_MANAGED } from "./break-glass-policy.ts";

/** The way in when everything else fails. */
export interface BreakGlass {
  /** ARNs of IAM users who may take the role, each with a second factor and a policy that lets them. At most ten. */
  readonly userArns: string[];
  /** Aliases of the keys of patients' data and of the database's secrets. */
  readonly keyAliases: string[];
}

/** People who may take the role; more are no longer an exception. */
const MOST_PEOPLE = 10;

/**
 * The role, and an alert for each use and each attempt, from every region in which it may be taken.
 * @returns ARN of the role
 */
export function createBreakGlass(
  parent: pulumi.Resource, name: string, deployment: Deployment, { userArns, keyAliases }: BreakGlass, managedOnly: boolean, topicArn: pulumi.Input<string>,
): pulumi.Output<string> {
  const roleName = breakGlassRole(deployment);
  const role = new Role(`${name}-break-glass`, {
    name: roleName, description: "Emergencies only: each use is an incident to be explained", assumeRolePolicy: breakGlassTrust(userArns), maxSessionDuration: 3600,
  }, { parent });
  const own = managedOnly ? [] : [new Policy(`${name}-break-glass-policy`, {
    name: roleName, description: "Reach, restore and fail over patients' data in an emergency", policy: emergencyPolicy(deployment, keyAliases),
  }, { parent }).arn];
  const managed = [LOOK_AROUND, ...(managedOnly ? NEAREST_MANAGED : [])];
  const permission = (index: number): string => `${name}-break-glass-permission-${String(index)}`;
  managed.forEach((policy, index) => attachManaged(permission(index), { deployment, role: role.name, ...policy }, { parent }));
  own.forEach((policyArn, index) => new RolePolicyAttachment(permission(managed.length + index), { role: role.name, policyArn }, { parent }));
  createAlerts(parent, name, deployment, managedOnly, topicArn);
  return role.arn;
}

/** What is wrong with who may take the role. Pure, so that a stack's configuration is held to the same. */
export function breakGlassProblems(argument: string, { userArns, keyAliases }: BreakGlass): readonly Problem[] {
  return [
    ...(userArns.length >= 1 && userArns.length <= MOST_PEOPLE ? [] : [{
      argument: `${argument}.userArns`, value: userArns.length, allowed: `1 to ${String(MOST_PEOPLE)} people`, change: "Two are usual, so that one may be away",
    }]),
    ...userArns.flatMap((arn, index) => (/^arn:[a-z-]+:iam::\d{12}:user\/[\w+=,.@/-]+$/u.test(arn) ? [] : [{
      argument: `${argument}.userArns[${String(index)}]`, value: arn, allowed: "the ARN of one IAM user: a session of a role carries no second factor on to the next role", change: "Name a person's user, such as arn:aws:iam::123456789012:user/first.last",
    }])),
    ...keyAliases.flatMap((alias, index) => (/^alias\/[\w/-]+$/u.test(alias) ? [] : [{
      argument: `${argument}.keyAliases[${String(index)}]`, value: alias, allowed: "an alias of KMS such as alias/hipaa-dev/phi-data, without patterns", change: "List the aliases of the keys of patients' data",
    }])),
  ];
}

/** STS is asked in many regions, and the console in us-east-1: their events go to the primary region's bus, and from there to the topic. */
function createAlerts(parent: pulumi.Resource, name: string, deployment: Deployment, managedOnly: boolean, topicArn: pulumi.Input<string>): void {
  const used = createRule(parent, `${name}-break-glass-used`, deployment, deployment.region);
  new EventTarget(`${name}-break-glass-alert`, {
    rule: used.name, arn: topicArn, targetId: "alerts",
    inputTransformer: {
      inputPaths: { call: "$.detail.eventName", time: "$.time", account: "$.account", region: "$.region", id: "$.detail.eventID" },
      inputTemplate: '"BREAK GLASS: <call> of the emergency role in account <account>, <region>, at <time>. Who: CloudTrail event <id>. If nobody declared an emergency, end the role\'s sessions in IAM and follow the incident plan."',
    },
  }, { parent });
  // AWS maintains no policy for one event bus.
  const elsewhere = managedOnly ? [] : [...new Set([deployment.recoveryRegion, "us-east-1"])].filter((region) => region !== deployment.region);
  if (elsewhere.length === 0) {
    return;
  }
  const bus = arnOf(deployment, "events", "event-bus/default");
  const forwarder = createForwarder(parent, `${name}-break-glass-forwarder`, deployment, bus);
  for (const region of elsewhere) {
    const rule = createRule(parent, `${name}-break-glass-used-${region}`, deployment, region);
    new EventTarget(`${name}-break-glass-forward-${region}`, { rule: rule.name, arn: bus, targetId: "primary-region", roleArn: forwarder, region }, { parent });
  }
}

function createRule(parent: pulumi.Resource, name: string, deployment: Deployment, region: string): EventRule {
  return new EventRule(name, {
    name: `${breakGlassRole(deployment)}-used`,
    description: "Somebody takes the emergency role, or tries to",
    eventPattern: breakGlassPattern(deployment),
    // CloudTrail counts AssumeRole as a read, and EventBridge leaves reads out unless it is told.
    state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    region,
    tags: classified("operational"),
  }, { parent });
}

function createForwarder(parent: pulumi.Resource, name: string, deployment: Deployment, bus: string): pulumi.Output<string> {
  const physical = `${breakGlassRole(deployment)}-forwarder`;
  const role = new Role(name, {
    name: physical, description: "Events of the emergency role reach the primary region", assumeRolePolicy: serviceTrustIfSourceSent("events.amazonaws.com", deployment.accountId), maxSessionDuration: 3600,
  }, { parent });
  const policy = new Policy(`${name}-policy`, {
    name: physical,
    policy: policyDocument([{ sid: "Forward", reason: "events are put on the primary region's default bus, and on no other", actions: ["events:PutEvents"], resources: [bus] }]),
  }, { parent });
  const attachment = new RolePolicyAttachment(`${name}-permission`, { role: role.name, policyArn: policy.arn }, { parent });
  return pulumi.all([role.arn, attachment.id]).apply(([arn]) => arn);
}
