import { kmsPhiKeyUseBound } from "../../../../policypack/rules/kms/kms-phi-key-use-bound.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const use = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "*" };
const key = (change: object) => ({ tags: { DataClassification: "phi" }, policy: policyText({ ...use, ...change }) });
const loose = { property: "policy.Statement[0].Condition", found: "decryption by anyone named, of any data" };

testRule(kmsPhiKeyUseBound, {
  compliant: [
    { props: key({ Condition: { StringLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::phi-*" } } }) },
    { props: key({ Condition: { StringEquals: { "kms:ViaService": "rds.us-east-1.amazonaws.com" } } }) },
    { props: key({ Action: ["kms:Describe*", "kms:PutKeyPolicy"] }) },
    { props: key({ Effect: "Deny" }) },
  ],
  violating: [
    { why: "no condition", props: key({}), ...loose },
    { why: "everything", props: key({ Action: "kms:*" }), ...loose },
    { why: "any context", props: key({ Condition: { StringLike: { "kms:EncryptionContext:aws:s3:arn": "*" } } }), ...loose },
    { why: "a context that may be left out", props: key({ Condition: { StringEqualsIfExists: { "kms:EncryptionContext:table": "records" } } }), ...loose },
    { why: "the account only", props: key({ Condition: { StringEquals: { "kms:CallerAccount": "123456789012" } } }), ...loose },
    {
      why: "no policy",
      fixture: { type: "aws:kms/replicaKey:ReplicaKey" },
      props: { policy: undefined },
      property: "policy",
      found: "AWS's default policy, by which the account's policies alone decide",
    },
    { why: "any context, or one", props: key({ Condition: { StringLike: { "kms:EncryptionContext:table": ["records", "*"] } } }), ...loose },
    { why: "a key of another service's", props: key({ Condition: { StringEquals: { "xkms:ViaService": "rds.us-east-1.amazonaws.com" } } }), ...loose },
    { why: "the keys of a context, and none of its values", props: key({ Condition: { StringEquals: { "kms:EncryptionContextKeys": "table" } } }), ...loose },
    { why: "a service by a name that KMS does not know", props: key({ Condition: { StringEquals: { "kms:ViaServices": "rds.us-east-1.amazonaws.com" } } }), ...loose },
  ],
  unknown: ["tags", "policy"],
  notApplicable: [{ why: "another class", props: { tags: { DataClassification: "operational" } } }, { why: "no tags", props: { tags: undefined } }],
});
