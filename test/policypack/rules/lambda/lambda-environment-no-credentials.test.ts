import { lambdaEnvironmentNoCredentials } from "../../../../policypack/rules/lambda/lambda-environment-no-credentials.ts";
import { testRule } from "../../rule-tester.ts";

const variables = (given: object) => ({ environment: { variables: given } });

testRule(lambdaEnvironmentNoCredentials, {
  compliant: [{ props: variables({ TABLE: "records", SECRET_ARN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", TOKEN: "arn:aws:1" }) }, { props: {} }],
  violating: [
    { why: "by its name", props: variables({ DB_PASSWORD: "hunter22" }), property: "environment.variables.DB_PASSWORD", found: "a credential, by its name" },
    { why: "by its form", props: variables({ NOTE: ["use AKIA", "ABCDEFGHIJKLMNOP"].join("") }), property: "environment.variables.NOTE", found: "an AWS access key" },
  ],
  unknown: ["environment", "environment.variables"],
  presence: ["environment.variables.TABLE"],
});
