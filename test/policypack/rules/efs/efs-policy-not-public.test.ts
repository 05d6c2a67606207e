import { efsPolicyNotPublic } from "../../../../policypack/rules/efs/efs-policy-not-public.ts";
import { testRule } from "../../rule-tester.ts";

const policy = (statement: object) => ({
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "elasticfilesystem:ClientMount", ...statement }] }),
});
const mounted = { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } };

testRule(efsPolicyNotPublic, {
  compliant: [
    { props: policy({ Condition: mounted }) },
    { props: policy({ Principal: { AWS: "arn:aws:iam::123456789012:role/records" } }) },
    { props: policy({ Effect: "Deny" }) },
  ],
  violating: [
    { why: "anyone", props: policy({}), property: "policy.Statement[0].Principal", found: "anyone" },
    { why: "anyone but through mounts", props: policy({ Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } } }), property: "policy.Statement[0].Principal", found: "anyone" },
    {
      why: "anyone, one way or the other", props: policy({ Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": ["true", "false"] } } }), property: "policy.Statement[0].Principal", found: "anyone",
    },
    { why: "anyone with TLS", props: policy({ Condition: { Bool: { "aws:SecureTransport": "true" } } }), property: "policy.Statement[0].Principal", found: "anyone" },
  ],
  unknown: ["policy"],
});
