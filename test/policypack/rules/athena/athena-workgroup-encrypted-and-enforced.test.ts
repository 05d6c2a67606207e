import { athenaWorkgroupEncryptedAndEnforced } from "../../../../policypack/rules/athena/athena-workgroup-encrypted-and-enforced.ts";
import { testRule } from "../../rule-tester.ts";

const option = "configuration.resultConfiguration.encryptionConfiguration.encryptionOption";

testRule(athenaWorkgroupEncryptedAndEnforced, {
  compliant: [
    { props: { configuration: { enforceWorkgroupConfiguration: true, resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/audit" } } } } },
    ...["CSE_KMS", "SSE_S3"].map((encryptionOption) => ({ props: { configuration: { resultConfiguration: { encryptionConfiguration: { encryptionOption } } } } })),
    { props: { configuration: { managedQueryResultsConfiguration: { enabled: true } } } },
  ],
  violating: [
    { why: "no configuration", props: { configuration: undefined }, property: option, found: "nothing" },
    { why: "no encryption", props: { configuration: { resultConfiguration: { outputLocation: "s3://results/" } } }, property: option, found: "nothing" },
    {
      why: "queries may choose",
      props: { configuration: { enforceWorkgroupConfiguration: false, resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS" } } } },
      property: "configuration.enforceWorkgroupConfiguration",
      found: "false",
    },
  ],
  unknown: ["configuration", "configuration.enforceWorkgroupConfiguration", option],
  presence: ["configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn"],
});
