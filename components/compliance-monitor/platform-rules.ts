import { configRule, type ConfigRule } from "./config-rule.ts";

/**
 * What the HIPAA pack has no room for: public buckets bucket by bucket, recovery within the
 * objective, the cluster, image repositories, keys, log groups, and secrets that nobody rotates or reads.
 */
export function platformRules(restoreTimeTargetMinutes: number): readonly ConfigRule[] {
  return [
    configRule("S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED", { types: ["S3::Bucket"] }),
    configRule("RDS_MEETS_RESTORE_TIME_TARGET", { types: ["RDS::DBInstance"], parameters: { maxRestoreTime: String(restoreTimeTargetMinutes) } }),
    configRule("RDS_LAST_BACKUP_RECOVERY_POINT_CREATED", { types: ["RDS::DBInstance"], parameters: { recoveryPointAgeUnit: "days", recoveryPointAgeValue: "1" } }),
    configRule("DYNAMODB_TABLE_ENCRYPTED_KMS", { types: ["DynamoDB::Table"] }),
    configRule("CMK_BACKING_KEY_ROTATION_ENABLED", { types: ["KMS::Key"] }),
    configRule("CLOUDWATCH_LOG_GROUP_ENCRYPTED"),
    configRule("CW_LOGGROUP_RETENTION_PERIOD_CHECK", { parameters: { MinRetentionTime: "365" } }),
    configRule("EKS_ENDPOINT_NO_PUBLIC_ACCESS", { types: ["EKS::Cluster"] }),
    configRule("EKS_SECRETS_ENCRYPTED", { types: ["EKS::Cluster"] }),
    configRule("EKS_CLUSTER_LOGGING_ENABLED", { types: ["EKS::Cluster"] }),
    configRule("ECR_PRIVATE_IMAGE_SCANNING_ENABLED", { types: ["ECR::Repository"] }),
    configRule("ECR_PRIVATE_TAG_IMMUTABILITY_ENABLED", { types: ["ECR::Repository"] }),
    configRule("SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK", { types: ["SecretsManager::Secret"] }),
    configRule("SECRETSMANAGER_SECRET_UNUSED", { parameters: { unusedForDays: "90" } }),
  ];
}
