import { Role } from "@pulumi/aws/iam/role.js";
import type { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { attachManaged, type ManagedPolicy } from "../lib/managed-policy.ts";
import { serviceTrustIfSourceSent } from "../lib/policy-document.ts";

/** Service-scoped policies that AWS maintains, one pair for S3 and one for everything else. */
export const BACKUP_POLICIES: readonly ManagedPolicy[] = [
  { policy: "service-role/AWSBackupServiceRolePolicyForBackup", reason: "AWS Backup reads databases, tables and volumes, and copies recovery points to the other vault" },
  { policy: "AWSBackupServiceRolePolicyForS3Backup", reason: "AWS Backup reads buckets, which the policy for everything else leaves out" },
];
export const RESTORE_POLICIES: readonly ManagedPolicy[] = [
  { policy: "service-role/AWSBackupServiceRolePolicyForRestores", reason: "AWS Backup creates databases, tables and volumes from recovery points" },
  { policy: "AWSBackupServiceRolePolicyForS3Restore", reason: "AWS Backup writes restored objects to buckets, which the policy for everything else leaves out" },
];

export interface BackupRole {
  readonly role: Role;
  readonly permissions: readonly RolePolicyAttachment[];
}

/** A role that AWS Backup assumes, with policies that AWS maintains. */
export function backupRole(name: string, spec: { readonly deployment: Deployment; readonly role: string; readonly description: string; readonly policies: readonly ManagedPolicy[] }, parent: pulumi.Resource): BackupRole {
  const { deployment } = spec;
  const role = new Role(name, {
    name: spec.role, description: spec.description, assumeRolePolicy: serviceTrustIfSourceSent("backup.amazonaws.com", deployment.accountId),
  }, { parent });
  const permissions = spec.policies.map((managed) => attachManaged(`${name}-${managed.policy.includes("S3") ? "s3" : "all"}`, { deployment, role: role.name, ...managed }, { parent }));
  return { role, permissions };
}
