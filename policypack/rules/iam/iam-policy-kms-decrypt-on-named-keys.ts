import { bindingConditions } from "../../engine/policy-document-conditions.ts";
import { coversAction, coversEveryNamed } from "../../engine/policy-document-grants.ts";
import { hasWildcard } from "../../engine/policy-document-pattern.ts";
import { IDENTITY_POLICY_TYPES, judgeIdentityStatements } from "../../engine/policy-document-places.ts";
import type { Statement } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

const GUARDED = ["kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

function isHeldToKeys({ conditions }: Statement): boolean {
  return bindingConditions(conditions).some(
    ({ key, values }) => (key === "kms:resourcealiases" || key.startsWith("aws:resourcetag/")) && values.length > 0 && values.every((value) => !hasWildcard(value)),
  );
}

export const iamPolicyKmsDecryptOnNamedKeys = defineRule({
  name: "iam-policy-kms-decrypt-on-named-keys",
  description: "Decryption and re-encryption are granted on named keys, never on all keys of an account.",
  severity: "high",
  controls: ["iam-customer-policy-blocked-kms-actions", "iam-inline-policy-blocked-kms-actions"],
  citations: ["164.312(a)(2)(iv)"],
  remediation: [
    "Give the ARNs of the keys as Resource, or key/* under ForAnyValue:StringEquals on kms:ResourceAliases.",
  ],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityStatements(resource, (statement, path) => {
      const granted = GUARDED.filter((action) => coversAction(statement, action));
      const isOpen = statement.effect === "Allow" && coversEveryNamed(statement, "kms", "key/") && !isHeldToKeys(statement);
      return isOpen && granted.length > 0 ? [{ property: path, found: `${granted.join(", ")} on every key`, required: "the ARNs or the aliases of keys" }] : [];
    }),
});
