import { s3BucketTlsOnly } from "../../../../policypack/rules/s3/s3-bucket-tls-only.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const denial = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::hipaa-phi", "arn:aws:s3:::hipaa-phi/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const policy = (change: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ ...denial, ...change }] });
const changed = (why: string, change: object) => ({
  why,
  change: { tls: { props: { policy: policy(change) } } },
  blamed: "tls",
  property: "policy",
  found: "requests without TLS are not denied",
});

testStackRule(s3BucketTlsOnly, {
  compliant: [
    {
      phi: { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } },
      tls: { type: "aws:s3/bucketPolicy:BucketPolicy", props: { policy: policy({}) }, refs: { bucket: "phi.id" } },
    },
    {
      phi: { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } },
      tls: { type: "aws:s3/bucketPolicy:BucketPolicy", props: { bucket: "hipaa-phi", policy: policy({ Resource: "*", Principal: { AWS: "*" } }) } },
    },
    { phi: { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "hipaa-phi", policy: policy({}) } } },
  ],
  violating: [
    { why: "no policy", change: { tls: null }, blamed: "phi", property: "policy", found: "no BucketPolicy" },
    changed("an allowance", { Effect: "Allow" }),
    changed("objects only", { Resource: "arn:aws:s3:::hipaa-phi/*" }),
    changed("the bucket only", { Resource: "arn:aws:s3:::hipaa-phi" }),
    changed("another bucket", { Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"] }),
    changed("reading only", { Action: "s3:GetObject" }),
    changed("one principal", { Principal: { AWS: "arn:aws:iam::123456789012:role/app" } }),
    changed("no condition on TLS", { Condition: { Bool: { "aws:ViaAWSService": "false" } } }),
  ],
  unknown: [
    ["tls", "policy"],
    ["phi", "bucket"],
  ],
});
