import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { trailNames } from "./trail-names.ts";
import { deliveryPolicy } from "./trail-policies.ts";

/** The trail in CloudWatch Logs, and the role with which CloudTrail writes there. */
export interface Stream {
  readonly logGroup: LogGroup;
  readonly role: Role;
  readonly permission: RolePolicyAttachment;
}

/** Log group and delivery role of a streamed trail (S4-31, S4-43). */
export function createStream(parent: pulumi.Resource, name: string, { deployment, auditKeyArn, logsKeyArn, organizationId }: AuditTrailArgs, retentionInDays: number): Stream {
  const names = trailNames(deployment);
  const logGroup = new LogGroup(`${name}-log-group`, {
    name: names.logGroup, kmsKeyId: logsKeyArn ?? auditKeyArn, retentionInDays,
    // A working copy for alarms and queries; the evidence is the locked bucket.
    tags: classified("operational", { Name: names.logGroup }),
  }, { parent, protect: true });
  const role = new Role(`${name}-delivery`, {
    name: names.deliveryRole,
    description: "CloudTrail writes the trail to CloudWatch Logs",
    assumeRolePolicy: serviceTrustIfSourceSent("cloudtrail.amazonaws.com", deployment.accountId),
  }, { parent });
  const policy = new Policy(`${name}-delivery-policy`, { name: names.deliveryRole, policy: deliveryPolicy(deployment, organizationId) }, { parent });
  const permission = new RolePolicyAttachment(`${name}-delivery-permission`, { role: role.name, policyArn: policy.arn }, { parent });
  return { logGroup, role, permission };
}
