/** The rules that keep one aspect of a path, or the fact of AWS that makes one needless. */
export type Kept = readonly [string, ...string[]] | string;

/** A way that patients' data takes, or a place where they stay. */
export interface DataPath {
  readonly name: string;
  readonly types: readonly string[];
  readonly atRest: Kept;
  readonly inTransit: Kept;
  readonly logged: Kept;
}

const API_TLS = "AWS's endpoint of this service answers over TLS only.";
const NOTHING_RESTS = "Nothing rests here: it passes on what comes.";
/** Calls to the service and changes of its settings; the trail has them for all services. */
const TRAIL = ["cloudtrail-present", "cloudtrail-management-events", "cloudtrail-multi-region"] as const;
const COVERED = ["data-store-encryption-cmk", "encryption-coverage-complete"] as const;

export const DATA_PATHS: readonly DataPath[] = [
  {
    name: "objects in S3", types: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws:s3/directoryBucket:DirectoryBucket"],
    atRest: ["s3-bucket-default-encryption-kms"], inTransit: ["s3-bucket-policy-tls-only"], logged: ["s3-bucket-access-logging", "cloudtrail-s3-data-events", "cloudtrail-bucket-access-logging"],
  },
  {
    name: "tables and vectors in S3", types: ["aws:s3tables/tableBucket:TableBucket", "aws:s3/vectorsVectorBucket:VectorsVectorBucket"],
    atRest: COVERED, inTransit: API_TLS, logged: TRAIL,
  },
  {
    name: "relational databases", types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
    atRest: ["rds-storage-encrypted"], inTransit: ["rds-force-tls"], logged: ["rds-log-exports"],
  },
  { name: "records in DynamoDB", types: ["aws:dynamodb/table:Table"], atRest: ["dynamodb-table-encryption-cmk"], inTransit: API_TLS, logged: ["cloudtrail-dynamodb-data-events"] },
  { name: "the cache before DynamoDB", types: ["aws:dax/cluster:Cluster"], atRest: ["dax-cluster-encrypted-at-rest"], inTransit: ["dax-cluster-tls-endpoint"], logged: TRAIL },
  {
    name: "documents", types: ["aws:docdb/cluster:Cluster", "aws:docdb/elasticCluster:ElasticCluster"],
    atRest: ["docdb-cluster-encrypted", ...COVERED], inTransit: ["docdb-cluster-tls-required"], logged: ["docdb-cluster-audit-logged"],
  },
  {
    name: "graphs", types: ["aws:neptune/cluster:Cluster", "aws:neptunegraph/graph:Graph"],
    atRest: ["neptune-cluster-encrypted", ...COVERED], inTransit: "Neptune takes connections over TLS only since its engine 1.0.4.0.", logged: ["neptune-cluster-audit-logged"],
  },
  {
    name: "databases without servers", types: ["aws:dsql/cluster:Cluster", "aws:keyspaces/table:Table", "aws:timestreamwrite/database:Database"],
    atRest: COVERED, inTransit: "Aurora DSQL, Keyspaces and Timestream take connections over TLS only.", logged: TRAIL,
  },
  {
    name: "the warehouse", types: ["aws:redshift/cluster:Cluster", "aws:redshiftserverless/namespace:Namespace"],
    atRest: ["redshift-encrypted-with-cmk"], inTransit: ["redshift-tls-required"], logged: ["redshift-audit-logged"],
  },
  {
    name: "search", types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
    atRest: ["opensearch-domain-encrypted-at-rest", ...COVERED], inTransit: ["opensearch-domain-https-only", "opensearch-domain-node-to-node-encrypted"], logged: ["opensearch-domain-logs-published"],
  },
  {
    name: "caches", types: ["aws:elasticache/cluster:Cluster", "aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/serverlessCache:ServerlessCache"],
    atRest: ["elasticache-encrypted-at-rest", ...COVERED], inTransit: ["elasticache-encrypted-in-transit"], logged: ["elasticache-logs-delivered"],
  },
  { name: "databases in memory", types: ["aws:memorydb/cluster:Cluster"], atRest: COVERED, inTransit: ["memorydb-cluster-tls-enabled"], logged: TRAIL },
  {
    name: "disks", types: ["aws:ebs/volume:Volume", "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"],
    atRest: ["ebs-volume-encrypted", "ebs-encryption-by-default", ...COVERED], inTransit: "What an encrypted volume and its machine exchange is encrypted by AWS.", logged: TRAIL,
  },
  { name: "shared files", types: ["aws:efs/fileSystem:FileSystem"], atRest: ["efs-encrypted"], inTransit: ["efs-policy-tls-only"], logged: TRAIL },
  {
    name: "file systems of FSx",
    types: ["aws:fsx/windowsFileSystem:WindowsFileSystem", "aws:fsx/lustreFileSystem:LustreFileSystem", "aws:fsx/ontapFileSystem:OntapFileSystem", "aws:fsx/openZfsFileSystem:OpenZfsFileSystem"],
    atRest: COVERED, inTransit: "FSx encrypts between its servers and machines of the Nitro system, and there is no setting for it.", logged: TRAIL,
  },
  { name: "streams", types: ["aws:kinesis/stream:Stream", "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"], atRest: ["kinesis-stream-encrypted", "firehose-stream-encrypted", ...COVERED], inTransit: API_TLS, logged: TRAIL },
  { name: "Kafka", types: ["aws:msk/cluster:Cluster"], atRest: COVERED, inTransit: ["msk-cluster-tls-only"], logged: ["msk-cluster-broker-logs-delivered"] },
  { name: "queues", types: ["aws:sqs/queue:Queue"], atRest: ["sqs-queue-encryption-cmk"], inTransit: ["sqs-queue-tls-only"], logged: TRAIL },
  { name: "notifications", types: ["aws:sns/topic:Topic"], atRest: ["sns-topic-encryption-cmk"], inTransit: ["sns-topic-tls-only"], logged: TRAIL },
  { name: "message brokers", types: ["aws:mq/broker:Broker"], atRest: COVERED, inTransit: "Amazon MQ takes connections over TLS only.", logged: ["mq-broker-logged"] },
  { name: "steps of work", types: ["aws:sfn/stateMachine:StateMachine"], atRest: COVERED, inTransit: API_TLS, logged: ["sfn-state-machine-logged"] },
  { name: "secrets", types: ["aws:secretsmanager/secret:Secret"], atRest: ["secret-encryption-cmk"], inTransit: API_TLS, logged: TRAIL },
  { name: "parameters", types: ["aws:ssm/parameter:Parameter"], atRest: ["ssm-parameter-secure-string"], inTransit: API_TLS, logged: TRAIL },
  { name: "backups", types: ["aws:backup/vault:Vault"], atRest: ["backup-vault-encryption-cmk"], inTransit: "AWS Backup moves copies inside of AWS's own network, encrypted.", logged: TRAIL },
  { name: "logs", types: ["aws:cloudwatch/logGroup:LogGroup"], atRest: ["cloudwatch-log-group-encryption-cmk"], inTransit: API_TLS, logged: TRAIL },
  { name: "the trail", types: ["aws:cloudtrail/trail:Trail"], atRest: ["cloudtrail-encryption-cmk"], inTransit: ["s3-bucket-policy-tls-only"], logged: [...TRAIL, "cloudtrail-log-file-validation", "cloudtrail-bucket-access-logging"] },
  { name: "functions", types: ["aws:lambda/function:Function"], atRest: ["lambda-environment-encryption-cmk"], inTransit: API_TLS, logged: ["cloudtrail-lambda-data-events"] },
  {
    name: "workloads of the cluster", types: ["aws:eks/cluster:Cluster", "kubernetes:networking.k8s.io/v1:Ingress"],
    atRest: ["eks-cluster-secrets-kms-encrypted"], inTransit: ["kubernetes-ingress-tls-required"], logged: ["eks-cluster-control-plane-logs-all"],
  },
  { name: "containers of ECS", types: ["aws:ecs/taskDefinition:TaskDefinition"], atRest: NOTHING_RESTS, inTransit: ["lb-target-group-encrypted"], logged: ["ecs-container-logged"] },
  { name: "images", types: ["aws:ecr/repository:Repository"], atRest: ["ecr-repository-encryption-cmk"], inTransit: API_TLS, logged: TRAIL },
  {
    name: "from the browser to the site", types: ["aws:cloudfront/distribution:Distribution"],
    atRest: NOTHING_RESTS, inTransit: ["cloudfront-viewers-use-https", "cloudfront-viewer-tls12", "cloudfront-origin-tls12"], logged: ["cloudfront-access-logs"],
  },
  {
    name: "through the firewall", types: ["aws:wafv2/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"],
    atRest: NOTHING_RESTS, inTransit: "It looks at requests inside of the service that it guards.", logged: ["waf-web-acl-logged", "waf-classic-web-acl-logged"],
  },
  {
    name: "through the API", types: ["aws:apigateway/domainName:DomainName", "aws:apigateway/stage:Stage"],
    atRest: ["apigateway-cache-encrypted"], inTransit: ["apigateway-domain-tls12"], logged: ["apigateway-access-logs", "apigateway-execution-logs"],
  },
  {
    name: "through load balancers", types: ["aws:lb/listener:Listener", "aws:lb/loadBalancer:LoadBalancer", "aws:lb/targetGroup:TargetGroup", "aws:elb/loadBalancer:LoadBalancer"],
    atRest: NOTHING_RESTS,
    inTransit: ["lb-listener-tls12", "lb-http-redirects-to-https", "lb-target-group-encrypted", "classic-lb-tls-listeners", "classic-lb-tls12-policy"],
    logged: ["lb-access-logs-enabled"],
  },
  { name: "migrations", types: ["aws:dms/endpoint:Endpoint", "aws:dms/replicationInstance:ReplicationInstance"], atRest: COVERED, inTransit: ["dms-endpoint-tls"], logged: TRAIL },
  { name: "file transfer", types: ["aws:transfer/server:Server"], atRest: "Files go on to S3 or EFS and rest there.", inTransit: ["transfer-server-no-plain-ftp"], logged: ["transfer-server-logged"] },
  { name: "builds", types: ["aws:codebuild/project:Project"], atRest: "What a build leaves goes on to S3 or an image repository.", inTransit: API_TLS, logged: ["codebuild-logs-enabled"] },
  { name: "the network", types: ["aws:ec2/vpc:Vpc"], atRest: NOTHING_RESTS, inTransit: "AWS encrypts between its buildings, and what is sent is encrypted by those who send it.", logged: ["vpc-flow-logs-enabled"] },
];
