import type { RecordedResource } from "./plain-program.ts";

const ACCOUNT = "123456789012";
/** Where the resources are. */
export const REGION = "us-east-1";
const TAGS = { Environment: "Development", Application: "Benchmark", Owner: "platform", ManagedBy: "Pulumi", Compliance: "HIPAA", DataClassification: "operational" };
const KEY = arn("kms", "key/11111111-2222-3333-4444-555555555555");

/** A resource as the pack gets to see it. */
export interface PackResource {
  readonly type: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** The resources of one small service, one of each of 20 types; its documents and blocks are as long as real ones. */
function service(number: number): readonly PackResource[] {
  const name = `service-${String(number)}`;
  const bucket = `benchmark-${name}`;
  const tagged = { tags: { Name: name }, tagsAll: { ...TAGS, Name: name } };
  const resource = (path: string, suffix: string, props: Readonly<Record<string, unknown>>): PackResource => ({ type: `aws:${path}`, name: `${name}-${suffix}`, props });
  const role = { ...tagged, name, maxSessionDuration: 3600, assumeRolePolicy: document({ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }) };
  const policy = {
    ...tagged, name,
    policy: document(
      { Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"], Resource: arn("dynamodb", `table/${name}`) },
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::${bucket}/*` },
      { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: KEY },
      { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: arn("logs", `log-group:/${name}:*`) },
    ),
  };
  const bucketPolicy = document(
    { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`], Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/${name}` }, Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::${bucket}/*` },
  );
  return [
    resource("kms/key:Key", "key", { ...tagged, enableKeyRotation: true, deletionWindowInDays: 30, policy: document({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" }) }),
    resource("s3/bucket:Bucket", "bucket", { ...tagged, bucket }),
    resource("s3/bucketVersioning:BucketVersioning", "versioning", { bucket, versioningConfiguration: { status: "Enabled" } }),
    resource("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "encryption", {
      bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY }, bucketKeyEnabled: true }],
    }),
    resource("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "access", { bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }),
    resource("s3/bucketPolicy:BucketPolicy", "bucket-policy", { bucket, policy: bucketPolicy }),
    resource("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", { bucket, rules: [{ id: "old", status: "Enabled", expiration: { days: 365 } }] }),
    resource("dynamodb/table:Table", "table", {
      ...tagged, name, billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }], deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true }, serverSideEncryption: { enabled: true, kmsKeyArn: KEY },
    }),
    resource("iam/role:Role", "role", role),
    resource("iam/policy:Policy", "policy", policy),
    resource("iam/rolePolicyAttachment:RolePolicyAttachment", "attachment", { role: name, policyArn: `arn:aws:iam::${ACCOUNT}:policy/${name}` }),
    resource("cloudwatch/logGroup:LogGroup", "logs", { ...tagged, name: `/${name}`, retentionInDays: 2557, kmsKeyId: KEY }),
    resource("cloudwatch/metricAlarm:MetricAlarm", "alarm", {
      ...tagged, name, comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 0, metricName: "Errors", namespace: "AWS/Lambda", period: 60, statistic: "Sum",
      alarmActions: [arn("sns", name)], dimensions: { FunctionName: name },
    }),
    resource("sns/topic:Topic", "topic", { ...tagged, name, kmsMasterKeyId: KEY }),
    resource("sqs/queue:Queue", "queue", { ...tagged, name, kmsMasterKeyId: KEY }),
    resource("secretsmanager/secret:Secret", "secret", { ...tagged, name, kmsKeyId: KEY, recoveryWindowInDays: 30 }),
    resource("ssm/parameter:Parameter", "parameter", { ...tagged, name: `/${name}/endpoint`, type: "SecureString", keyId: KEY, value: "unset" }),
    resource("ec2/securityGroup:SecurityGroup", "group", {
      ...tagged, name, vpcId: "vpc-0123456789abcdef0", description: "the service",
      ingress: [{ protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: ["10.0.1.0/24"], description: "from the web tier" }],
      egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.10.0/24"], description: "to the endpoints" }],
    }),
    resource("ec2/launchTemplate:LaunchTemplate", "template", {
      ...tagged, name, monitoring: { enabled: true }, metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: KEY, volumeSize: 20, volumeType: "gp3" } }],
    }),
    resource("ecr/repository:Repository", "images", {
      ...tagged, name, imageTagMutability: "IMMUTABLE", imageScanningConfiguration: { scanOnPush: true }, encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: KEY }],
    }),
  ];
}

/** The first so many resources of services made alike, 20 types in turn. */
export function packResources(count: number): readonly PackResource[] {
  const first = service(1);
  return Array.from({ length: Math.ceil(count / first.length) }, (_none, index) => service(index + 1)).flat().slice(0, count);
}

/** Number of types among the resources. */
export const PACK_TYPES = new Set(service(1).map(({ type }) => type)).size;

/** The resources as an exported state has them, for a program that registers them. */
export function asRecorded({ type, name, props }: PackResource): RecordedResource {
  return { urn: urnOf({ type, name }), type, custom: true, inputs: props };
}

export function urnOf({ type, name }: Pick<PackResource, "type" | "name">): string {
  return `urn:pulumi:bench::bench::${type}::${name}`;
}

function arn(serviceName: string, name: string): string {
  return `arn:aws:${serviceName}:${REGION}:${ACCOUNT}:${name}`;
}

function document(...statements: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
