import { iamTrustWebIdentityAudience } from "../../../../policypack/rules/iam/iam-trust-web-identity-audience.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const trust = (provider: string, Condition: unknown, Effect = "Allow") => ({
  assumeRolePolicy: policyText({ Effect, Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: provider }, Condition }),
});
const pool = "cognito-identity.amazonaws.com";
const sso = "arn:aws:iam::123456789012:oidc-provider/login.clinic.example";
const property = "assumeRolePolicy.Statement[0].Condition";

testRule(iamTrustWebIdentityAudience, {
  compliant: [
    { props: trust(sso, { StringEquals: { "login.clinic.example:aud": "records" } }) },
    { props: trust(pool, { StringEquals: { [`${pool}:aud`]: "us-east-1:1" }, "ForAnyValue:StringLike": { [`${pool}:amr`]: "authenticated" } }) },
    { props: { assumeRolePolicy: policyText({ Effect: "Allow", Action: "sts:AssumeRoleWithSAML", Principal: { Federated: "arn:aws:iam::123456789012:saml-provider/adfs" } }) } },
    { props: trust(sso, undefined, "Deny") },
    { props: trust("graph.facebook.com", { StringEquals: { "graph.facebook.com:app_id": "1234567890" } }) },
  ],
  violating: [
    { why: "any application", props: trust(sso, { StringEquals: { "login.clinic.example:sub": "ada" } }), property, found: "tokens of login.clinic.example for any application" },
    { why: "any application that says none", props: trust(sso, { StringEqualsIfExists: { "login.clinic.example:aud": "records" } }), property, found: "tokens of login.clinic.example for any application" },
    { why: "a pattern", props: trust(sso, { StringLike: { "login.clinic.example:aud": "*" } }), property, found: "tokens of login.clinic.example for any application" },
    { why: "guests", props: trust(pool, { StringEquals: { [`${pool}:aud`]: "us-east-1:1" } }), property, found: "guests" },
    {
      why: "guests by name",
      props: trust(pool, { StringEquals: { [`${pool}:aud`]: "us-east-1:1" }, "ForAnyValue:StringLike": { [`${pool}:amr`]: "unauthenticated" } }),
      property,
      found: "guests",
    },
    { why: "any application of a social login", props: trust("graph.facebook.com", { StringEquals: { "graph.facebook.com:id": "ada" } }), property, found: "tokens of graph.facebook.com for any application" },
  ],
  unknown: ["assumeRolePolicy"],
});
