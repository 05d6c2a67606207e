import { isEnclaveKey, requiresAttestation } from "../../engine/policy-document-enclaves.ts";
import { coversAction } from "../../engine/policy-document-grants.ts";
import { KEY_POLICY_TYPES } from "../../engine/policy-document-places.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

const DECRYPTION = ["kms:Decrypt", "kms:DeriveSharedSecret", "kms:GenerateDataKey", "kms:GenerateDataKeyPair"];

export const kmsEnclaveKeyAttestationRequired = defineRule({
  name: "kms-enclave-key-attestation-required",
  description: "A key for Nitro enclaves (tagged Enclave: true, or with attestation in a grant) decrypts for attested enclave images only.",
  severity: "high",
  controls: ["kms-enclave-attestation-required"],
  citations: ["164.312(a)(2)(iv)"],
  remediation: [
    "Add StringEqualsIgnoreCase on kms:RecipientAttestation:ImageSha384 to each statement that grants decryption.",
  ],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-enclaves.html",
  resources: KEY_POLICY_TYPES,
  check: ({ props }) => {
    if (!isEnclaveKey(props)) {
      return { notApplicable: "the key is not for enclaves" };
    }
    return judgeStatements(props, "policy", (statement, path) => {
      const granted = DECRYPTION.filter((action) => statement.effect === "Allow" && coversAction(statement, action));
      return granted.length > 0 && !requiresAttestation(statement)
        ? [{ property: `${path}.Condition`, found: `${granted.join(", ")} without attestation`, required: "kms:RecipientAttestation:ImageSha384 or a PCR" }]
        : [];
    });
  },
});
