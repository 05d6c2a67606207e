import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { attachOwn, ownPolicy } from "../lib/own-policy.ts";
import { serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { trailNames } from "./trail-names.ts";
import { deliveryPolicy } from "./trail-policies.ts";

/** The trail in CloudWatch Logs, and the role with which CloudTrail writes there. */
export interface Stream {
  readonly logGroup: LogGroup;
  readonly role: Role;
  readonly permissions: readonly pulumi.Resource[];
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
  const policy = ownPolicy(`${name}-delivery-policy`, { deployment, name: names.deliveryRole, policy: deliveryPolicy(deployment, organizationId) }, { parent });
  return { logGroup, role, permissions: attachOwn(`${name}-delivery-permission`, { deployment, role: role.name, policy }, { parent }) };
}
