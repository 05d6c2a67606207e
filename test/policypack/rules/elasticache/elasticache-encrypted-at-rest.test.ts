import { elasticacheEncryptedAtRest } from "../../../../policypack/rules/elasticache/elasticache-encrypted-at-rest.ts";
import { testRule } from "../../rule-tester.ts";

testRule(elasticacheEncryptedAtRest, {
  compliant: [
    { props: { engine: "redis", atRestEncryptionEnabled: true } },
    { props: { engine: "valkey" } },
    { props: { atRestEncryptionEnabled: true } },
  ],
  violating: [
    { why: "switched off", props: { atRestEncryptionEnabled: false }, property: "atRestEncryptionEnabled", found: "false" },
    { why: "left to the default of Redis", props: { atRestEncryptionEnabled: undefined }, property: "atRestEncryptionEnabled", found: "nothing, so false" },
    { why: "no engine named, so Redis", props: { engine: undefined, atRestEncryptionEnabled: undefined }, property: "atRestEncryptionEnabled", found: "nothing, so false" },
  ],
  unknown: ["atRestEncryptionEnabled", "engine"],
  notApplicable: [{ why: "a secondary of a global group", props: { globalReplicationGroupId: "global" } }],
});
