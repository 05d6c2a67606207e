import { s3BucketPhiCopiedElsewhere } from "../../../../policypack/rules/s3/s3-bucket-phi-copied-elsewhere.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const phi = { type: "aws:s3/bucket:Bucket", provider: { region: "us-east-1" }, props: { bucket: "hipaa-phi", tagsAll: { DataClassification: "phi", BackupPlan: "hipaa" } } };
const copy = { ...phi, provider: { region: "us-west-2" }, props: { ...phi.props, bucket: "hipaa-phi-copy" } };
const replication = {
  type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  props: { rules: [{ id: "all", status: "Enabled", destination: {} }] },
  refs: { bucket: "phi.id", "rules[0].destination.bucket": "copy.arn" },
};
const finding = { blamed: "phi", property: "replicationConfiguration" };

testStackRule(s3BucketPhiCopiedElsewhere, {
  compliant: [
    { phi, copy, replication },
    { phi, selection: { type: "aws:backup/selection:Selection", props: { selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa" }] } } },
    { phi, replication: { ...replication, props: { rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::elsewhere" } }] }, refs: { bucket: "phi.id" } } },
    { plain: { ...phi, props: { tagsAll: { DataClassification: "operational" } } } },
  ],
  violating: [
    { why: "no copy", change: { replication: null, copy: null }, ...finding, found: "neither replica nor backup" },
    { why: "a rule switched off", change: { replication: { props: { rules: [{ id: "all", status: "Disabled", destination: {} }] } } }, ...finding, found: "no enabled rule" },
    { why: "a copy beside it", change: { copy: { provider: { region: "us-east-1" } } }, ...finding, found: "replicas in the same region" },
  ],
  unknown: [
    ["phi", "tagsAll"],
    ["replication", "rules[0].status"],
  ],
});
