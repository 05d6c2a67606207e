import { configRule, type ConfigRule, type RuleDetails } from "./config-rule.ts";

const ACCOUNT: RuleDetails = { accountWide: true };
const on = (...types: readonly string[]): RuleDetails => ({ types });
const iam = (...types: readonly string[]): RuleDetails => ({ types: types.map((type) => `IAM::${type}`), accountWide: true });

const BUCKET = on("S3::Bucket");
const DATABASE = on("RDS::DBInstance");
const DATABASE_CLUSTER = on("RDS::DBCluster");
const SNAPSHOTS = on("RDS::DBSnapshot", "RDS::DBClusterSnapshot");
const INSTANCE = on("EC2::Instance");
const GROUP = on("EC2::SecurityGroup");
const CLASSIC_LB = on("ElasticLoadBalancing::LoadBalancer");
const LB = on("ElasticLoadBalancingV2::LoadBalancer");
const SEARCH = on("OpenSearch::Domain");
const WAREHOUSE = on("Redshift::Cluster");
const API_STAGE = on("ApiGateway::Stage");
const KMS_ACTIONS = { blockedActionsPatterns: "kms:*, kms:Decrypt, kms:ReEncrypt*" };

/**
 * What AWS's conformance pack "Operational Best Practices for HIPAA Security" judges, as of
 * 2025-01-07: 130 rules, which is all that a pack may have. Parameters are AWS's, but for the ports
 * that a group may open to everybody, which AWS leaves open and the platform knows: HTTPS.
 */
