import { kmsKeyOneDataClass } from "../../../../policypack/rules/kms/kms-key-one-data-class.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const key = { type: "aws:kms/key:Key" };
const stack: StackFixture = {
  phi: key,
  logs: key,
  bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "records", tags: { DataClassification: "phi" } } },
  encryption: {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    props: { bucket: "records", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
    refs: { "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId": "phi.arn" },
  },
  table: { type: "aws:dynamodb/table:Table", props: { tags: { DataClassification: "phi" }, serverSideEncryption: { enabled: true } }, refs: { "serverSideEncryption.kmsKeyArn": "phi.arn" } },
  group: { type: "aws:cloudwatch/logGroup:LogGroup", props: { tags: { DataClassification: "operational" } }, refs: { kmsKeyId: "logs.arn" } },
  untagged: { type: "aws:sns/topic:Topic", refs: { kmsMasterKeyId: "phi.arn" } },
};

testStackRule(kmsKeyOneDataClass, {
  compliant: [stack],
  violating: [
    { why: "logs under the key of PHI", change: { group: { refs: { kmsKeyId: "phi.arn" } } }, blamed: "phi", property: "(key)", found: "data of the classes operational, phi" },
    {
      why: "a bucket under the key of logs",
      change: { encryption: { refs: { "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId": "logs.arn" } } },
      blamed: "logs",
      property: "(key)",
      found: "data of the classes operational, phi",
    },
  ],
});
