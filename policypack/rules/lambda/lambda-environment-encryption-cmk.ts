import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const lambdaEnvironmentEncryptionCmk = defineRule({
  name: "lambda-environment-encryption-cmk",
  description: "Environment variables are encrypted with a customer-managed key.",
  severity: "medium",
  controls: ["lambda-env-kms"],
  citations: ["164.312(a)(2)(iv)"],
  remediation: ["Set kmsKeyArn to the ARN of a customer-managed key."],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
  resources: ["aws:lambda/function:Function"],
  check: ({ props }) => (props.has("environment") ? judgePresence(props, "kmsKeyArn", "the ARN of a customer-managed key") : { notApplicable: "the function has no environment variables" }),
});
