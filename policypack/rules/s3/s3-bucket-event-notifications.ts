import { BUCKET_TYPES, bucketsOf, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

export const s3BucketEventNotifications = defineStackRule({
  name: "s3-bucket-event-notifications",
  description: "Buckets with PHI tell what happens to their objects, by EventBridge, a topic, a queue or a function.",
  severity: "low",
  citations: ["164.308(a)(6)(ii)", "164.312(b)"],
  controls: ["s3-bucket-event-notifications"],
  remediation: ["Add a BucketNotification for the bucket with eventbridge: true."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack)
      .filter(({ props }) => holds(props, "phi"))
      .flatMap((bucket) => {
        const told = settingsOf(stack, bucket, ["aws:s3/bucketNotification:BucketNotification"]).some(
          ({ props }) => props.boolean("eventbridge") === true || ["topics", "queues", "lambdaFunctions"].some((name) => !props.isEmpty(name)),
        );
        return told ? [] : [{ urn: bucket.urn, property: "bucket", found: "no notification", required: "a BucketNotification" }];
      }),
});
