import { s3BucketObjectLock } from "../../../../policypack/rules/s3/s3-bucket-object-lock.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const retention = (value: object) => ({ rule: { defaultRetention: value } });
const phi = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi", tagsAll: { DataClassification: "phi", Environment: "Production" } } };
const audit = { ...phi, props: { bucket: "hipaa-audit", tagsAll: { DataClassification: "audit", Environment: "Production" } } };
const lock = {
  type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  props: retention({ mode: "COMPLIANCE", days: 2557 }),
  refs: { bucket: "audit.id" },
};

testStackRule(s3BucketObjectLock, {
  compliant: [
    { audit, lock },
    { audit, lock: { ...lock, props: retention({ mode: "COMPLIANCE", years: 6 }) } },
    { audit: { ...phi }, lock: { ...lock, props: retention({ mode: "GOVERNANCE", days: 30 }) } },
    { audit: { ...audit, props: { tags: { DataClassification: "audit", Environment: "Development" } } }, lock: { ...lock, props: retention({ mode: "GOVERNANCE", days: 1 }) } },
    {
      audit: { ...audit, props: { tags: { DataClassification: "audit", Environment: "Development" }, objectLockConfiguration: retention({ mode: "GOVERNANCE", days: 1 }) } },
    },
    { plain: { ...phi, props: { tagsAll: { DataClassification: "operational" } } } },
    {
      accessLogs: audit,
      plain: { ...phi, props: { tagsAll: { DataClassification: "operational" } } },
      logging: { type: "aws:s3/bucketLogging:BucketLogging", refs: { bucket: "plain.id", targetBucket: "accessLogs.id" } },
    },
    { history: audit, channel: { type: "aws:cfg/deliveryChannel:DeliveryChannel", refs: { s3BucketName: "history.id" } } },
  ],
  violating: [
    { why: "a bucket beside the one that AWS Config delivers to", change: { lock: null, channel: { type: "aws:cfg/deliveryChannel:DeliveryChannel", refs: { s3BucketName: "other.id" } }, other: { ...phi, props: { tagsAll: { DataClassification: "operational" } } } }, blamed: "audit", property: "objectLockConfiguration", found: "no default retention" },
    { why: "no lock", change: { lock: null }, blamed: "audit", property: "objectLockConfiguration", found: "no default retention" },
    { why: "PHI without lock", change: { phi }, blamed: "phi", property: "objectLockConfiguration", found: "no default retention" },
    { why: "a lock without retention", change: { lock: { props: { rule: undefined } } }, blamed: "audit", property: "objectLockConfiguration", found: "no default retention" },
    { why: "evidence locked for a year", change: { lock: { props: retention({ mode: "COMPLIANCE", days: 365 }) } }, blamed: "lock", property: "rule.defaultRetention", found: "365 days" },
    { why: "a day short", change: { lock: { props: retention({ mode: "COMPLIANCE", days: 2191 }) } }, blamed: "lock", property: "rule.defaultRetention", found: "2191 days" },
    { why: "five years", change: { lock: { props: retention({ mode: "COMPLIANCE", years: 5 }) } }, blamed: "lock", property: "rule.defaultRetention", found: "1830 days" },
  ],
  unknown: [
    ["audit", "tagsAll"],
    ["lock", "rule.defaultRetention.days"],
    ["lock", "rule.defaultRetention.mode"],
  ],
});
