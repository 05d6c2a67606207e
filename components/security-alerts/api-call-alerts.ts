import { type Alert, AlertSeverity } from "./alert.ts";
import { apiCalls } from "./event-patterns.ts";

const RECORD = ["call", "record"] as const;
const LOOK_UP = "Find the record in CloudTrail: who called, from where. If nobody planned it, follow the incident runbook.";

/**
 * Calls that open a door, switch off a witness or lose data. Creation and use of what a deployment
 * changes every day is not among them.
 */
export const API_CALL_ALERTS: readonly Alert[] = [
  {
    id: "trail-tampering", severity: AlertSeverity.Critical, meaning: "CloudTrail was stopped or changed.", action: `Start it again. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["cloudtrail"], ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors", "DeleteEventDataStore"]),
  },
  {
    id: "key-loss", severity: AlertSeverity.Critical, meaning: "A KMS key was disabled or scheduled for deletion; data under it becomes unreadable.",
    action: `Enable it or cancel its deletion. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["kms"], ["DisableKey", "ScheduleKeyDeletion", "DeleteImportedKeyMaterial", "DisableKeyRotation"]),
  },
  {
    id: "public-access", severity: AlertSeverity.Critical, meaning: "A block on public access to S3 was changed or removed.", action: `Put it back. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["s3"], ["PutBucketPublicAccessBlock", "DeleteBucketPublicAccessBlock", "PutAccountPublicAccessBlock", "DeleteAccountPublicAccessBlock", "PutBucketAcl"]),
  },
  {
    id: "data-shared", severity: AlertSeverity.Critical, meaning: "A snapshot or an image was shared with another account.", action: `Take the share back. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["rds", "ec2"], ["ModifyDBSnapshotAttribute", "ModifyDBClusterSnapshotAttribute", "ModifySnapshotAttribute", "ModifyImageAttribute"]),
  },
  {
    id: "backup-tampering", severity: AlertSeverity.Critical, meaning: "A backup, a vault or its lock was deleted or opened.",
    action: `Stop the caller before anything else; ransomware deletes backups first. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["backup"], ["DeleteRecoveryPoint", "DeleteBackupVault", "DeleteBackupVaultLockConfiguration", "PutBackupVaultAccessPolicy", "DeleteBackupVaultAccessPolicy", "DeleteBackupPlan", "DeleteBackupSelection"]),
  },
  {
    id: "detection-off", severity: AlertSeverity.Critical, meaning: "A service that detects threats or records configuration was switched off.", action: `Switch it on again. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["guardduty", "securityhub", "macie2", "inspector2", "config", "access-analyzer"], [
      "DeleteDetector", "UpdateDetector", "DisassociateFromAdministratorAccount", "CreateFilter", "DisableSecurityHub", "BatchDisableStandards", "DisableMacie", "UpdateMacieSession", "Disable",
      "StopConfigurationRecorder", "DeleteConfigurationRecorder", "DeleteDeliveryChannel", "DeleteAnalyzer", "CreateArchiveRule",
    ]),
  },
  {
    id: "alerting-changed", severity: AlertSeverity.Critical, meaning: "An alert was switched off or its way changed.", action: `Restore it with pulumi up. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["events", "sns", "monitoring"], ["DisableRule", "DeleteRule", "RemoveTargets", "DeleteTopic", "Unsubscribe", "DeleteAlarms", "DisableAlarmActions"]),
  },
  {
    id: "iam-credentials", severity: AlertSeverity.Critical, global: true, meaning: "A lasting way into the account was made, or MFA was taken away.",
    action: `Deactivate it until somebody answers for it. ${LOOK_UP}`, fields: RECORD,
    pattern: apiCalls(["iam"], [
      "CreateUser", "CreateAccessKey", "CreateLoginProfile", "UpdateLoginProfile", "DeactivateMFADevice", "DeleteVirtualMFADevice", "CreateSAMLProvider", "UpdateSAMLProvider",
      "CreateOpenIDConnectProvider", "AddClientIDToOpenIDConnectProvider", "UploadSSHPublicKey", "CreateServiceSpecificCredential",
    ]),
  },
  {
    id: "iam-permissions", severity: AlertSeverity.Warning, global: true, meaning: "Permissions in IAM were changed (S4-54).", action: LOOK_UP, fields: RECORD,
    pattern: apiCalls(["iam"], [
      "AttachRolePolicy", "DetachRolePolicy", "PutRolePolicy", "DeleteRolePolicy", "AttachUserPolicy", "DetachUserPolicy", "PutUserPolicy", "DeleteUserPolicy", "AttachGroupPolicy",
      "DetachGroupPolicy", "PutGroupPolicy", "DeleteGroupPolicy", "AddUserToGroup", "RemoveUserFromGroup", "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion",
      "SetDefaultPolicyVersion", "CreateRole", "DeleteRole", "UpdateAssumeRolePolicy", "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary", "UpdateAccountPasswordPolicy", "DeleteAccountPasswordPolicy",
    ]),
  },
  {
    id: "security-groups", severity: AlertSeverity.Warning, meaning: "A security group was changed (S4-53).", action: LOOK_UP, fields: RECORD,
    pattern: apiCalls(["ec2"], [
      "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "ModifySecurityGroupRules", "CreateSecurityGroup", "DeleteSecurityGroup",
    ]),
  },
  {
    id: "key-policy", severity: AlertSeverity.Warning, meaning: "The policy of a KMS key was changed.", action: LOOK_UP, fields: RECORD,
    pattern: apiCalls(["kms"], ["PutKeyPolicy"]),
  },
  {
    id: "cluster-access", severity: AlertSeverity.Warning, meaning: "Access to the cluster, or its endpoint, was changed.", action: LOOK_UP, fields: RECORD,
    pattern: apiCalls(["eks"], ["CreateAccessEntry", "UpdateAccessEntry", "AssociateAccessPolicy", "AssociateIdentityProviderConfig", "UpdateClusterConfig", "DeleteCluster"]),
  },
];