export const HIPAA_RULES: readonly ConfigRule[] = [
  configRule("ACCESS_KEYS_ROTATED", { ...ACCOUNT, parameters: { maxAccessKeyAge: "90" } }),
  configRule("ACM_CERTIFICATE_EXPIRATION_CHECK", on("ACM::Certificate")),
  configRule("ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK"),
  configRule("ALB_WAF_ENABLED", LB),
  configRule("API_GW_ASSOCIATED_WITH_WAF", API_STAGE),
  configRule("API_GW_EXECUTION_LOGGING_ENABLED", on("ApiGateway::Stage", "ApiGatewayV2::Stage")),
  configRule("API_GW_SSL_ENABLED", API_STAGE),
  configRule("AURORA_RESOURCES_PROTECTED_BY_BACKUP_PLAN", DATABASE_CLUSTER),
  configRule("AUTOSCALING_GROUP_ELB_HEALTHCHECK_REQUIRED", on("AutoScaling::AutoScalingGroup")),
  configRule("AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED", on("AutoScaling::LaunchConfiguration")),
  configRule("AWS_CONFIG_PROCESS_CHECK", { ...ACCOUNT, name: "annual-risk-assessment-performed" }),
  configRule("BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK", on("Backup::BackupPlan")),
  configRule("BACKUP_RECOVERY_POINT_ENCRYPTED", on("Backup::RecoveryPoint")),
  configRule("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED", on("Backup::BackupVault")),
  configRule("CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED"),
  configRule("CLOUD_TRAIL_ENABLED", { name: "cloudtrail-enabled" }),
  configRule("CLOUD_TRAIL_ENCRYPTION_ENABLED"),
  configRule("CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"),
  configRule("CLOUDTRAIL_S3_DATAEVENTS_ENABLED"),
  configRule("CLOUDWATCH_ALARM_ACTION_CHECK", {
    types: ["CloudWatch::Alarm"], parameters: { alarmActionRequired: "true", insufficientDataActionRequired: "true", okActionRequired: "false" },
  }),
  configRule("CODEBUILD_PROJECT_ENVVAR_AWSCRED_CHECK", on("CodeBuild::Project")),
  configRule("CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK", on("CodeBuild::Project")),
  configRule("DB_INSTANCE_BACKUP_ENABLED", DATABASE),
  configRule("DMS_REPLICATION_NOT_PUBLIC"),
  configRule("DYNAMODB_AUTOSCALING_ENABLED", on("DynamoDB::Table")),
  configRule("DYNAMODB_IN_BACKUP_PLAN"),
  configRule("DYNAMODB_PITR_ENABLED", on("DynamoDB::Table")),
  configRule("DYNAMODB_THROUGHPUT_LIMIT_CHECK"),
  configRule("EBS_IN_BACKUP_PLAN"),
  configRule("EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK"),
  configRule("EC2_EBS_ENCRYPTION_BY_DEFAULT"),
  configRule("EC2_IMDSV2_CHECK", INSTANCE),
  configRule("EC2_INSTANCE_MANAGED_BY_SSM", { name: "ec2-instance-managed-by-systems-manager", types: ["EC2::Instance", "SSM::ManagedInstanceInventory"] }),
  configRule("EC2_INSTANCE_NO_PUBLIC_IP", INSTANCE),
  configRule("EC2_INSTANCE_PROFILE_ATTACHED", INSTANCE),
  configRule("EC2_MANAGEDINSTANCE_ASSOCIATION_COMPLIANCE_STATUS_CHECK", on("SSM::AssociationCompliance")),
  configRule("EC2_MANAGEDINSTANCE_PATCH_COMPLIANCE_STATUS_CHECK", on("SSM::PatchCompliance")),
  configRule("EC2_RESOURCES_PROTECTED_BY_BACKUP_PLAN", INSTANCE),
  configRule("EC2_STOPPED_INSTANCE"),
  configRule("ECS_CONTAINERS_READONLY_ACCESS", on("ECS::TaskDefinition")),
  configRule("ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK", on("ECS::TaskDefinition")),
  configRule("EFS_ENCRYPTED_CHECK"),
  configRule("EFS_IN_BACKUP_PLAN"),
  configRule("ELASTIC_BEANSTALK_MANAGED_UPDATES_ENABLED", on("ElasticBeanstalk::Environment")),
  configRule("ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK"),
  configRule("ELASTICSEARCH_ENCRYPTED_AT_REST"),
  configRule("ELASTICSEARCH_IN_VPC_ONLY"),
  configRule("ELASTICSEARCH_LOGS_TO_CLOUDWATCH", on("Elasticsearch::Domain")),
  configRule("ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK", on("Elasticsearch::Domain")),
  configRule("ELB_ACM_CERTIFICATE_REQUIRED", CLASSIC_LB),
  configRule("ELB_CROSS_ZONE_LOAD_BALANCING_ENABLED", CLASSIC_LB),
  configRule("ELB_DELETION_PROTECTION_ENABLED", LB),
  configRule("ELB_LOGGING_ENABLED", on("ElasticLoadBalancing::LoadBalancer", "ElasticLoadBalancingV2::LoadBalancer")),
  configRule("ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK", { ...CLASSIC_LB, parameters: { predefinedPolicyName: "ELBSecurityPolicy-TLS-1-2-2017-01" } }),
  configRule("ELB_TLS_HTTPS_LISTENERS_ONLY", CLASSIC_LB),
  configRule("ELBV2_ACM_CERTIFICATE_REQUIRED"),
  configRule("EMR_KERBEROS_ENABLED"),
  configRule("EMR_MASTER_NO_PUBLIC_IP"),
  configRule("ENCRYPTED_VOLUMES", on("EC2::Volume")),
  configRule("GUARDDUTY_ENABLED_CENTRALIZED"),
  configRule("IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS", { ...iam("Policy"), parameters: KMS_ACTIONS }),
  configRule("IAM_INLINE_POLICY_BLOCKED_KMS_ACTIONS", { ...iam("Group", "Role", "User"), parameters: KMS_ACTIONS }),
  configRule("IAM_NO_INLINE_POLICY_CHECK", iam("User", "Role", "Group")),
  configRule("IAM_PASSWORD_POLICY", {
    ...ACCOUNT,
    parameters: {
      MaxPasswordAge: "90", MinimumPasswordLength: "14", PasswordReusePrevention: "24", RequireLowercaseCharacters: "true", RequireNumbers: "true",
      RequireSymbols: "true", RequireUppercaseCharacters: "true",
    },
  }),
  configRule("IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS", iam("Policy")),
  configRule("IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS", iam("Policy")),
  configRule("IAM_ROOT_ACCESS_KEY_CHECK", ACCOUNT),
  configRule("IAM_USER_MFA_ENABLED", ACCOUNT),
  configRule("IAM_USER_NO_POLICIES_CHECK", iam("User")),
  configRule("IAM_USER_UNUSED_CREDENTIALS_CHECK", { ...ACCOUNT, parameters: { maxCredentialUsageAge: "90" } }),
  configRule("INCOMING_SSH_DISABLED", { ...GROUP, name: "restricted-ssh" }),
  configRule("INSTANCES_IN_VPC", { ...INSTANCE, name: "ec2-instances-in-vpc" }),
  configRule("INTERNET_GATEWAY_AUTHORIZED_VPC_ONLY", on("EC2::InternetGateway")),
  configRule("KINESIS_STREAM_ENCRYPTED", on("Kinesis::Stream")),
  configRule("KMS_CMK_NOT_SCHEDULED_FOR_DELETION", on("KMS::Key")),
  configRule("LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED", on("Lambda::Function")),
  configRule("MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS", ACCOUNT),
  configRule("MULTI_REGION_CLOUD_TRAIL_ENABLED", { name: "multi-region-cloudtrail-enabled" }),
  configRule("NO_UNRESTRICTED_ROUTE_TO_IGW", on("EC2::RouteTable")),
  configRule("OPENSEARCH_ENCRYPTED_AT_REST", SEARCH),
  configRule("OPENSEARCH_HTTPS_REQUIRED", SEARCH),
  configRule("OPENSEARCH_IN_VPC_ONLY", SEARCH),
  configRule("OPENSEARCH_LOGS_TO_CLOUDWATCH", SEARCH),
  configRule("OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK", SEARCH),
  configRule("RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED", DATABASE),
  configRule("RDS_CLUSTER_DELETION_PROTECTION_ENABLED", DATABASE_CLUSTER),
  configRule("RDS_CLUSTER_MULTI_AZ_ENABLED", DATABASE_CLUSTER),
  configRule("RDS_ENHANCED_MONITORING_ENABLED", DATABASE),
  configRule("RDS_IN_BACKUP_PLAN"),
  configRule("RDS_INSTANCE_PUBLIC_ACCESS_CHECK", DATABASE),
  configRule("RDS_LOGGING_ENABLED", DATABASE),
  configRule("RDS_MULTI_AZ_SUPPORT", DATABASE),
  configRule("RDS_SNAPSHOT_ENCRYPTED", SNAPSHOTS),
  configRule("RDS_SNAPSHOTS_PUBLIC_PROHIBITED", SNAPSHOTS),
  configRule("RDS_STORAGE_ENCRYPTED", DATABASE),
  configRule("REDSHIFT_BACKUP_ENABLED", WAREHOUSE),
  configRule("REDSHIFT_CLUSTER_CONFIGURATION_CHECK", { ...WAREHOUSE, parameters: { clusterDbEncrypted: "true", loggingEnabled: "true" } }),
  configRule("REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK", { ...WAREHOUSE, parameters: { allowVersionUpgrade: "true" } }),
  configRule("REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK", WAREHOUSE),
  configRule("REDSHIFT_REQUIRE_TLS_SSL", WAREHOUSE),
  configRule("RESTRICTED_INCOMING_TRAFFIC", {
    ...GROUP, name: "restricted-common-ports", parameters: { blockedPort1: "20", blockedPort2: "21", blockedPort3: "3389", blockedPort4: "3306", blockedPort5: "4333" },
  }),
  configRule("ROOT_ACCOUNT_HARDWARE_MFA_ENABLED", ACCOUNT),
  configRule("ROOT_ACCOUNT_MFA_ENABLED", ACCOUNT),
  configRule("S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC", {
    ...ACCOUNT, parameters: { BlockPublicAcls: "true", BlockPublicPolicy: "true", IgnorePublicAcls: "true", RestrictPublicBuckets: "true" },
  }),
  configRule("S3_BUCKET_ACL_PROHIBITED", BUCKET),
  configRule("S3_BUCKET_DEFAULT_LOCK_ENABLED", BUCKET),
  configRule("S3_BUCKET_LOGGING_ENABLED", BUCKET),
  configRule("S3_BUCKET_PUBLIC_READ_PROHIBITED", BUCKET),
  configRule("S3_BUCKET_PUBLIC_WRITE_PROHIBITED", BUCKET),
  configRule("S3_BUCKET_REPLICATION_ENABLED", BUCKET),
  configRule("S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED", BUCKET),
  configRule("S3_BUCKET_SSL_REQUESTS_ONLY", BUCKET),
  configRule("S3_BUCKET_VERSIONING_ENABLED", BUCKET),
  configRule("S3_DEFAULT_ENCRYPTION_KMS", BUCKET),
  configRule("S3_EVENT_NOTIFICATIONS_ENABLED", BUCKET),
  configRule("S3_VERSION_LIFECYCLE_POLICY_CHECK", BUCKET),
  configRule("SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED"),
  configRule("SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED"),
  configRule("SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS"),
  configRule("SECRETSMANAGER_ROTATION_ENABLED_CHECK", on("SecretsManager::Secret")),
  configRule("SECRETSMANAGER_USING_CMK", on("SecretsManager::Secret")),
  configRule("SECURITYHUB_ENABLED"),
  configRule("SNS_ENCRYPTED_KMS", on("SNS::Topic")),
  configRule("SSM_DOCUMENT_NOT_PUBLIC"),
  configRule("SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED", on("EC2::Subnet")),
  configRule("VPC_DEFAULT_SECURITY_GROUP_CLOSED", GROUP),
  configRule("VPC_FLOW_LOGS_ENABLED"),
  configRule("VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS", { ...GROUP, parameters: { authorizedTcpPorts: "443" } }),
  configRule("VPC_VPN_2_TUNNELS_UP", on("EC2::VPNConnection")),
  configRule("WAFV2_LOGGING_ENABLED"),
];

