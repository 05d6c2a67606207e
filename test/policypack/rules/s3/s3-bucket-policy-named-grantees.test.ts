import { s3BucketPolicyNamedGrantees } from "../../../../policypack/rules/s3/s3-bucket-policy-named-grantees.ts";
import { allow, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const property = "policy.Statement[0].Principal";
const grant = (Principal: unknown, Condition?: object) => ({ policy: policyText(allow({ Principal, Condition })) });
const account = { AWS: "arn:aws:iam::123456789012:root" };
const logging = { Service: "logging.s3.amazonaws.com" };

testRule(s3BucketPolicyNamedGrantees, {
  compliant: [
    { props: grant({ AWS: ["arn:aws:iam::123456789012:role/records"] }) },
    { props: grant(account, { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/records-*" } }) },
    { props: grant(logging, { StringEquals: { "aws:SourceAccount": "123456789012" } }) },
    { props: grant("*", { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } }) },
    { props: { policy: policyText(allow({ Effect: "Deny", Principal: "*" })) } },
    { props: {} },
  ],
  violating: [
    { why: "anyone", props: grant("*"), property, found: "anyone" },
    { why: "everyone but one", props: { policy: policyText(allow({ NotPrincipal: account })) }, property, found: "anyone" },
    { why: "a whole account", props: grant(account), property, found: "the whole account 123456789012" },
    { why: "a whole account by its number", props: grant({ AWS: "123456789012" }, { Bool: { "aws:SecureTransport": "true" } }), property, found: "the whole account 123456789012" },
    { why: "a service for anyone", props: grant(logging), property, found: "logging.s3.amazonaws.com for anyone's resources" },
  ],
  unknown: ["policy"],
});
