import { iamRoleForPeopleRequiresMfa } from "../../../../policypack/rules/iam/iam-role-for-people-requires-mfa.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const trust = (change: object) => ({
  assumeRolePolicy: policyText({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    ...change,
  }),
});
const people = { property: "assumeRolePolicy.Statement[0].Condition", found: "people without a second factor" };

testRule(iamRoleForPeopleRequiresMfa, {
  compliant: [
    { props: trust({}) },
    { props: trust({ Principal: { AWS: "arn:aws:iam::123456789012:role/deployer" }, Condition: undefined }) },
    { props: trust({ Principal: { Service: "lambda.amazonaws.com" }, Condition: undefined }) },
    { props: trust({ Condition: { StringEquals: { "sts:ExternalId": "vendor" } } }) },
    { props: trust({ Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/ci-*" } } }) },
    { props: trust({ Effect: "Deny", Condition: undefined }) },
    { props: trust({ Principal: { AWS: "arn:aws:sts::123456789012:assumed-role/arn:aws:iam::123456789012:user/x" }, Condition: undefined }) },
  ],
  violating: [
    { why: "a whole account", props: trust({ Condition: undefined }), ...people },
    { why: "an account by its number", props: trust({ Principal: { AWS: "123456789012" }, Condition: {} }), ...people },
    { why: "a user", props: trust({ Principal: { AWS: "arn:aws:iam::123456789012:user/ada" }, Condition: {} }), ...people },
    { why: "a whole organisation", props: trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } } }), ...people },
    { why: "where the factor is unsaid", props: trust({ Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } } }), ...people },
    { why: "the wrong way round", props: trust({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }), ...people },
    { why: "one of both", props: trust({ Condition: { Bool: { "aws:MultiFactorAuthPresent": ["true", "false"] } } }), ...people },
    { why: "a factor as a text that is not compared as one", props: trust({ Condition: { StringEquals: { "aws:MultiFactorAuthPresent": "true" } } }), ...people },
    { why: "another switch", props: trust({ Condition: { Bool: { "aws:SecureTransport": "true" } } }), ...people },
    { why: "a user among the roles", props: trust({ Condition: { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::123456789012:role/ci", "arn:aws:iam::123456789012:user/ada"] } } }), ...people },
    { why: "a role named where it says nothing of the caller", props: trust({ Condition: { ArnLike: { "aws:SourceArn": "arn:aws:iam::123456789012:role/ci" } } }), ...people },
  ],
  unknown: ["assumeRolePolicy"],
});
