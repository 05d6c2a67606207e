import { glueSecurityConfigurationEncryptsAll } from "../../../../policypack/rules/glue/glue-security-configuration-encrypts-all.ts";
import { testRule } from "../../rule-tester.ts";

const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/jobs";
const complete = {
  s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn },
  cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn },
  jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn },
};
const s3 = "encryptionConfiguration.s3Encryption.s3EncryptionMode";
const logs = "encryptionConfiguration.cloudwatchEncryption.cloudwatchEncryptionMode";
const bookmarks = "encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode";

testRule(glueSecurityConfigurationEncryptsAll, {
  compliant: [{ props: { encryptionConfiguration: complete } }, { props: { encryptionConfiguration: { ...complete, s3Encryption: { s3EncryptionMode: "SSE-S3" } } } }],
  violating: [
    { why: "plain data", props: { encryptionConfiguration: { ...complete, s3Encryption: { s3EncryptionMode: "DISABLED" } } }, property: s3, found: "DISABLED" },
    { why: "plain logs", props: { encryptionConfiguration: { ...complete, cloudwatchEncryption: {} } }, property: logs, found: "nothing, so DISABLED" },
    { why: "plain bookmarks", props: { encryptionConfiguration: { ...complete, jobBookmarksEncryption: {} } }, property: bookmarks, found: "nothing, so DISABLED" },
  ],
  unknown: ["encryptionConfiguration", s3, logs, bookmarks],
  presence: ["encryptionConfiguration.s3Encryption.kmsKeyArn"],
});
