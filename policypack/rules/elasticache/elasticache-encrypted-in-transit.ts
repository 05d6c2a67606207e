import { judgeSwitch, judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const elasticacheEncryptedInTransit = defineRule({
  name: "elasticache-encrypted-in-transit",
  description: "Redis and Valkey replication groups accept connections over TLS only.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: ["elasticache-encryption"],
  remediation: ['Set transitEncryptionEnabled: true, and leave transitEncryptionMode at its default, "required".'],
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
  resources: ["aws:elasticache/replicationGroup:ReplicationGroup"],
  check: ({ props }) => {
    if (props.has("globalReplicationGroupId")) {
      return { notApplicable: "encryption follows from the primary of the global group" };
    }
    const absent = props.has("engine") && props.string("engine") === "valkey";
    return [
      ...judgeSwitch(props, "transitEncryptionEnabled", { required: true, absent }),
      ...judgeText(props, "transitEncryptionMode", { allowed: ["required"], absent: "required" }),
    ];
  },
});
