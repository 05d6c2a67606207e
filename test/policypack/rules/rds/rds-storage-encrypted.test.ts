import { rdsStorageEncrypted } from "../../../../policypack/rules/rds/rds-storage-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

testRule(rdsStorageEncrypted, {
  compliant: [
    { props: { engine: "postgres", storageEncrypted: true, kmsKeyId: key } },
    { type: "aws:rds/cluster:Cluster", props: { engine: "aurora-postgresql", storageEncrypted: true, kmsKeyId: key } },
    { props: { replicateSourceDb: "arn:aws:rds:us-east-1:123456789012:db:records", kmsKeyId: key } },
  ],
  violating: [
    { why: "not encrypted", props: { storageEncrypted: false }, property: "storageEncrypted", found: "false" },
    { why: "encryption left to the default", props: { storageEncrypted: undefined }, property: "storageEncrypted", found: "false" },
    { why: "the AWS-managed key", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: "nothing, so the AWS-managed key" },
    {
      why: "a replica in another region without a key",
      props: { kmsKeyId: undefined, storageEncrypted: undefined, replicateSourceDb: "arn:aws:rds:us-east-1:123456789012:db:records" },
      property: "storageEncrypted",
      found: "false",
    },
  ],
  unknown: ["storageEncrypted"],
  presence: ["kmsKeyId"],
  notApplicable: [{ why: "a replica beside its source", props: { replicateSourceDb: "records", kmsKeyId: undefined } }],
});
