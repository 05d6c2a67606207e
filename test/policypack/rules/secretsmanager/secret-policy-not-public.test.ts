import { secretPolicyNotPublic } from "../../../../policypack/rules/secretsmanager/secret-policy-not-public.ts";
import { testRule } from "../../rule-tester.ts";

const policy = (statement: object) => ({
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*", ...statement }] }),
});

testRule(secretPolicyNotPublic, {
  compliant: [
    { props: policy({ Principal: { AWS: "arn:aws:iam::123456789012:role/records" } }) },
    { props: policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } } }) },
    { props: policy({ Effect: "Deny" }) },
    { type: "aws:secretsmanager/secret:Secret", props: { name: "db" } },
  ],
  violating: [
    { why: "anyone", props: policy({}), property: "policy.Statement[0].Principal", found: "anyone" },
    { why: "anyone with TLS", props: policy({ Condition: { Bool: { "aws:SecureTransport": "true" } } }), property: "policy.Statement[0].Principal", found: "anyone" },
    { why: "a text that is no policy", props: { policy: "{" }, property: "policy", found: "a text that is not a policy document (not JSON)" },
  ],
  unknown: ["policy"],
});
