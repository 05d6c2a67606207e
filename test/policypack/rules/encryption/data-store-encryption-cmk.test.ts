import { describe, expect, test } from "vitest";
import { DATA_STORE_TYPES } from "../../../../policypack/engine/data-stores.ts";
import { KEY_SETTINGS } from "../../../../policypack/engine/encryption-keys.ts";
import { rules } from "../../../../policypack/rules/index.ts";
import { dataStoreEncryptionCmk } from "../../../../policypack/rules/encryption/data-store-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";
import { declarationOf } from "../../sdk-declarations.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const stream = { type: "aws:kinesis/stream:Stream" };
const search = { type: "aws:opensearch/domain:Domain" };
const template = { type: "aws:ec2/launchTemplate:LaunchTemplate" };
const machine = { type: "aws:ec2/instance:Instance" };
const none = "nothing, so no key of the customer's";

testRule(dataStoreEncryptionCmk, {
  compliant: [
    { ...stream, props: { encryptionType: "KMS", kmsKeyId: key } },
    { ...search, props: { encryptAtRest: { enabled: true, kmsKeyId: key } } },
    { ...template, props: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: key } }, { deviceName: "/dev/sdb", noDevice: "true" }] } },
    { ...template, props: {} },
    { ...machine, props: { rootBlockDevice: { encrypted: true, kmsKeyId: key } } },
    { type: "aws:elasticache/cluster:Cluster", props: { replicationGroupId: "sessions" } },
    { type: "aws:keyspaces/table:Table", props: { encryptionSpecification: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyIdentifier: key } } },
  ],
  violating: [
    { why: "no key", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: none },
    { why: "the AWS-managed key, by its alias", props: { kmsKeyId: "alias/aws/kinesis" }, property: "kmsKeyId", found: "alias/aws/kinesis" },
    {
      why: "the AWS-managed key, by the ARN of its alias", props: { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:alias/aws/kinesis" },
      property: "kmsKeyId", found: "arn:aws:kms:us-east-1:123456789012:alias/aws/kinesis",
    },
    { why: "an empty key", props: { kmsKeyId: "" }, property: "kmsKeyId", found: "nothing" },
    { why: "a block without a key", fixture: search, props: { encryptAtRest: { enabled: true } }, property: "encryptAtRest.kmsKeyId", found: none },
    { why: "no block", fixture: search, property: "encryptAtRest.kmsKeyId", found: none },
    {
      why: "the second disk of a template", fixture: template,
      props: { blockDeviceMappings: [{ ebs: { kmsKeyId: key } }, { ebs: { encrypted: "true" } }] }, property: "blockDeviceMappings[1].ebs.kmsKeyId", found: none,
    },
    { why: "a machine's second disk", fixture: machine, props: { ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true }] }, property: "ebsBlockDevices[0].kmsKeyId", found: none },
    { why: "a cache that cannot be encrypted", fixture: { type: "aws:elasticache/cluster:Cluster" }, property: "replicationGroupId", found: none },
  ],
  unknown: [],
  presence: ["kmsKeyId"],
  notApplicable: [
    { why: "a member of a global group", fixture: { type: "aws:elasticache/replicationGroup:ReplicationGroup" }, props: { globalReplicationGroupId: "sessions" } },
  ],
});

/** Stores that no rule asks a key of, and why. */
const WITHOUT_KEY: Readonly<Record<string, string>> = {
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": "its key is AWS's own so that the copies outlive every key of the account",
  "aws:opensearch/serverlessCollection:ServerlessCollection": "its key stands in a security policy, which a collection cannot do without",
  "aws:timestreamwrite/table:Table": "it is encrypted as its database",
};

/* Proves that each property exists in the installed SDK, and that no store is forgotten. */
describe("the keys of data stores", () => {
  test.each(Object.entries(KEY_SETTINGS))("%s has the properties", (type, { key: paths, unless = "" }) => {
    const declaration = declarationOf(type);
    const first = paths.map((path) => path.split(/[?.]/u)[0] ?? "");
    expect([...first, ...(unless === "" ? [] : [unless])].filter((name) => !new RegExp(String.raw`\b${name}\??:`, "u").test(declaration))).toEqual([]);
  });

  test("are asked of every data store, by this rule or by one that speaks of keys, but for those with a reason", () => {
    const asking = rules.filter(({ name }) => /-cmk$|-kms-encrypted$|^rds-storage-encrypted$|^efs-encrypted$|^s3-bucket-default-encryption-kms$/u.test(name)).flatMap(({ resources }) => resources);
    const without = DATA_STORE_TYPES.filter((type) => !asking.includes(type));
    expect(without.toSorted()).toEqual(Object.keys(WITHOUT_KEY).toSorted());
  });
});
