import { rdsSnapshotEncrypted } from "../../../../policypack/rules/rds/rds-snapshot-encrypted.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const records = { type: "aws:rds/instance:Instance", props: { identifier: "records", storageEncrypted: true } };
const snapshot = { type: "aws:rds/snapshot:Snapshot", refs: { dbInstanceIdentifier: "records.identifier" } };
const copy = { type: "aws:rds/snapshotCopy:SnapshotCopy", props: { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1" } };

testStackRule(rdsSnapshotEncrypted, {
  compliant: [
    { records, snapshot, copy },
    {
      cluster: { type: "aws:rds/cluster:Cluster", props: { storageEncrypted: true } },
      snapshot: { type: "aws:rds/clusterSnapshot:ClusterSnapshot", refs: { dbClusterIdentifier: "cluster.id" } },
    },
  ],
  violating: [
    { why: "an unencrypted database", change: { records: { props: { storageEncrypted: false } } }, blamed: "snapshot", property: "dbInstanceIdentifier", found: "records, which is not encrypted" },
    { why: "a copy without a key", change: { copy: { props: { kmsKeyId: undefined } } }, blamed: "copy", property: "kmsKeyId", found: "nothing" },
    {
      why: "an unencrypted cluster",
      of: 1,
      change: { cluster: { props: { storageEncrypted: undefined } } },
      blamed: "snapshot",
      property: "dbClusterIdentifier",
      found: "cluster, which is not encrypted",
    },
  ],
  unknown: [["records", "storageEncrypted"]],
  presence: [["copy", "kmsKeyId"]],
});