/**
 * Rules of the pack that report resources which are as they must be, with the reason. It becomes the
 * rule's description, so that an auditor who opens the finding reads the answer; AWS takes 256 characters.
 */
export const EXPECTED_FINDINGS: Readonly<Record<string, string>> = {
  AWS_CONFIG_PROCESS_CHECK: "a person confirms the yearly risk assessment (45 CFR 164.308(a)(1)(ii)(A)) with PutExternalEvaluation or in the console",
  IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS: "policies name keys by alias, with kms:ResourceAliases, which the rule reads as every key",
  NO_UNRESTRICTED_ROUTE_TO_IGW: "the public tier holds NAT gateways and load balancers and has that route; private and isolated tiers do not",
  ROOT_ACCOUNT_HARDWARE_MFA_ENABLED: "only the holder of the root user can register the device",
  S3_BUCKET_DEFAULT_LOCK_ENABLED: "S3 delivers access logs, and AWS Config its history, to no bucket with Object Lock; deletion is refused by bucket policy there",
  S3_BUCKET_LOGGING_ENABLED: "buckets that hold access logs do not log themselves, which would never end",
  S3_BUCKET_REPLICATION_ENABLED: "patients' data is replicated; logs of access and copies are not copied again",
  S3_DEFAULT_ENCRYPTION_KMS: "buckets that S3 delivers access logs to take S3-managed keys only",
  S3_EVENT_NOTIFICATIONS_ENABLED: "buckets with patients' data send events; log buckets would send one for each log",
};
