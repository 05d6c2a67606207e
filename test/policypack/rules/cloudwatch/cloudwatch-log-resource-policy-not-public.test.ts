import { cloudwatchLogResourcePolicyNotPublic } from "../../../../policypack/rules/cloudwatch/cloudwatch-log-resource-policy-not-public.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const grant = (change: object) => ({
  policyDocument: policyText({ Effect: "Allow", Principal: { Service: "route53.amazonaws.com" }, Action: "logs:PutLogEvents", Resource: "*", ...change }),
});
const anyone = { property: "policyDocument.Statement[0].Principal", found: "anyone" };

testRule(cloudwatchLogResourcePolicyNotPublic, {
  compliant: [{ props: grant({}) }, { props: grant({ Principal: "*", Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }) }],
  violating: [
    { why: "anyone", props: grant({ Principal: "*" }), ...anyone },
    { why: "anyone from elsewhere", props: grant({ Principal: { AWS: "*" }, Condition: { StringNotEquals: { "aws:SourceAccount": "1" } } }), ...anyone },
    { why: "not JSON", props: { policyDocument: "*" }, property: "policyDocument", found: "a text that is not a policy document (not JSON)" },
  ],
  unknown: ["policyDocument"],
});
