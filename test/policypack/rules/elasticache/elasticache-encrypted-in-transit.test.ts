import { elasticacheEncryptedInTransit } from "../../../../policypack/rules/elasticache/elasticache-encrypted-in-transit.ts";
import { testRule } from "../../rule-tester.ts";

testRule(elasticacheEncryptedInTransit, {
  compliant: [
    { props: { engine: "redis", transitEncryptionEnabled: true, transitEncryptionMode: "required" } },
    { props: { engine: "valkey" } },
    { props: { transitEncryptionEnabled: true } },
  ],
  violating: [
    { why: "switched off", props: { transitEncryptionEnabled: false }, property: "transitEncryptionEnabled", found: "false" },
    { why: "left to the default of Redis", props: { transitEncryptionEnabled: undefined }, property: "transitEncryptionEnabled", found: "nothing, so false" },
    { why: "no engine named, so Redis", props: { engine: undefined, transitEncryptionEnabled: undefined }, property: "transitEncryptionEnabled", found: "nothing, so false" },
    { why: "plain text still accepted", props: { transitEncryptionMode: "preferred" }, property: "transitEncryptionMode", found: "preferred" },
  ],
  unknown: ["transitEncryptionEnabled", "transitEncryptionMode", "engine"],
  notApplicable: [{ why: "a secondary of a global group", props: { globalReplicationGroupId: "global" } }],
});
