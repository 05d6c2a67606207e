import { glueJobSecurityConfiguration } from "../../../../policypack/rules/glue/glue-job-security-configuration.ts";
import { testRule } from "../../rule-tester.ts";

testRule(glueJobSecurityConfiguration, {
  compliant: [
    { props: { securityConfiguration: "encrypted" } },
    { type: "aws:glue/crawler:Crawler", props: { securityConfiguration: "encrypted" } },
    { type: "aws:glue/devEndpoint:DevEndpoint", props: { securityConfiguration: "encrypted" } },
  ],
  violating: [
    { why: "a job without", props: { securityConfiguration: undefined }, property: "securityConfiguration", found: "nothing" },
    { why: "a crawler without", props: { securityConfiguration: undefined }, fixture: { type: "aws:glue/crawler:Crawler" }, property: "securityConfiguration", found: "nothing" },
  ],
  unknown: [],
  presence: ["securityConfiguration"],
});
