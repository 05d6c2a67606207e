import { kmsEnclaveKeyAttestationRequired } from "../../../../policypack/rules/kms/kms-enclave-key-attestation-required.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const root = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: ["kms:Describe*", "kms:PutKeyPolicy"], Resource: "*" };
const attested = { StringEqualsIgnoreCase: { "kms:RecipientAttestation:ImageSha384": "ab".repeat(48) } };
const use = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:role/enclave" }, Action: "kms:Decrypt", Resource: "*", Condition: attested };
const key = (...statements: readonly object[]) => ({ tags: { Enclave: "true" }, policy: policyText(root, ...statements.map((statement) => ({ ...use, ...statement }))) });

const loose = { property: "policy.Statement[1].Condition", found: "kms:Decrypt without attestation" };

testRule(kmsEnclaveKeyAttestationRequired, {
  compliant: [{ props: key({}) }, { props: key({ Effect: "Deny", Condition: undefined }) }, { type: "aws:kms/keyPolicy:KeyPolicy", props: { policy: policyText(use) } }],
  violating: [
    { why: "no condition", props: key({ Condition: undefined }), ...loose },
    { why: "where it exists", props: key({ Condition: { StringEqualsIfExists: { "kms:RecipientAttestation:PCR0": "ab" } } }), ...loose },
    {
      why: "one of two statements",
      props: key({}, { Action: "kms:*", Condition: undefined }),
      property: "policy.Statement[2].Condition",
      found: "kms:Decrypt, kms:DeriveSharedSecret, kms:GenerateDataKey, kms:GenerateDataKeyPair without attestation",
    },
  ],
  unknown: ["policy"],
  notApplicable: [{ why: "another key", props: { tags: {}, policy: policyText(root) } }],
});
