import { defineStackRule } from "../../engine/rule.ts";
import type { JudgedStack, StackFinding, StackResource } from "../../engine/rule.ts";

const COPIES = ["aws:rds/snapshotCopy:SnapshotCopy", "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"];

/** A snapshot is encrypted as its database is. */
function unencrypted(stack: JudgedStack, snapshot: StackResource, property: string, type: string): readonly StackFinding[] {
  const sources = stack.namedBy(snapshot, property, type);
  return sources
    .filter(({ props }) => props.boolean("storageEncrypted") !== true)
    .map(({ name }) => ({ urn: snapshot.urn, property, found: `${name}, which is not encrypted`, required: "an encrypted database" }));
}

export const rdsSnapshotEncrypted = defineStackRule({
  name: "rds-snapshot-encrypted",
  description: "Snapshots come from encrypted databases, and their copies are encrypted with a customer-managed key.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)",
    "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["rds-snapshot-encrypted"],
  remediation: ["Set kmsKeyId on the copy, and encrypt the database that a snapshot is taken of."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html",
  resources: [
    "aws:rds/snapshot:Snapshot",
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "aws:rds/snapshotCopy:SnapshotCopy",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
  ],
  check: (stack) => [
    ...stack
      .ofType(...COPIES)
      .filter(({ props }) => !props.has("kmsKeyId"))
      .map(({ urn }) => ({ urn, property: "kmsKeyId", found: "nothing", required: "the ARN of a customer-managed key" })),
    ...stack.ofType("aws:rds/snapshot:Snapshot").flatMap((snapshot) => unencrypted(stack, snapshot, "dbInstanceIdentifier", "aws:rds/instance:Instance")),
    ...stack.ofType("aws:rds/clusterSnapshot:ClusterSnapshot").flatMap((snapshot) => unencrypted(stack, snapshot, "dbClusterIdentifier", "aws:rds/cluster:Cluster")),
  ],
});
