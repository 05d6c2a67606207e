import { backupVaultEncryptionCmk } from "../rules/backup/backup-vault-encryption-cmk.ts";
import { cloudtrailEncryptionCmk } from "../rules/cloudtrail/cloudtrail-encryption-cmk.ts";
import { cloudwatchLogGroupEncryptionCmk } from "../rules/cloudwatch/cloudwatch-log-group-encryption-cmk.ts";
import { docdbClusterEncrypted } from "../rules/docdb/docdb-cluster-encrypted.ts";
import { dynamodbTableEncryptionCmk } from "../rules/dynamodb/dynamodb-table-encryption-cmk.ts";
import { ebsVolumeEncrypted } from "../rules/ec2/ebs-volume-encrypted.ts";
import { ecrRepositoryEncryptionCmk } from "../rules/ecr/ecr-repository-encryption-cmk.ts";
import { efsEncrypted } from "../rules/efs/efs-encrypted.ts";
import { eksClusterSecretsKmsEncrypted } from "../rules/eks/eks-cluster-secrets-kms-encrypted.ts";
import { elasticacheEncryptedAtRest } from "../rules/elasticache/elasticache-encrypted-at-rest.ts";
import { dataStoreEncryptionCmk } from "../rules/encryption/data-store-encryption-cmk.ts";
import { firehoseStreamEncrypted } from "../rules/kinesis/firehose-stream-encrypted.ts";
import { kinesisStreamEncrypted } from "../rules/kinesis/kinesis-stream-encrypted.ts";
import { lambdaEnvironmentEncryptionCmk } from "../rules/lambda/lambda-environment-encryption-cmk.ts";
import { neptuneClusterEncrypted } from "../rules/neptune/neptune-cluster-encrypted.ts";
import { opensearchDomainEncryptedAtRest } from "../rules/opensearch/opensearch-domain-encrypted-at-rest.ts";
import { rdsStorageEncrypted } from "../rules/rds/rds-storage-encrypted.ts";
import { redshiftEncryptedWithCmk } from "../rules/redshift/redshift-encrypted-with-cmk.ts";
import { sagemakerNotebookEncryptedWithCmk } from "../rules/sagemaker/sagemaker-notebook-encrypted-with-cmk.ts";
import { secretEncryptionCmk } from "../rules/secretsmanager/secret-encryption-cmk.ts";
import { snsTopicEncryptionCmk } from "../rules/sns/sns-topic-encryption-cmk.ts";
import { sqsQueueEncryptionCmk } from "../rules/sqs/sqs-queue-encryption-cmk.ts";
import { ssmParameterSecureString } from "../rules/ssm/ssm-parameter-secure-string.ts";
import type { ResourceRule } from "./rule.ts";

/** The rules that say whether one resource is encrypted; what they hold to be so is so for the count. */
export const ENCRYPTION_RULES: readonly ResourceRule[] = [
  backupVaultEncryptionCmk, cloudtrailEncryptionCmk, cloudwatchLogGroupEncryptionCmk, dataStoreEncryptionCmk, docdbClusterEncrypted, dynamodbTableEncryptionCmk,
  ebsVolumeEncrypted, ecrRepositoryEncryptionCmk, efsEncrypted, eksClusterSecretsKmsEncrypted, elasticacheEncryptedAtRest, firehoseStreamEncrypted, kinesisStreamEncrypted,
  lambdaEnvironmentEncryptionCmk, neptuneClusterEncrypted, opensearchDomainEncryptedAtRest, rdsStorageEncrypted, redshiftEncryptedWithCmk, sagemakerNotebookEncryptedWithCmk,
  secretEncryptionCmk, snsTopicEncryptionCmk, sqsQueueEncryptionCmk, ssmParameterSecureString,
];

/** The same by the types that they judge. */
export const ENCRYPTION_RULES_BY_TYPE: ReadonlyMap<string, readonly ResourceRule[]> = new Map(
  ENCRYPTION_RULES.flatMap(({ resources }) => resources).map((type) => [type, ENCRYPTION_RULES.filter(({ resources }) => resources.includes(type))]),
);
