import { s3BucketEventNotifications } from "../../../../policypack/rules/s3/s3-bucket-event-notifications.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const phi = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi", tagsAll: { DataClassification: "phi" } } };
const notification = { type: "aws:s3/bucketNotification:BucketNotification", props: { eventbridge: true }, refs: { bucket: "phi.id" } };

testStackRule(s3BucketEventNotifications, {
  compliant: [
    { phi, notification },
    { phi, notification: { ...notification, props: { queues: [{ events: ["s3:ObjectCreated:*"] }] } } },
    { plain: { ...phi, props: { tagsAll: { DataClassification: "operational" } } } },
  ],
  violating: [
    { why: "no notification", change: { notification: null }, blamed: "phi", property: "bucket", found: "no notification" },
    { why: "a notification of nothing", change: { notification: { props: { eventbridge: false } } }, blamed: "phi", property: "bucket", found: "no notification" },
  ],
  unknown: [
    ["phi", "tagsAll"],
    ["notification", "eventbridge"],
  ],
});
