import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as iam from "@pulumi/aws/iam/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { trailNames } from "./trail-names.ts";
import { deliveryPolicy } from "./trail-policies.ts";

/** The trail in CloudWatch Logs, and the role with which CloudTrail writes there. */
export interface Stream {
  readonly logGroup: cloudwatch.LogGroup;
  readonly role: iam.Role;
  readonly permission: iam.RolePolicyAttachment;
}

/** Log group and delivery role of a streamed trail (S4-31, S4-43). */
export function createStream(parent: pulumi.Resource, name: string, { deployment, logsKeyArn, organizationId }: AuditTrailArgs, retentionInDays: number): Stream {
  const names = trailNames(deployment);
  const logGroup = new cloudwatch.LogGroup(`${name}-log-group`, {
    name: names.logGroup, kmsKeyId: logsKeyArn, retentionInDays,
    // A working copy for alarms and queries; the evidence is the locked bucket.
    tags: classified("operational", { Name: names.logGroup }),
  }, { parent, protect: true });
  const role = new iam.Role(`${name}-delivery`, {
    name: names.deliveryRole,
    description: "CloudTrail writes the trail to CloudWatch Logs",
    assumeRolePolicy: serviceTrustIfSourceSent("cloudtrail.amazonaws.com", deployment.accountId),
  }, { parent });
  const policy = new iam.Policy(`${name}-delivery-policy`, { name: names.deliveryRole, policy: deliveryPolicy(deployment, organizationId) }, { parent });
  const permission = new iam.RolePolicyAttachment(`${name}-delivery-permission`, { role: role.name, policyArn: policy.arn }, { parent });
  return { logGroup, role, permission };
}
