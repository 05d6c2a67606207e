import { s3BucketPolicyNotPublic } from "../../../../policypack/rules/s3/s3-bucket-policy-not-public.ts";
import { allow, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const property = "policy.Statement[0].Principal";
const grant = (change: object) => ({ policy: policyText(allow({ Principal: "*", ...change })) });
const given = (operator: string, key: string, value: unknown) => grant({ Condition: { [operator]: { [key]: value } } });

testRule(s3BucketPolicyNotPublic, {
  compliant: [
    { props: grant({ Principal: { AWS: "arn:aws:iam::123456789012:role/records" } }) },
    { props: given("StringEquals", "aws:PrincipalOrgID", "o-exampleorg1") },
    { props: given("ArnLike", "aws:SourceArn", "arn:aws:cloudtrail:*:123456789012:trail/*") },
    { props: given("StringEquals", "AWS:SourceVpce", ["vpce-1a2b3c4d"]) },
    { props: given("IpAddress", "aws:SourceIp", "203.0.113.0/24") },
    { props: grant({ Effect: "Deny" }) },
    { type: "aws:s3/bucket:Bucket", props: { bucket: "phi-records" } },
  ],
  violating: [
    { why: "anyone", props: grant({}), property, found: "anyone" },
    { why: "anyone, in the bucket", fixture: { type: "aws:s3/bucketV2:BucketV2" }, props: grant({}), property, found: "anyone" },
    { why: "any AWS account", props: grant({ Principal: { AWS: "*" } }), property, found: "anyone" },
    { why: "any address", props: given("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"]), property, found: "anyone" },
    { why: "any source", props: given("ArnLike", "aws:SourceArn", "arn:aws:s3:::*"), property, found: "anyone" },
    { why: "any account's trail", props: given("StringLike", "aws:SourceArn", "arn:aws:cloudtrail:*:*:trail/records"), property, found: "anyone" },
    { why: "over TLS only", props: given("Bool", "aws:SecureTransport", "true"), property, found: "anyone" },
    { why: "with a key of the resource", props: given("StringEquals", "aws:ResourceAccount", "123456789012"), property, found: "anyone" },
    { why: "an account that names itself", props: given("StringEquals", "aws:SourceAccount", "${aws:PrincipalAccount}"), property, found: "anyone" },
    { why: "not JSON", props: { policy: "public-read" }, property: "policy", found: "a text that is not a policy document (not JSON)" },
  ],
  unknown: ["policy"],
});
