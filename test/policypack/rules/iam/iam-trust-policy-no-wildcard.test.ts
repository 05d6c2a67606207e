import { iamTrustPolicyNoWildcard } from "../../../../policypack/rules/iam/iam-trust-policy-no-wildcard.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const trust = (change: object) => ({ assumeRolePolicy: policyText({ Effect: "Allow", Action: "sts:AssumeRole", ...change }) });
const property = "assumeRolePolicy.Statement[0].Principal";

testRule(iamTrustPolicyNoWildcard, {
  compliant: [
    { props: trust({ Principal: { Service: "lambda.amazonaws.com" } }) },
    { props: trust({ Principal: { AWS: "arn:aws:iam::123456789012:role/deployer" } }) },
    { props: trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } } }) },
    { props: trust({ Effect: "Deny", Principal: "*" }) },
  ],
  violating: [
    { why: "anyone", props: trust({ Principal: "*" }), property, found: "anyone" },
    { why: "any AWS account", props: trust({ Principal: { AWS: ["123456789012", "*"] } }), property, found: "anyone" },
    { why: "any identity provider", props: trust({ Principal: { Federated: "*" } }), property, found: "anyone" },
    { why: "everyone but one", props: trust({ NotPrincipal: { AWS: "123456789012" } }), property, found: "anyone" },
    { why: "any organisation", props: trust({ Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }), property, found: "anyone" },
    { why: "only where the key exists", props: trust({ Principal: "*", Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorg1" } } }), property, found: "anyone" },
    { why: "not a policy", props: { assumeRolePolicy: "[]" }, property: "assumeRolePolicy", found: "a text that is not a policy document (the document is not an object)" },
  ],
  unknown: ["assumeRolePolicy"],
});
