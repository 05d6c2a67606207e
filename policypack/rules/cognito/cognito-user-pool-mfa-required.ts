import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const cognitoUserPoolMfaRequired = defineRule({
  name: "cognito-user-pool-mfa-required",
  description: "Everyone who signs in through a user pool gives a second factor.",
  severity: "critical",
  controls: ["cognito-mfa"],
  citations: ["164.312(d)"],
  remediation: ['Set mfaConfiguration to "ON" and softwareTokenMfaConfiguration.enabled to true.'],
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html",
  resources: ["aws:cognito/userPool:UserPool"],
  check: ({ props }) => judgeText(props, "mfaConfiguration", { allowed: ["ON"], absent: "OFF" }),
});
