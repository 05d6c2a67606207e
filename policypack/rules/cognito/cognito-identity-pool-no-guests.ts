import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const cognitoIdentityPoolNoGuests = defineRule({
  name: "cognito-identity-pool-no-guests",
  description: "An identity pool gives credentials only to those who have signed in.",
  severity: "critical",
  controls: ["cognito-no-guest-access"],
  citations: ["164.312(d)"],
  remediation: ["Set allowUnauthenticatedIdentities to false."],
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html",
  resources: ["aws:cognito/identityPool:IdentityPool"],
  check: ({ props }) => judgeSwitch(props, "allowUnauthenticatedIdentities", { required: false, absent: false }),
});
