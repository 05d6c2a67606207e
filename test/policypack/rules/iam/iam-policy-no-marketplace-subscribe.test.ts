import { iamPolicyNoMarketplaceSubscribe } from "../../../../policypack/rules/iam/iam-policy-no-marketplace-subscribe.ts";
import { allow, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const subscribe = (change: object) => ({ policy: policyText(allow({ Action: "aws-marketplace:Subscribe", Resource: "*", ...change })) });
const open = { property: "policy.Statement[0]", found: "aws-marketplace:Subscribe on every product" };

testRule(iamPolicyNoMarketplaceSubscribe, {
  compliant: [
    { props: subscribe({ Action: "aws-marketplace:ViewSubscriptions" }) },
    { props: subscribe({ Condition: { "ForAnyValue:StringEquals": { "aws-marketplace:ProductId": ["prod-1"] } } }) },
    { props: subscribe({ Effect: "Deny" }) },
  ],
  violating: [
    { why: "any product", props: subscribe({}), ...open },
    { why: "by a wildcard", props: subscribe({ Action: ["s3:GetObject", "aws-marketplace:*"] }), ...open },
    { why: "unless the product is unsaid", props: subscribe({ Condition: { StringEqualsIfExists: { "aws-marketplace:ProductId": "prod-1" } } }), ...open },
    { why: "over TLS only", props: subscribe({ Condition: { Bool: { "aws:SecureTransport": "true" } } }), ...open },
  ],
  unknown: ["policy"],
});
