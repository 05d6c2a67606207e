import { redshiftNotPubliclyAccessible } from "../../../../policypack/rules/redshift/redshift-not-publicly-accessible.ts";
import { testRule } from "../../rule-tester.ts";

testRule(redshiftNotPubliclyAccessible, {
  compliant: [{ props: { publiclyAccessible: false } }, { props: {} }, { type: "aws:redshiftserverless/workgroup:Workgroup", props: {} }],
  violating: [
    { why: "public", props: { publiclyAccessible: true }, property: "publiclyAccessible", found: "true" },
    { why: "a public address", props: { elasticIp: "203.0.113.10" }, property: "elasticIp", found: "a public address" },
    { why: "a public workgroup", props: { publiclyAccessible: true }, fixture: { type: "aws:redshiftserverless/workgroup:Workgroup" }, property: "publiclyAccessible", found: "true" },
  ],
  unknown: ["publiclyAccessible"],
});
