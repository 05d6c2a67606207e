import { rdsIamAuthentication } from "../../../../policypack/rules/rds/rds-iam-authentication.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsIamAuthentication, {
  compliant: [
    { props: { engine: "postgres", iamDatabaseAuthenticationEnabled: true } },
    { type: "aws:rds/cluster:Cluster", props: { engine: "aurora-mysql", iamDatabaseAuthenticationEnabled: true } },
  ],
  violating: [
    { why: "passwords only", props: { iamDatabaseAuthenticationEnabled: false }, property: "iamDatabaseAuthenticationEnabled", found: "false" },
    { why: "left to the default", props: { iamDatabaseAuthenticationEnabled: undefined }, property: "iamDatabaseAuthenticationEnabled", found: "false" },
  ],
  unknown: ["engine", "iamDatabaseAuthenticationEnabled"],
  notApplicable: [{ why: "an engine without it", props: { engine: "oracle-ee", iamDatabaseAuthenticationEnabled: undefined } }],
});
