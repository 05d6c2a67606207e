import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const elasticacheEncryptedAtRest = defineRule({
  name: "elasticache-encrypted-at-rest",
  description: "Redis and Valkey replication groups are encrypted at rest.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: ["elasticache-encryption"],
  remediation: ["Set atRestEncryptionEnabled: true, and kmsKeyId to a customer-managed key."],
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
  resources: ["aws:elasticache/replicationGroup:ReplicationGroup"],
  check: ({ props }) => {
    if (props.has("globalReplicationGroupId")) {
      return { notApplicable: "encryption follows from the primary of the global group" };
    }
    const absent = props.has("engine") && props.string("engine") === "valkey";
    return judgeSwitch(props, "atRestEncryptionEnabled", { required: true, absent });
  },
});
