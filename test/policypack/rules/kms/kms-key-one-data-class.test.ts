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

/** Where types that rest data name its key. */
const KEYS: Readonly<Record<string, string>> = {
  "aws:rds/instance:Instance": "kmsKeyId",
  "aws:efs/fileSystem:FileSystem": "kmsKeyId",
  "aws:secretsmanager/secret:Secret": "kmsKeyId",
  "aws:backup/vault:Vault": "kmsKeyArn",
  "aws:mwaa/environment:Environment": "kmsKey",
  "aws:cloudwatch/eventBus:EventBus": "kmsKeyIdentifier",
  "aws:sqs/queue:Queue": "kmsMasterKeyId",
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": "encryptionKeyArn",
  "aws:bedrock/agentAgent:AgentAgent": "customerEncryptionKeyArn",
  "aws:opensearch/domain:Domain": "encryptAtRest.kmsKeyId",
  "aws:eks/cluster:Cluster": "encryptionConfig.provider.keyArn",
  "aws:athena/database:Database": "encryptionConfiguration.kmsKey",
  "aws:ecr/repository:Repository": "encryptionConfigurations[0].kmsKey",
  "aws:msk/cluster:Cluster": "encryptionInfo.encryptionAtRestKmsKeyArn",
  "aws:keyspaces/table:Table": "encryptionSpecification.kmsKeyIdentifier",
  "aws:s3/bucket:Bucket": "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId",
  "aws:s3/bucketV2:BucketV2": "serverSideEncryptionConfigurations[0].rules[0].applyServerSideEncryptionByDefaults[0].kmsMasterKeyId",
};

const encryptionV2 = {
  type: "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
  refs: { bucket: "old.id", "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId": "logs.arn" },
};

testStackRule(kmsKeyOneDataClass, {
  compliant: [
    stack,
    { ...stack, other: { type: "aws:backup/vault:Vault", props: { tags: { DataClassification: "operational" }, kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/elsewhere" } } },
    { phi: key, keyless: { type: "aws:sns/topic:Topic", props: { tags: { DataClassification: "phi" } } } },
  ],
  violating: [
    {
      why: "the class told by the provider's default tags alone",
      change: { group: { props: { tags: undefined, tagsAll: { DataClassification: "operational" } }, refs: { kmsKeyId: "phi.arn" } } },
      blamed: "phi",
      property: "(key)",
      found: "data of the classes operational, phi",
    },
    ...Object.entries(KEYS).map(([type, path]) => ({
      why: `${type} by ${path}`,
      change: { other: { type, props: { tags: { DataClassification: "audit" } }, refs: { [path]: "phi.arn" } } },
      blamed: "phi",
      property: "(key)",
      found: "data of the classes audit, phi",
    })),
    {
      why: "an older bucket, by an encryption of its own",
      change: { old: { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "old", tags: { DataClassification: "phi" } } }, oldEncryption: encryptionV2 },
      blamed: "logs",
      property: "(key)",
      found: "data of the classes operational, phi",
    },
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
