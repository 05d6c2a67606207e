import { unselected } from "../../engine/backup-selection.ts";
import { BUCKET_TYPES, bucketsOf, receivesReplicas } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

export const s3BucketInBackupPlan = defineStackRule({
  name: "s3-bucket-in-backup-plan",
  description: "Every bucket with PHI is in a backup plan; the target of a replication is a copy already.",
  severity: "high",
  citations: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  controls: ["s3-bucket-in-backup-plan"],
  remediation: ["Give the resource a tag that a backup.Selection of its region selects, or name its ARN in the resources of one."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html",
  resources: BUCKET_TYPES,
  check: (stack) => unselected(stack, bucketsOf(stack).filter((bucket) => holds(bucket.props, "phi") && !receivesReplicas(stack, bucket))),
});
