import { opensearchDomainEncryptedAtRest } from "../../../../policypack/rules/opensearch/opensearch-domain-encrypted-at-rest.ts";
import { testRule } from "../../rule-tester.ts";

testRule(opensearchDomainEncryptedAtRest, {
  compliant: [
    { props: { encryptAtRest: { enabled: true, kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/search" } } },
    { type: "aws:elasticsearch/domain:Domain", props: { encryptAtRest: { enabled: true } } },
  ],
  violating: [
    { why: "switched off", props: { encryptAtRest: { enabled: false } }, property: "encryptAtRest.enabled", found: "false" },
    { why: "left to the default", props: { encryptAtRest: undefined }, property: "encryptAtRest.enabled", found: "nothing, so false" },
  ],
  unknown: ["encryptAtRest", "encryptAtRest.enabled"],
  presence: ["encryptAtRest.kmsKeyId"],
});
