import { dmsReplicationInstanceNotPublic } from "../../../../policypack/rules/dms/dms-replication-instance-not-public.ts";
import { testRule } from "../../rule-tester.ts";

testRule(dmsReplicationInstanceNotPublic, {
  compliant: [{ props: { publiclyAccessible: false } }],
  violating: [
    { why: "public", props: { publiclyAccessible: true }, property: "publiclyAccessible", found: "true" },
    { why: "left to the default", props: { publiclyAccessible: undefined }, property: "publiclyAccessible", found: "nothing, so true" },
  ],
  unknown: ["publiclyAccessible"],
});
