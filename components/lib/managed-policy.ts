import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import { awsManagedPolicyArn, type Deployment } from "./deployment.ts";
import { tellAttachment } from "./permission-reasons.ts";

/** A policy that AWS maintains, and why a role needs it (S5-12). */
export interface ManagedPolicy {
  /** Its name with the path, such as `service-role/AWSBackupServiceRolePolicyForBackup`. */
  readonly policy: string;
  /** Why the role needs it; read by people, not sent to AWS. */
  readonly reason: string;
}

export interface ManagedAttachment extends ManagedPolicy {
  readonly deployment: Deployment;
  /** Name of the role. */
  readonly role: pulumi.Input<string>;
}

/** Attaches a policy that AWS maintains. Every such attachment is made here, so that none is without a reason. */
export function attachManaged(logicalName: string, { deployment, role, policy, reason }: ManagedAttachment, options: pulumi.CustomResourceOptions): RolePolicyAttachment {
  tellAttachment(logicalName, reason);
  return new RolePolicyAttachment(logicalName, { role, policyArn: awsManagedPolicyArn(deployment, policy) }, options);
}
