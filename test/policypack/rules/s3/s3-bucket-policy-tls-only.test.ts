import { s3BucketPolicyTlsOnly } from "../../../../policypack/rules/s3/s3-bucket-policy-tls-only.ts";
import { allow, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const bucket = "arn:aws:s3:::phi-records";
const denied = { Sid: "Tls", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [bucket, `${bucket}/*`], Condition: { Bool: { "aws:SecureTransport": "false" } } };
const policy = (change: object) => ({ bucket: "phi-records", policy: policyText({ ...denied, ...change }) });
const open = { property: "policy", found: "no statement that denies requests without TLS to the bucket and its objects" };

testRule(s3BucketPolicyTlsOnly, {
  compliant: [
    { props: policy({}) },
    { props: policy({ Principal: { AWS: "*" }, Action: "*", Resource: "*", Condition: { BoolIfExists: { "aws:SecureTransport": false } } }) },
    { props: { policy: { Version: "2012-10-17", Statement: [allow({ Principal: { AWS: "123456789012" } }), denied] } } },
    { props: { policy: policyText({ ...denied, Resource: bucket }, { ...denied, Resource: `${bucket}/*` }) } },
  ],
  violating: [
    { why: "no denial", props: { policy: policyText(allow({ Principal: { AWS: "123456789012" } })) }, ...open },
    { why: "objects only", props: policy({ Resource: `${bucket}/*` }), ...open },
    { why: "the bucket only", props: policy({ Resource: bucket }), ...open },
    { why: "some callers only", props: policy({ Principal: { AWS: "123456789012" } }), ...open },
    { why: "reads only", props: policy({ Action: "s3:Get*" }), ...open },
    { why: "a second condition", props: policy({ Condition: { Bool: { "aws:SecureTransport": "false", "aws:ViaAWSService": "false" } } }), ...open },
    { why: "the wrong way round", props: policy({ Condition: { Bool: { "aws:SecureTransport": "true" } } }), ...open },
    { why: "an allow instead", props: policy({ Effect: "Allow" }), ...open },
    { why: "nothing", props: { policy: undefined }, property: "policy", found: "a text that is not a policy document (nothing given)" },
  ],
  unknown: ["policy"],
});
