import { codebuildNoCredentialsInEnvironment } from "../../../../policypack/rules/codebuild/codebuild-no-credentials-in-environment.ts";
import { testRule } from "../../rule-tester.ts";

const variables = (...environmentVariables: readonly object[]) => ({ environment: { environmentVariables } });

testRule(codebuildNoCredentialsInEnvironment, {
  compliant: [
    {
      props: {
        environment: {
          environmentVariables: [
            { name: "STAGE", value: "dev" },
            { name: "DB_PASSWORD", value: "records/database:password", type: "SECRETS_MANAGER" },
            { name: "API_KEY", value: "/records/api-key", type: "PARAMETER_STORE" },
            { name: "CACHE_TOKEN", value: "${CODEBUILD_BUILD_ID}" },
          ],
        },
      },
    },
    { props: { environment: { image: "aws/codebuild/standard:7.0" } } },
  ],
  violating: [
    { why: "an AWS key", props: variables({ name: "AWS_ACCESS_KEY_ID", value: "any" }), property: "environment.environmentVariables[0].value", found: "AWS_ACCESS_KEY_ID in plain text" },
    { why: "a password", props: variables({ name: "DB_PASSWORD", value: "pa55word", type: "PLAINTEXT" }), property: "environment.environmentVariables[0].value", found: "DB_PASSWORD in plain text" },
    {
      why: "a password in a URL",
      props: variables({ name: "DATABASE", value: "postgres://records:pa55word@db.internal/records" }),
      property: "environment.environmentVariables[0].value",
      found: "a URL with a password in plain text",
    },
  ],
  unknown: ["environment", "environment.environmentVariables", "environment.environmentVariables[0].name", "environment.environmentVariables[1].type"],
  presence: ["environment.environmentVariables[0].value", "environment.environmentVariables[1].value"],
});
