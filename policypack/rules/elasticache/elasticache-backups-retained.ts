import { judgeDays } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const elasticacheBackupsRetained = defineRule({
  name: "elasticache-backups-retained",
  description: "Backups of Redis and Valkey caches are kept for at least 15 days.",
  severity: "medium",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)",
    "164.312(a)(2)(ii)",
  ],
  controls: ["elasticache-backup"],
  remediation: ["Set snapshotRetentionLimit to 15 or more."],
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html",
  resources: [
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:elasticache/cluster:Cluster",
    "aws:elasticache/serverlessCache:ServerlessCache",
  ],
  check: ({ type, props }) => {
    if (type === "aws:elasticache/cluster:Cluster" && props.has("replicationGroupId")) {
      return { notApplicable: "its replication group is what is backed up" };
    }
    if (props.has("engine") && props.string("engine") === "memcached") {
      return { notApplicable: "Memcached has no backups" };
    }
    return judgeDays(props, "snapshotRetentionLimit", { atLeast: 15, absent: 0 });
  },
});
