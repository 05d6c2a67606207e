import { iamTrustIrsaOneServiceAccount } from "../../../../policypack/rules/iam/iam-trust-irsa-one-service-account.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const issuer = "oidc.eks.us-east-1.amazonaws.com/id/ABCDEF0123456789";
const exact = { [`${issuer}:sub`]: "system:serviceaccount:records:api", [`${issuer}:aud`]: "sts.amazonaws.com" };
const trust = (condition: unknown, change: object = {}) => ({
  assumeRolePolicy: policyText({
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
    Condition: condition,
    ...change,
  }),
});
const property = "assumeRolePolicy.Statement[0].Condition";
const anyAccount = { property, found: "service accounts not named exactly" };

testRule(iamTrustIrsaOneServiceAccount, {
  compliant: [
    { props: trust({ StringEquals: exact }) },
    { props: trust({ StringEquals: exact }, { Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } }) },
    { props: trust(undefined, { Effect: "Deny" }) },
    { props: trust(undefined, { Principal: { Service: "pods.eks.amazonaws.com" } }) },
  ],
  violating: [
    { why: "no condition", props: trust(undefined), ...anyAccount },
    { why: "any service account", props: trust({ StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" } }), ...anyAccount },
    { why: "a pattern", props: trust({ StringLike: exact }), ...anyAccount },
    { why: "a pattern in an exact comparison", props: trust({ StringEquals: { ...exact, [`${issuer}:sub`]: "system:serviceaccount:records:*" } }), ...anyAccount },
    { why: "two values, one a pattern", props: trust({ StringEquals: { ...exact, [`${issuer}:sub`]: ["system:serviceaccount:records:api", "*"] } }), ...anyAccount },
    { why: "where it exists", props: trust({ StringEqualsIfExists: exact }), ...anyAccount },
    { why: "another cluster's issuer", props: trust({ StringEquals: exact }, { Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}FF` } }), ...anyAccount },
    { why: "no audience", props: trust({ StringEquals: { [`${issuer}:sub`]: "system:serviceaccount:records:api" } }), property, found: "an audience not named exactly" },
    { why: "a name with something before it", props: trust({ StringEquals: { ...exact, [`${issuer}:sub`]: "x system:serviceaccount:records:api" } }), ...anyAccount },
    { why: "a name with something after it", props: trust({ StringEquals: { ...exact, [`${issuer}:sub`]: "system:serviceaccount:records:api?" } }), ...anyAccount },
    { why: "another audience", props: trust({ StringEquals: { ...exact, [`${issuer}:aud`]: "records" } }), property, found: "an audience not named exactly" },
  ],
  unknown: ["assumeRolePolicy"],
});
