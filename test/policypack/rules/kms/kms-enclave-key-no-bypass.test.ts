import { kmsEnclaveKeyNoBypass } from "../../../../policypack/rules/kms/kms-enclave-key-no-bypass.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const root = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: ["kms:Describe*", "kms:PutKeyPolicy"], Resource: "*" };
const attested = { StringEqualsIgnoreCase: { "kms:RecipientAttestation:ImageSha384": "ab".repeat(48) } };
const use = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:role/enclave" }, Action: "kms:Decrypt", Resource: "*", Condition: attested };
const key = (...statements: readonly object[]) => ({ tags: { Enclave: "true" }, policy: policyText(root, ...statements.map((statement) => ({ ...use, ...statement }))) });

testRule(kmsEnclaveKeyNoBypass, {
  compliant: [{ props: key({}) }, { props: key({ Action: "kms:*" }) }],
  violating: [
    { why: "grants", props: key({ Action: "kms:CreateGrant", Condition: undefined }), property: "policy.Statement[1]", found: "kms:CreateGrant without attestation" },
    { why: "everything", props: key({}, { Action: "kms:*", Condition: undefined }), property: "policy.Statement[2]", found: "kms:CreateGrant, kms:ReEncryptFrom, kms:ReplicateKey without attestation" },
  ],
  unknown: ["policy"],
  notApplicable: [{ why: "another key", props: { tags: undefined, policy: policyText(root) } }],
});
