import { accountPrincipal, type Deployment } from "./deployment.ts";
import type { Statement } from "./policy-document.ts";

/** Everything about a key but its use: an administrator cannot read a patient's record. */
const ADMINISTRATION = [
  "kms:CancelKeyDeletion", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey", "kms:EnableKeyRotation",
  "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListAliases", "kms:ListGrants", "kms:ListKeyPolicies", "kms:ListKeyRotations",
  "kms:ListResourceTags", "kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias", "kms:PutKeyPolicy", "kms:ReplicateKey", "kms:RevokeGrant",
  "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateKeyDescription", "kms:UpdatePrimaryRegion",
];

/** Statement of a key's policy that lets the account manage it, and not use it; the list of ARN patterns narrows who. */
export function keyAdministration(deployment: Deployment, administratorArns: readonly string[] = []): Statement {
  return {
    sid: "Administration",
    reason: "somebody must be able to manage the key, or it is lost; IAM policies and the administrator list decide who",
    principals: { AWS: [accountPrincipal(deployment)] },
    actions: ADMINISTRATION,
    resources: ["*"],
    ...(administratorArns.length === 0 ? {} : { conditions: { ArnLike: { "aws:PrincipalArn": [...administratorArns] } } }),
  };
}
