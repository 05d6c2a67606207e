import { s3BucketLifecycle } from "../../../../policypack/rules/s3/s3-bucket-lifecycle.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const logs = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-logs" } };
const lifecycle = {
  type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  props: { rules: [{ id: "old", status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 365 } }] },
  refs: { bucket: "logs.id" },
};

testStackRule(s3BucketLifecycle, {
  compliant: [{ logs, lifecycle }, { logs: { ...logs, props: { lifecycleRules: [{ enabled: true }] } } }],
  violating: [
    { why: "no rule", change: { lifecycle: null }, blamed: "logs", property: "lifecycleRules", found: "no enabled rule" },
    { why: "rules switched off", change: { lifecycle: { props: { rules: [{ id: "old", status: "Disabled" }] } } }, blamed: "logs", property: "lifecycleRules", found: "no enabled rule" },
  ],
  unknown: [["lifecycle", "rules"], ["lifecycle", "rules[0].status"]],
});
