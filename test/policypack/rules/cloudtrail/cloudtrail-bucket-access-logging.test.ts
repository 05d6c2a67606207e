import { cloudtrailBucketAccessLogging } from "../../../../policypack/rules/cloudtrail/cloudtrail-bucket-access-logging.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const audit = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-audit" } };
const logs = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-access-logs" } };
const trail = { type: "aws:cloudtrail/trail:Trail", refs: { s3BucketName: "audit.id" } };
const logging = { type: "aws:s3/bucketLogging:BucketLogging", refs: { bucket: "audit.id", targetBucket: "logs.id" } };

testStackRule(cloudtrailBucketAccessLogging, {
  compliant: [
    { audit, logs, trail, logging },
    { audit, trail: { type: trail.type, props: { s3BucketName: "hipaa-audit" } }, logs, logging: { ...logging, props: { bucket: "hipaa-audit", targetBucket: "elsewhere" }, refs: {} } },
    { trail: { ...trail, props: { s3BucketName: "of-the-organisation" }, refs: {} } },
  ],
  violating: [
    { why: "no log", change: { logging: null }, blamed: "audit", property: "logging", found: "no BucketLogging" },
    { why: "a log in the bucket itself", change: { logging: { refs: { targetBucket: "audit.id" } } }, blamed: "audit", property: "logging", found: "logs to itself" },
  ],
});
