import { selectionsTaking } from "../../engine/backup-selection.ts";
import { BUCKET_TYPES, bucketsOf, receivesReplicas, settingsOf } from "../../engine/buckets.ts";
import { regionOf } from "../../engine/regions.ts";
import type { StackResource } from "../../engine/rule.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

function differs(source: StackResource, target: StackResource): boolean {
  const region = regionOf(target);
  return region === undefined || region !== regionOf(source);
}

export const s3BucketPhiCopiedElsewhere = defineStackRule({
  name: "s3-bucket-phi-copied-elsewhere",
  description: "Every bucket with PHI is replicated to another region, or in a backup plan whose copies are (S1-79).",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)",
    "164.312(a)(2)(ii)",
  ],
  controls: ["s3-bucket-cross-region-replication"],
  remediation: ["Add a BucketReplicationConfig with an enabled rule to a bucket in another region, or have a backup.Selection take the bucket."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
  resources: BUCKET_TYPES,
  check: (stack) => {
    const selectionsOf = selectionsTaking(stack);
    return bucketsOf(stack)
      .filter((bucket) => holds(bucket.props, "phi") && !receivesReplicas(stack, bucket))
      .flatMap((bucket) => {
        const configs = settingsOf(stack, bucket, [REPLICATION]);
        const enabled = configs.filter(({ props }) => props.objects("rules").some((rule) => rule.string("status") === "Enabled"));
        const away = enabled.filter((config) => stack.namedBy(config, "rules", ...BUCKET_TYPES).every((target) => differs(bucket, target)));
        if (away.length > 0 || selectionsOf(bucket).length > 0) {
          return [];
        }
        const found = enabled.length > 0 ? "replicas in the same region" : configs.length > 0 ? "no enabled rule" : "neither replica nor backup";
        return [{ urn: bucket.urn, property: "replicationConfiguration", found, required: "a copy in another region" }];
      });
  },
});
