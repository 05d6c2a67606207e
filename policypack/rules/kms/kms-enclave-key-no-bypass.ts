import { isEnclaveKey, requiresAttestation } from "../../engine/policy-document-enclaves.ts";
import { coversAction } from "../../engine/policy-document-grants.ts";
import { KEY_POLICY_TYPES } from "../../engine/policy-document-places.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

const WAYS_AROUND = ["kms:CreateGrant", "kms:ReEncryptFrom", "kms:ReplicateKey"];

export const kmsEnclaveKeyNoBypass = defineRule({
  name: "kms-enclave-key-no-bypass",
  description: "No statement of the policy of a key for Nitro enclaves leads around attestation: no grants, no re-encryption, no replication without it.",
  severity: "high",
  controls: ["kms-enclave-no-bypass-path"],
  citations: ["164.312(a)(1)"],
  remediation: [
    "Take kms:CreateGrant, kms:ReEncrypt* and kms:ReplicateKey out of statements without kms:RecipientAttestation.",
  ],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-enclaves.html",
  resources: KEY_POLICY_TYPES,
  check: ({ props }) => {
    if (!isEnclaveKey(props)) {
      return { notApplicable: "the key is not for enclaves" };
    }
    return judgeStatements(props, "policy", (statement, path) => {
      const granted = WAYS_AROUND.filter((action) => statement.effect === "Allow" && coversAction(statement, action));
      return granted.length > 0 && !requiresAttestation(statement) ? [{ property: path, found: `${granted.join(", ")} without attestation`, required: "none of them" }] : [];
    });
  },
});
