import { ecrRepositoryEncryptionCmk } from "../../../../policypack/rules/ecr/ecr-repository-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/1";

testRule(ecrRepositoryEncryptionCmk, {
  compliant: [{ props: { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key }] } }, { props: { encryptionConfigurations: [{ encryptionType: "KMS_DSSE", kmsKey: key }] } }],
  violating: [
    { why: "none", props: { encryptionConfigurations: undefined }, property: "encryptionConfigurations", found: "nothing, so keys of S3" },
    { why: "keys of S3", props: { encryptionConfigurations: [{ encryptionType: "AES256" }] }, property: "encryptionConfigurations[0].encryptionType", found: "AES256" },
    { why: "the key of AWS", props: { encryptionConfigurations: [{ encryptionType: "KMS" }] }, property: "encryptionConfigurations[0].kmsKey", found: "nothing, so the key of AWS" },
  ],
  unknown: ["encryptionConfigurations", "encryptionConfigurations[0].encryptionType"],
  presence: ["encryptionConfigurations[0].kmsKey"],
});
