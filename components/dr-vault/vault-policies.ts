import { policyDocument } from "../lib/policy-document.ts";

/**
 * Policy of a vault: recovery points leave by age alone. AWS Config's rule on manual deletion looks
 * for exactly these actions, principal and resource, in one statement without a condition.
 * As nobody may put another policy over this one, a change deletes it first.
 */
export function vaultPolicy(): string {
  return policyDocument([{
    sid: "NoManualDeletion",
    reason: "ransomware and mistakes delete backups first",
    effect: "Deny",
    principals: "*",
    actions: ["backup:DeleteRecoveryPoint", "backup:PutBackupVaultAccessPolicy", "backup:UpdateRecoveryPointLifecycle"],
    resources: ["*"],
  }]);
}

/** Jobs that did not do what they were for; AWS Backup calls the field `state` or `status`, by kind. */
export function failurePattern(): string {
  return JSON.stringify({
    source: ["aws.backup"],
    "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
    detail: { $or: [{ state: ["ABORTED", "EXPIRED", "FAILED", "PARTIAL"] }, { status: ["ABORTED", "FAILED"] }] },
  });
}
