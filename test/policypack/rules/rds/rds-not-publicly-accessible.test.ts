import { rdsNotPubliclyAccessible } from "../../../../policypack/rules/rds/rds-not-publicly-accessible.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsNotPubliclyAccessible, {
  compliant: [{ props: { publiclyAccessible: false } }, { props: {} }, { type: "aws:rds/clusterInstance:ClusterInstance", props: {} }],
  violating: [{ why: "a public address", props: { publiclyAccessible: true }, property: "publiclyAccessible", found: "true" }],
  unknown: ["publiclyAccessible"],
});
