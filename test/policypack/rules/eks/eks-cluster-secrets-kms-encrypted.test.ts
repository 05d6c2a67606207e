import { eksClusterSecretsKmsEncrypted } from "../../../../policypack/rules/eks/eks-cluster-secrets-kms-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

const encryptionConfig = { provider: { keyArn: "arn:aws:kms:us-east-1:123456789012:key/1" }, resources: ["secrets"] };

testRule(eksClusterSecretsKmsEncrypted, {
  compliant: [{ props: { encryptionConfig } }, { props: { encryptionConfig: [encryptionConfig] } }],
  violating: [
    { why: "none", props: { encryptionConfig: undefined }, property: "encryptionConfig", found: "no key" },
    { why: "no key", props: { encryptionConfig: { ...encryptionConfig, provider: {} } }, property: "encryptionConfig", found: "no key" },
    { why: "nothing encrypted", props: { encryptionConfig: { ...encryptionConfig, resources: [] } }, property: "encryptionConfig", found: "secrets left out" },
  ],
  unknown: ["encryptionConfig.provider", "encryptionConfig.resources"],
  presence: ["encryptionConfig", "encryptionConfig.provider.keyArn"],
});
