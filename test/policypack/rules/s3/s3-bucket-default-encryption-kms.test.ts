import { s3BucketDefaultEncryptionKms } from "../../../../policypack/rules/s3/s3-bucket-default-encryption-kms.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const encryption = (defaults: object) => ({ rules: [{ applyServerSideEncryptionByDefault: defaults }] });

testRule(s3BucketDefaultEncryptionKms, {
  compliant: [
    { props: { bucket: "phi", ...encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key }) } },
    { props: { bucket: "phi", ...encryption({ sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: key }) } },
  ],
  violating: [
    {
      why: "keys of S3 itself",
      props: encryption({ sseAlgorithm: "AES256" }),
      property: "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm",
      found: "AES256",
    },
    {
      why: "the AWS-managed key",
      props: encryption({ sseAlgorithm: "aws:kms" }),
      property: "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId",
      found: "nothing, so the AWS-managed key",
    },
    { why: "no rule", props: { rules: [] }, property: "rules", found: "no rule" },
  ],
  unknown: ["rules", "rules[0].applyServerSideEncryptionByDefault", "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"],
  presence: ["rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"],
});
