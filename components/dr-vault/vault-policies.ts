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
