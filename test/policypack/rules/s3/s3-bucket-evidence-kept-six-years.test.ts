import { s3BucketEvidenceKeptSixYears } from "../../../../policypack/rules/s3/s3-bucket-evidence-kept-six-years.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const lifecycleOf = (rule: object) => ({ rules: [{ id: "retention", status: "Enabled", ...rule }] });
const audit = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-audit", tagsAll: { DataClassification: "audit", Environment: "Production" } } };
const lifecycle = {
  type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  props: lifecycleOf({ expiration: { days: 2192 }, noncurrentVersionExpiration: { noncurrentDays: 2557 } }),
  refs: { bucket: "audit.id" },
};
const changed = (why: string, rule: object, property: string, found: string) => ({ why, change: { lifecycle: { props: lifecycleOf(rule) } }, blamed: "lifecycle", property, found });

testStackRule(s3BucketEvidenceKeptSixYears, {
  compliant: [
    { audit, lifecycle },
    { audit, lifecycle: { ...lifecycle, props: lifecycleOf({ transitions: [{ days: 90, storageClass: "GLACIER" }] }) } },
    { audit, lifecycle: { ...lifecycle, props: { rules: [{ id: "off", status: "Disabled", expiration: { days: 1 } }] } } },
    { audit: { ...audit, props: { tags: { DataClassification: "audit", Environment: "Development" } } }, lifecycle: { ...lifecycle, props: lifecycleOf({ expiration: { days: 365 } }) } },
    {
      audit,
      lifecycle: { ...lifecycle, props: lifecycleOf({ noncurrentVersionExpiration: { noncurrentDays: 30 } }) },
      lock: {
        type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
        props: { rule: { defaultRetention: { mode: "COMPLIANCE", days: 2192 } } },
        refs: { bucket: "audit.id" },
      },
    },
    { audit: { ...audit, props: { tags: { DataClassification: "operational" } } }, lifecycle: { ...lifecycle, props: lifecycleOf({ expiration: { days: 30 } }) } },
  ],
  violating: [
    changed("a year", { expiration: { days: 365 } }, "rules[0].expiration.days", "365 days"),
    changed("a day short", { expiration: { days: 2191 } }, "rules[0].expiration.days", "2191 days"),
    {
      why: "a lock of a year",
      change: {
        lifecycle: { props: lifecycleOf({ expiration: { days: 365 } }) },
        lock: {
          type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
          props: { rule: { defaultRetention: { mode: "COMPLIANCE", years: 1 } } },
          refs: { bucket: "audit.id" },
        },
      },
      blamed: "lifecycle",
      property: "rules[0].expiration.days",
      found: "365 days",
    },
    changed("old versions after a month", { noncurrentVersionExpiration: { noncurrentDays: 30 } }, "rules[0].noncurrentVersionExpiration.noncurrentDays", "30 days"),
  ],
  unknown: [
    ["audit", "tagsAll"],
    ["lifecycle", "rules"],
    ["lifecycle", "rules[0].expiration.days"],
  ],
});
