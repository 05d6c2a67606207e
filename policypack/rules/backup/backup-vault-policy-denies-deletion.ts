import { coversAction } from "../../engine/policy-document-grants.ts";
import { documentOf, type Statement } from "../../engine/policy-document.ts";
import { defineStackRule } from "../../engine/rule.ts";

const ACTIONS = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:PutBackupVaultAccessPolicy"];

/** Denied to everyone, named roles excepted. */
function deniesAll({ effect, principals, conditions }: Statement): boolean {
  const everyone = principals?.some(({ value }) => value === "*") === true;
  return effect === "Deny" && everyone && conditions.every(({ key }) => key === "aws:principalarn");
}

export const backupVaultPolicyDeniesDeletion = defineStackRule({
  name: "backup-vault-policy-denies-deletion",
  description: "The policy of every vault denies deleting recovery points, shortening their life and changing the policy itself.",
  severity: "high",
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
    "164.312(c)(1)",
  ],
  controls: ["backup-recovery-point-manual-deletion-disabled"],
  remediation: [
    'Add a VaultPolicy that denies backup:DeleteRecoveryPoint, backup:UpdateRecoveryPointLifecycle and backup:PutBackupVaultAccessPolicy to principal "*".',
    "Except the roles that must keep these rights by ArnNotLike on aws:PrincipalArn.",
  ],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
  resources: ["aws:backup/vault:Vault"],
  check: (stack) =>
    stack.ofType("aws:backup/vault:Vault").flatMap((vault) => {
      const policies = stack.referringTo(vault, "backupVaultName", "aws:backup/vaultPolicy:VaultPolicy");
      if (policies.length === 0) {
        return [{ urn: vault.urn, property: "name", found: "no VaultPolicy", required: "a policy that denies deletion" }];
      }
      return policies.flatMap(({ urn, props }) => {
        const document = documentOf(props, "policy");
        const denials = document?.kind === "document" ? document.statements.filter(deniesAll) : [];
        const open = ACTIONS.filter((action) => !denials.some((denial) => coversAction(denial, action)));
        return open.length === 0 ? [] : [{ urn, property: "policy", found: `not denied: ${open.join(", ")}`, required: "all of them denied" }];
      });
    }),
});
