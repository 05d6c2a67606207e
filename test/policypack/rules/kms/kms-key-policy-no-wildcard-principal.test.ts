import { kmsKeyPolicyNoWildcardPrincipal } from "../../../../policypack/rules/kms/kms-key-policy-no-wildcard-principal.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const property = "policy.Statement[1].Principal";
const key = (change: object) => ({ policy: policyText(root, { Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*", ...change }) });
const root = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };

testRule(kmsKeyPolicyNoWildcardPrincipal, {
  compliant: [
    { props: key({ Principal: { Service: "logs.us-east-1.amazonaws.com" } }) },
    { props: {} },
    { props: key({ Effect: "Deny" }) },
    { props: key({ Condition: { StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }) },
    { type: "aws:kms/keyPolicy:KeyPolicy", props: key({ Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" }, Null: { "aws:PrincipalOrgID": "false" } } }) },
  ],
  violating: [
    { why: "anyone", props: key({}), property, found: "anyone" },
    { why: "in a key policy of its own", fixture: { type: "aws:kms/keyPolicy:KeyPolicy" }, props: key({}), property, found: "anyone" },
    { why: "anyone through a service", props: key({ Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }), property, found: "anyone" },
    { why: "anyone who sends no organisation", props: key({ Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } } }), property, found: "anyone" },
    { why: "anyone elsewhere", props: key({ Condition: { StringNotEquals: { "kms:CallerAccount": "123456789012" } } }), property, found: "anyone" },
    { why: "not JSON", props: { policy: "allow" }, property: "policy", found: "a text that is not a policy document (not JSON)" },
  ],
  unknown: ["policy"],
});
