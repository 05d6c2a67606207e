import { elasticacheBackupsRetained } from "../../../../policypack/rules/elasticache/elasticache-backups-retained.ts";
import { testRule } from "../../rule-tester.ts";

testRule(elasticacheBackupsRetained, {
  compliant: [
    { props: { replicationGroupId: "sessions", engine: "valkey", snapshotRetentionLimit: 15 } },
    { type: "aws:elasticache/cluster:Cluster", props: { engine: "redis", snapshotRetentionLimit: 35 } },
    { type: "aws:elasticache/serverlessCache:ServerlessCache", props: { engine: "valkey", snapshotRetentionLimit: 15 } },
  ],
  violating: [
    { why: "two weeks", props: { snapshotRetentionLimit: 14 }, property: "snapshotRetentionLimit", found: "14 days" },
    { why: "switched off", props: { snapshotRetentionLimit: 0 }, property: "snapshotRetentionLimit", found: "0 days" },
    { why: "left to the default", props: { snapshotRetentionLimit: undefined }, property: "snapshotRetentionLimit", found: "nothing, so 0 days" },
  ],
  unknown: ["snapshotRetentionLimit", "engine"],
  presence: ["replicationGroupId"],
  notApplicable: [
    { why: "Memcached", props: { engine: "memcached" } },
    { why: "a node of a replication group", fixture: { type: "aws:elasticache/cluster:Cluster" } },
  ],
});
