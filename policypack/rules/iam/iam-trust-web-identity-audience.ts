import { isExactly, issuersOf } from "../../engine/policy-document-federation.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamTrustWebIdentityAudience = defineRule({
  name: "iam-trust-web-identity-audience",
  description: "A role that an identity provider opens names the audience, so that a token made for another application does not open it.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)", "164.312(d)"],
  remediation: [
    'Use StringEquals on <issuer>:aud with the client that the tokens are made for; for Cognito identity pools also ForAnyValue:StringLike on :amr with "authenticated".',
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif",
  resources: ["aws:iam/role:Role"],
  check: ({ props }) =>
    judgeStatements(props, "assumeRolePolicy", (statement, path) => {
      const issuers = statement.effect === "Allow" ? issuersOf(statement) : [];
      return issuers.flatMap((issuer) => {
        const isForClient = isExactly(statement, `${issuer}:aud`, () => true) || isExactly(statement, `${issuer}:app_id`, () => true);
        const isGuestPool = issuer === "cognito-identity.amazonaws.com" && !isExactly(statement, `${issuer}:amr`, (value) => value !== "unauthenticated");
        return [
          ...(isForClient ? [] : [{ property: `${path}.Condition`, found: `tokens of ${issuer} for any application`, required: `StringEquals on ${issuer}:aud` }]),
          ...(isGuestPool ? [{ property: `${path}.Condition`, found: "guests", required: `ForAnyValue:StringLike on ${issuer}:amr with "authenticated"` }] : []),
        ];
      });
    }),
});
