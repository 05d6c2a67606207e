import { s3BucketAccessLogging } from "../../../../policypack/rules/s3/s3-bucket-access-logging.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const phi = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } };
const logs = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-access-logs" } };

testStackRule(s3BucketAccessLogging, {
  compliant: [
    { phi, logs, logging: { type: "aws:s3/bucketLogging:BucketLogging", props: { targetPrefix: "phi/" }, refs: { bucket: "phi.id", targetBucket: "logs.id" } } },
    { phi: { ...phi, props: { logging: { targetBucket: "hipaa-access-logs" } } }, logs },
  ],
  violating: [
    { why: "nothing logs", change: { logging: null }, blamed: "phi", property: "logging", found: "no BucketLogging" },
    {
      why: "the log bucket logs to the first one, the first one nowhere else",
      change: { third: phi },
      blamed: "third",
      property: "logging",
      found: "no BucketLogging",
    },
  ],
  presence: [["logging", "targetPrefix"]],
});
