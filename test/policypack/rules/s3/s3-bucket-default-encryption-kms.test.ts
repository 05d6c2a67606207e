import { s3BucketDefaultEncryptionKms } from "../../../../policypack/rules/s3/s3-bucket-default-encryption-kms.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

const encryption = (defaults: object) => ({ rules: [{ applyServerSideEncryptionByDefault: defaults }] });
const phi = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } };
const type = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const own = { type, props: encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key }), refs: { bucket: "phi.id" } };
const path = "rules[0].applyServerSideEncryptionByDefault";

testStackRule(s3BucketDefaultEncryptionKms, {
  compliant: [
    { phi, encryption: own },
    { phi, encryption: { ...own, props: encryption({ sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: key }) } },
    { phi: { ...phi, props: { serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key } } } } } },
    {
      phi,
      encryption: own,
      logs: { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-access-logs" } },
      logging: { type: "aws:s3/bucketLogging:BucketLogging", props: { targetPrefix: "phi/" }, refs: { bucket: "phi.id", targetBucket: "logs.id" } },
    },
    {
      logs: { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "hipaa-alb-logs" } },
      balancer: { type: "aws:lb/loadBalancer:LoadBalancer", props: { loadBalancerType: "application", accessLogs: { enabled: true } }, refs: { "accessLogs.bucket": "logs.id" } },
    },
  ],
  violating: [
    { why: "no configuration", change: { encryption: null }, blamed: "phi", property: "serverSideEncryptionConfiguration", found: "none, so keys of S3" },
    {
      why: "keys of S3 itself",
      change: { encryption: { props: encryption({ sseAlgorithm: "AES256" }) } },
      blamed: "encryption",
      property: `${path}.sseAlgorithm`,
      found: "AES256",
    },
    {
      why: "the AWS-managed key",
      change: { encryption: { props: encryption({ sseAlgorithm: "aws:kms" }) } },
      blamed: "encryption",
      property: `${path}.kmsMasterKeyId`,
      found: "nothing, so the AWS-managed key",
    },
    { why: "an empty rule", change: { encryption: { props: { rules: [{}] } } }, blamed: "encryption", property: `${path}.sseAlgorithm`, found: "nothing" },
  ],
  unknown: [
    ["encryption", "rules"],
    ["encryption", `${path}.sseAlgorithm`],
  ],
  presence: [["encryption", `${path}.kmsMasterKeyId`]],
});
