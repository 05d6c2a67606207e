import { describe, expect, test } from "vitest";
import { KEY_SETTINGS } from "../../../../policypack/engine/encryption-keys.ts";
import { ENCRYPTION_RULES } from "../../../../policypack/engine/encryption-rules.ts";
import { encryptionCoverageComplete } from "../../../../policypack/rules/encryption/encryption-coverage-complete.ts";
import { rules } from "../../../../policypack/rules/index.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const database = { type: "aws:rds/instance:Instance", props: { storageEncrypted: true, kmsKeyId: key } };
const replica = { type: "aws:rds/instance:Instance", props: { replicateSourceDb: "records" } };
const bucket = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } };
const bucketKey = {
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  props: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key } }] },
  refs: { bucket: "bucket.id" },
};
const accessLogs = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-access-logs" } };
const logging = { type: "aws:s3/bucketLogging:BucketLogging", props: { targetPrefix: "phi/" }, refs: { bucket: "bucket.id", targetBucket: "accessLogs.id" } };
const stream = { type: "aws:kinesis/stream:Stream", props: { encryptionType: "KMS", kmsKeyId: key } };
const parameter = { type: "aws:ssm/parameter:Parameter", props: { name: "/hipaa/endpoint", type: "String" } };
const none = "nothing, so no key of the customer's";
const counted = (encrypted: number, total: number): string => `${String(encrypted)} of ${String(total)} resources with data have a customer-managed key`;

/* Proves the count and the names. That each service is judged well is for the tests of the rules that the count goes by. */
testStackRule(encryptionCoverageComplete, {
  // Neither the access logs, which S3 delivers with its own keys only, nor the replica or the plain parameter are counted.
  compliant: [{ database, replica, bucket, bucketKey, accessLogs, logging, stream, parameter }, { parameter }],
  violating: [
    { why: "a store in the clear", change: { database: { props: { storageEncrypted: false } } }, blamed: "database", property: "storageEncrypted", found: `false; ${counted(2, 3)}` },
    { why: "a store with a key of AWS", change: { database: { props: { kmsKeyId: undefined } } }, blamed: "database", property: "kmsKeyId", found: `nothing, so the AWS-managed key; ${counted(2, 3)}` },
    {
      why: "a store whose own rule does not ask for a key", change: { stream: { props: { kmsKeyId: undefined } } },
      blamed: "stream", property: "kmsKeyId", found: `${none}; ${counted(2, 3)}`,
    },
    { why: "one fault of two in one store", change: { stream: { props: { kmsKeyId: undefined, encryptionType: "NONE" } } }, blamed: "stream", property: "encryptionType", found: `NONE; ${counted(2, 3)}` },
    {
      why: "a bucket, blamed itself for what its configuration lacks", change: { bucketKey: { props: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] } } },
      blamed: "bucket", property: "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm", found: `AES256; ${counted(2, 3)}`,
    },
    { why: "a bucket without configuration", change: { bucketKey: null }, blamed: "bucket", property: "serverSideEncryptionConfiguration", found: `none, so keys of S3; ${counted(2, 3)}` },
    {
      why: "a store beside others that are open", change: { stream: { props: { kmsKeyId: undefined } }, bucketKey: null },
      blamed: "stream", property: "kmsKeyId", found: `${none}; ${counted(1, 3)}`,
    },
    { why: "a secret in a plain parameter", of: 1, change: { parameter: { props: { name: "/hipaa/password" } } }, blamed: "parameter", property: "type", found: `String; ${counted(0, 1)}` },
  ],
  unknown: [["database", "storageEncrypted"]],
  presence: [["database", "kmsKeyId"], ["stream", "kmsKeyId"], ["bucketKey", "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"]],
});

describe("the count of what is encrypted", () => {
  test("goes by every rule about a customer-managed key of one resource", () => {
    const named = rules.filter(({ name, scope }) => scope === "resource" && name.endsWith("-cmk")).map(({ name }) => name);
    const used = ENCRYPTION_RULES.map(({ name }) => name);
    // An endpoint's configuration holds no data.
    expect(named.filter((name) => !used.includes(name))).toEqual(["sagemaker-endpoint-encrypted-with-cmk"]);
  });

  test("goes by the rule about encryption of each type that the table of keys names", () => {
    const rest = rules.filter(({ name, scope, resources }) => scope === "resource" && /encrypted(?:-at-rest)?$/u.test(name) && resources.some((type) => type in KEY_SETTINGS));
    expect(rest.map(({ name }) => name).filter((name) => !ENCRYPTION_RULES.some((rule) => rule.name === name)))
      // What nodes say to each other is in transit.
      .toEqual(["opensearch-domain-node-to-node-encrypted"]);
  });
});
