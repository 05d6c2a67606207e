import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import { awsManagedPolicyArn, type Deployment } from "../lib/deployment.ts";
import { serviceTrustIfSourceSent } from "../lib/policy-document.ts";

/** Service-scoped policies that AWS maintains, one pair for S3 and one for everything else. */
export const BACKUP_POLICIES = ["service-role/AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForS3Backup"];
export const RESTORE_POLICIES = ["service-role/AWSBackupServiceRolePolicyForRestores", "AWSBackupServiceRolePolicyForS3Restore"];

export interface BackupRole {
  readonly role: Role;
  readonly permissions: readonly RolePolicyAttachment[];
}

/** A role that AWS Backup assumes, with policies that AWS maintains. */
export function backupRole(name: string, spec: { readonly deployment: Deployment; readonly role: string; readonly description: string; readonly policies: readonly string[] }, parent: pulumi.Resource): BackupRole {
  const { deployment } = spec;
  const role = new Role(name, {
    name: spec.role, description: spec.description, assumeRolePolicy: serviceTrustIfSourceSent("backup.amazonaws.com", deployment.accountId),
  }, { parent });
  const permissions = spec.policies.map((policy) => new RolePolicyAttachment(`${name}-${policy.includes("S3") ? "s3" : "all"}`, {
    role: role.name, policyArn: awsManagedPolicyArn(deployment, policy),
  }, { parent }));
  return { role, permissions };
}
