import type { ServiceActions } from "./service-actions.ts";

const RDS_TAGS = "AddTagsToResource ListTagsForResource RemoveTagsFromResource";
const TAGS = "ListTagsForResource TagResource UntagResource";
const BACKUP_TAGS = "ListTags TagResource UntagResource";
const BUCKET = "ListBucket";

/** Stores, their backups, keys, secrets and messages. */
export const dataActions: readonly ServiceActions[] = [
  {
    service: "s3",
    resources: ["s3:::{prefix}-*"],
    anywhere: "GetAccountPublicAccessBlock PutAccountPublicAccessBlock",
    types: {
      "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": "GetAccountPublicAccessBlock PutAccountPublicAccessBlock",
      "aws:s3/bucket:Bucket": `CreateBucket DeleteBucket GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration GetBucketPolicy GetBucketRequestPayment
        GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListTagsForResource PutBucketObjectLockConfiguration PutBucketTagging
        PutBucketVersioning TagResource UntagResource ${BUCKET}`,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": `GetLifecycleConfiguration PutLifecycleConfiguration ${BUCKET}`,
      "aws:s3/bucketLogging:BucketLogging": `GetBucketLogging PutBucketLogging ${BUCKET}`,
      "aws:s3/bucketMetric:BucketMetric": `GetMetricsConfiguration PutMetricsConfiguration ${BUCKET}`,
      "aws:s3/bucketNotification:BucketNotification": `GetBucketNotification PutBucketNotification ${BUCKET}`,
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": `GetBucketObjectLockConfiguration PutBucketObjectLockConfiguration ${BUCKET}`,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": `GetBucketOwnershipControls PutBucketOwnershipControls ${BUCKET}`,
      "aws:s3/bucketPolicy:BucketPolicy": `DeleteBucketPolicy GetBucketPolicy PutBucketPolicy ${BUCKET}`,
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": `GetBucketPublicAccessBlock PutBucketPublicAccessBlock ${BUCKET}`,
      "aws:s3/bucketReplicationConfig:BucketReplicationConfig": `GetReplicationConfiguration PutReplicationConfiguration ${BUCKET} pass:s3.amazonaws.com`,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": `GetEncryptionConfiguration PutEncryptionConfiguration ${BUCKET}`,
      "aws:s3/bucketVersioning:BucketVersioning": `GetBucketVersioning PutBucketVersioning ${BUCKET}`,
      "aws:s3/inventory:Inventory": `GetInventoryConfiguration PutInventoryConfiguration ${BUCKET}`,
    },
  },
  {
    // Objects that the program itself puts: the code of probes. Buckets with logs are none of them: who writes evidence must not delete it.
    service: "s3",
    section: "objects",
    resources: ["s3:::{prefix}-canary-{account}-*"],
    types: { "aws:s3/bucketObjectv2:BucketObjectv2": "DeleteObject DeleteObjectVersion GetObject GetObjectTagging ListBucket PutObject PutObjectTagging key:s3" },
  },
  {
    service: "rds",
    resources: ["rds:*:{account}:*:{prefix}*", "rds:*:{account}:auto-backup:*", "rds:*:{account}:db-proxy:*", "rds:*:{account}:target-group:*"],
    anywhere: "CreateDBProxy",
    types: {
      "aws:rds/cluster:Cluster": `CreateDBCluster CreateDBClusterSnapshot DeleteDBCluster DescribeDBClusterSnapshots DescribeDBClusters DescribeGlobalClusters ModifyDBCluster RemoveFromGlobalCluster ${RDS_TAGS}
        ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs key:rds key:secretsmanager linked:rds.amazonaws.com pass:monitoring.rds.amazonaws.com secretsmanager:CreateSecret secretsmanager:TagResource`,
      "aws:rds/clusterInstance:ClusterInstance": `CreateDBInstance DeleteDBInstance DescribeDBInstances ModifyDBInstance RebootDBInstance ${RDS_TAGS} key:rds linked:rds.amazonaws.com pass:monitoring.rds.amazonaws.com`,
      "aws:rds/clusterParameterGroup:ClusterParameterGroup": `CreateDBClusterParameterGroup DeleteDBClusterParameterGroup DescribeDBClusterParameterGroups DescribeDBClusterParameters ModifyDBClusterParameterGroup
        ResetDBClusterParameterGroup ${RDS_TAGS}`,
      "aws:rds/eventSubscription:EventSubscription": `CreateEventSubscription DeleteEventSubscription DescribeEventSubscriptions ModifyEventSubscription ${RDS_TAGS}`,
      "aws:rds/globalCluster:GlobalCluster": `CreateGlobalCluster DeleteGlobalCluster DescribeDBClusters DescribeGlobalClusters ModifyGlobalCluster RemoveFromGlobalCluster ${RDS_TAGS}`,
      "aws:rds/instance:Instance": `CreateDBInstance CreateDBInstanceReadReplica CreateDBSnapshot DeleteDBInstance DescribeDBInstances DescribeDBSnapshots ModifyDBInstance PromoteReadReplica RebootDBInstance ${RDS_TAGS}
        ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs key:rds key:secretsmanager linked:rds.amazonaws.com pass:monitoring.rds.amazonaws.com secretsmanager:CreateSecret secretsmanager:TagResource`,
      "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": "DescribeDBInstanceAutomatedBackups StartDBInstanceAutomatedBackupsReplication StopDBInstanceAutomatedBackupsReplication key:rds",
      "aws:rds/optionGroup:OptionGroup": `CreateOptionGroup DeleteOptionGroup DescribeOptionGroups ModifyOptionGroup ${RDS_TAGS}`,
      "aws:rds/parameterGroup:ParameterGroup": `CreateDBParameterGroup DeleteDBParameterGroup DescribeDBParameterGroups DescribeDBParameters ModifyDBParameterGroup ResetDBParameterGroup ${RDS_TAGS}`,
      "aws:rds/proxy:Proxy": `CreateDBProxy DeleteDBProxy DescribeDBProxies ModifyDBProxy ${RDS_TAGS} pass:rds.amazonaws.com`,
      "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": "DescribeDBProxyTargetGroups ModifyDBProxyTargetGroup",
      "aws:rds/proxyTarget:ProxyTarget": "DeregisterDBProxyTargets DescribeDBProxyTargets RegisterDBProxyTargets",
      "aws:rds/subnetGroup:SubnetGroup": `CreateDBSubnetGroup DeleteDBSubnetGroup DescribeDBSubnetGroups ModifyDBSubnetGroup ${RDS_TAGS}`,
    },
  },
  {
    service: "dynamodb",
    resources: ["dynamodb:*:{account}:table/{prefix}-*"],
    types: {
      "aws:dynamodb/contributorInsights:ContributorInsights": "DescribeContributorInsights UpdateContributorInsights",
      "aws:dynamodb/resourcePolicy:ResourcePolicy": "DeleteResourcePolicy GetResourcePolicy PutResourcePolicy",
      "aws:dynamodb/table:Table": `CreateTable CreateTableReplica DeleteTable DeleteTableReplica DescribeContinuousBackups DescribeTable DescribeTimeToLive ListTagsOfResource TagResource UntagResource UpdateContinuousBackups
        UpdateTable UpdateTimeToLive key:dynamodb linked:replication.dynamodb.amazonaws.com`,
      "aws:dynamodb/tableReplica:TableReplica": "CreateTableReplica DeleteTableReplica DescribeContinuousBackups DescribeTable ListTagsOfResource TagResource UntagResource UpdateContinuousBackups UpdateTable key:dynamodb",
    },
  },
  {
    service: "backup",
    resources: ["backup:*:{account}:backup-plan:*", "backup:*:{account}:backup-vault:{prefix}-*", "backup:*:{account}:framework:*", "backup:*:{account}:report-plan:*", "backup:*:{account}:restore-testing-plan:*"],
    anywhere: "UpdateRegionSettings",
    types: {
      "aws:backup/framework:Framework": `CreateFramework DeleteFramework DescribeFramework UpdateFramework ${BACKUP_TAGS}`,
      "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": `CreateLogicallyAirGappedBackupVault DeleteBackupVault DescribeBackupVault ${BACKUP_TAGS}`,
      "aws:backup/plan:Plan": `CreateBackupPlan DeleteBackupPlan GetBackupPlan UpdateBackupPlan ${BACKUP_TAGS}`,
      "aws:backup/regionSettings:RegionSettings": "DescribeRegionSettings UpdateRegionSettings",
      "aws:backup/reportPlan:ReportPlan": `CreateReportPlan DeleteReportPlan DescribeReportPlan UpdateReportPlan ${BACKUP_TAGS}`,
      "aws:backup/restoreTestingPlan:RestoreTestingPlan": `CreateRestoreTestingPlan DeleteRestoreTestingPlan GetRestoreTestingPlan UpdateRestoreTestingPlan ${BACKUP_TAGS}`,
      "aws:backup/restoreTestingSelection:RestoreTestingSelection": "CreateRestoreTestingSelection DeleteRestoreTestingSelection GetRestoreTestingSelection UpdateRestoreTestingSelection pass:backup.amazonaws.com",
      "aws:backup/selection:Selection": "CreateBackupSelection DeleteBackupSelection GetBackupSelection pass:backup.amazonaws.com",
      "aws:backup/vault:Vault": `CreateBackupVault DeleteBackupVault DescribeBackupVault ListRecoveryPointsByBackupVault ${BACKUP_TAGS} backup-storage:MountCapsule key:backup`,
      "aws:backup/vaultLockConfiguration:VaultLockConfiguration": "DescribeBackupVault PutBackupVaultLockConfiguration",
      "aws:backup/vaultNotifications:VaultNotifications": "DeleteBackupVaultNotifications GetBackupVaultNotifications PutBackupVaultNotifications",
      "aws:backup/vaultPolicy:VaultPolicy": "DeleteBackupVaultAccessPolicy GetBackupVaultAccessPolicy PutBackupVaultAccessPolicy",
    },
  },
  { service: "backup-storage", resources: [], anywhere: "MountCapsule", types: {} },
  {
    service: "kms",
    resources: ["kms:*:{account}:alias/{prefix}/*", "kms:*:{account}:key/*"],
    anywhere: "CreateKey ListAliases",
    types: {
      "aws:kms/alias:Alias": "CreateAlias DeleteAlias ListAliases UpdateAlias",
      "aws:kms/key:Key": `CreateKey DescribeKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus ListResourceTags PutKeyPolicy ScheduleKeyDeletion TagResource UntagResource UpdateKeyDescription`,
      "aws:kms/replicaKey:ReplicaKey": "CreateKey DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags PutKeyPolicy ReplicateKey ScheduleKeyDeletion TagResource UntagResource UpdateKeyDescription",
    },
  },
  {
    service: "secretsmanager",
    resources: ["secretsmanager:*:{account}:secret:{prefix}*", "secretsmanager:*:{account}:secret:rds!*"],
    types: {
      "aws:secretsmanager/secret:Secret": `CreateSecret DeleteSecret DescribeSecret GetResourcePolicy PutResourcePolicy RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret TagResource UntagResource UpdateSecret
        ValidateResourcePolicy key:secretsmanager`,
      "aws:secretsmanager/secretPolicy:SecretPolicy": "DeleteResourcePolicy DescribeSecret GetResourcePolicy PutResourcePolicy ValidateResourcePolicy",
      "aws:secretsmanager/secretRotation:SecretRotation": "CancelRotateSecret DescribeSecret RotateSecret",
      "aws:secretsmanager/secretVersion:SecretVersion": "DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage key:secretsmanager",
    },
  },
  {
    service: "ssm",
    resources: ["ssm:*:{account}:parameter/{prefix}*", "ssm:*::parameter/aws/service/*", "ssm:*:{account}:document/{prefix}-*", "ssm:*:{account}:document/SSM-SessionManagerRunShell", "ssm:*::document/AWS-*",
      "ssm:*:{account}:association/*", "ssm:*:{account}:servicesetting/*", "ec2:*:{account}:instance/*"],
    anywhere: "ListAssociations",
    types: {
      "aws:ssm/association:Association": "AddTagsToResource CreateAssociation DeleteAssociation DescribeAssociation ListAssociations ListTagsForResource RemoveTagsFromResource UpdateAssociation",
      "aws:ssm/document:Document": "AddTagsToResource CreateDocument DeleteDocument DescribeDocument DescribeDocumentPermission GetDocument ListTagsForResource RemoveTagsFromResource UpdateDocument UpdateDocumentDefaultVersion",
      "aws:ssm/parameter:Parameter": "AddTagsToResource DeleteParameter DescribeParameters GetParameter GetParameters ListTagsForResource PutParameter RemoveTagsFromResource key:ssm",
      "aws:ssm/serviceSetting:ServiceSetting": "GetServiceSetting ResetServiceSetting UpdateServiceSetting",
    },
  },
  {
    service: "sns",
    resources: ["sns:*:{account}:{prefix}-*"],
    anywhere: "GetSubscriptionAttributes SetSubscriptionAttributes Unsubscribe",
    types: {
      "aws:sns/topic:Topic": `CreateTopic DeleteTopic GetTopicAttributes SetTopicAttributes ${TAGS}`,
      "aws:sns/topicPolicy:TopicPolicy": "GetTopicAttributes SetTopicAttributes",
      "aws:sns/topicSubscription:TopicSubscription": "GetSubscriptionAttributes SetSubscriptionAttributes Subscribe Unsubscribe",
    },
  },
  {
    service: "sqs",
    resources: ["sqs:*:{account}:{prefix}-*"],
    types: {
      "aws:sqs/queue:Queue": "CreateQueue DeleteQueue GetQueueAttributes GetQueueUrl ListQueueTags SetQueueAttributes TagQueue UntagQueue",
      "aws:sqs/queuePolicy:QueuePolicy": "GetQueueAttributes SetQueueAttributes",
      "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": "GetQueueAttributes SetQueueAttributes",
      "aws:sqs/redrivePolicy:RedrivePolicy": "GetQueueAttributes SetQueueAttributes",
    },
  },
  {
    service: "ecr",
    resources: ["ecr:*:{account}:repository/{prefix}/*"],
    anywhere: "GetRegistryScanningConfiguration PutRegistryScanningConfiguration PutReplicationConfiguration",
    types: {
      "aws:ecr/lifecyclePolicy:LifecyclePolicy": "DeleteLifecyclePolicy GetLifecyclePolicy PutLifecyclePolicy",
      "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": "GetRegistryScanningConfiguration PutRegistryScanningConfiguration",
      "aws:ecr/replicationConfiguration:ReplicationConfiguration": "DescribeRegistry PutReplicationConfiguration linked:replication.ecr.amazonaws.com",
      "aws:ecr/repository:Repository": `CreateRepository DeleteRepository DescribeRepositories PutImageScanningConfiguration PutImageTagMutability ${TAGS} key:ecr`,
      "aws:ecr/repositoryPolicy:RepositoryPolicy": "DeleteRepositoryPolicy GetRepositoryPolicy SetRepositoryPolicy",
    },
  },
];
