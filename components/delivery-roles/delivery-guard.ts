import { arnOf, type Deployment } from "../lib/deployment.ts";
import type { Statement } from "../lib/policy-document.ts";
import { deliveryNames } from "./delivery-names.ts";

const AWS_ADMINISTRATORS = ["AdministratorAccess*", "IAMFullAccess", "PowerUserAccess", "job-function/*Administrator"];

/**
 * What no pipeline may do, whatever else it is allowed: change its own rights, make people or their
 * credentials, hand out administration, sign in another's place, switch oversight off, end evidence,
 * or work outside the deployment's regions. A person does these things.
 */
export function guardStatements(deployment: Deployment): readonly Statement[] {
  const { guarded, providerArn, signingKeyAlias } = deliveryNames(deployment);
  const iam = (resource: string): string => arnOf(deployment, "iam", resource, "");
  return [
    deny("OwnRights", "a pipeline that could change its own roles, their policies or who takes them would have no bound",
      ["Add", "Attach", "Create", "Delete", "Detach", "Put", "Remove", "Set", "Tag", "Untag", "Update"].map((verb) => `iam:${verb}*`),
      [iam(`role/${guarded}-*`), iam(`policy/${guarded}-*`), providerArn]),
    deny("NoPeople", "people and their credentials are not made by pipelines", ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser", "iam:UpdateLoginProfile"], ["*"]),
    deny("NoAdministrators", "no role is given administration", ["iam:AttachRolePolicy"], ["*"],
      { ArnLike: { "iam:PolicyARN": AWS_ADMINISTRATORS.map((name) => `arn:${deployment.partition ?? "aws"}:iam::aws:policy/${name}`) } }),
    deny("SigningKey", "who deploys images cannot vouch for them", ["kms:CreateGrant", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"], ["*"],
      { "ForAnyValue:StringEquals": { "kms:ResourceAliases": signingKeyAlias } }),
    deny("Evidence", "logs, backups and keys are ended by a person, never by a run", [
      "backup:DeleteBackupVaultLockConfiguration", "backup:DeleteRecoveryPoint", "cloudtrail:DeleteTrail", "cloudtrail:StopLogging", "kms:ScheduleKeyDeletion", "logs:DeleteLogStream",
      "s3:BypassGovernanceRetention", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold",
    ], ["*"]),
    deny("Oversight", "what watches the account is not switched off by a run", [
      "access-analyzer:DeleteAnalyzer", "config:DeleteConfigurationRecorder", "config:StopConfigurationRecorder", "guardduty:DeleteDetector", "macie2:DisableMacie", "securityhub:DisableSecurityHub",
    ], ["*"]),
    deny("Regions", "the deployment lives in its two regions; global services answer from us-east-1", ["*"], ["*"],
      { StringNotEquals: { "aws:RequestedRegion": [...new Set([deployment.region, deployment.recoveryRegion, "us-east-1"])] } }),
  ];
}

/**
 * Holds the creation and change of roles to those under a permissions boundary of the organization:
 * what the pipeline makes can then do no more than the boundary says.
 */
export function boundaryStatements(roleBoundaryArn: string): readonly Statement[] {
  return [
    {
      sid: "RolesWithoutBoundary",
      reason: "every role that the pipeline makes or changes is under the organization's boundary",
      effect: "Deny",
      actions: ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary"],
      resources: ["*"],
      conditions: { StringNotEquals: { "iam:PermissionsBoundary": roleBoundaryArn } },
    },
    {
      sid: "BoundaryStays",
      reason: "the boundary is neither taken off nor changed",
      effect: "Deny",
      actions: ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:DeleteRolePermissionsBoundary", "iam:SetDefaultPolicyVersion"],
      resources: [roleBoundaryArn, "arn:*:iam::*:role/*"],
    },
  ];
}

function deny(sid: string, reason: string, actions: readonly string[], resources: readonly string[], conditions?: NonNullable<Statement["conditions"]>): Statement {
  return { sid, reason, effect: "Deny", actions, resources, ...(conditions === undefined ? {} : { conditions }) };
}
