import * as pulumi from "@pulumi/pulumi";

/** How much of what holds data is encrypted with customer-managed keys (S4-110). */
export interface EncryptionCoverage {
  /** Resources that hold data and that a customer-managed key can encrypt. */
  readonly total: number;
  /** Those of them that have such a key. */
  readonly encrypted: number;
  /** Their share, rounded down: 100 means that nothing is missing. */
  readonly percent: number;
  /** Names of those without such a key. */
  readonly missing: readonly string[];
  /** Names of the buckets that AWS delivers logs to with keys of S3 only; encrypted, and not counted. */
  readonly keysOfS3Only: readonly string[];
}

/**
 * Where each type that the program registers names its key: dotted paths, in which a block with a
 * question mark may be left out. A remote component is asked for the key that it takes.
 */
export const KEY_PATHS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "aws:amp/workspace:Workspace": ["kmsKeyArn"],
  "aws:backup/vault:Vault": ["kmsKeyArn"],
  "aws:cloudtrail/eventDataStore:EventDataStore": ["kmsKeyId"],
  "aws:cloudtrail/trail:Trail": ["kmsKeyId"],
  "aws:cloudwatch/logGroup:LogGroup": ["kmsKeyId"],
  "aws:dynamodb/table:Table": ["serverSideEncryption.kmsKeyArn", "replicas?.kmsKeyArn"],
  "aws:ec2/instance:Instance": ["rootBlockDevice.kmsKeyId", "ebsBlockDevices?.kmsKeyId"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["blockDeviceMappings.ebs?.kmsKeyId"],
  "aws:ecr/repository:Repository": ["encryptionConfigurations.kmsKey"],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": ["serverSideEncryption.keyArn"],
  "aws:kinesis/stream:Stream": ["kmsKeyId"],
  "aws:lambda/function:Function": ["kmsKeyArn"],
  "aws:rds/cluster:Cluster": ["kmsKeyId"],
  "aws:rds/instance:Instance": ["kmsKeyId"],
  "aws:secretsmanager/secret:Secret": ["kmsKeyId", "replicas?.kmsKeyId"],
  "aws:sns/topic:Topic": ["kmsMasterKeyId"],
  "aws:sqs/queue:Queue": ["kmsMasterKeyId"],
  "aws:ssm/parameter:Parameter": ["keyId"],
  "eks:index:Cluster": ["encryptionConfigKeyArn"],
};

const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_KEY = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
/** Where a resource names the bucket that AWS delivers its logs to with keys of S3 only. */
const LOG_TARGETS: Readonly<Record<string, string>> = {
  "aws:s3/bucketLogging:BucketLogging": "targetBucket",
  "aws:lb/loadBalancer:LoadBalancer": "accessLogs.bucket",
};

type Props = Readonly<Record<string, unknown>>;
interface Registered {
  readonly type: string;
  readonly name: string;
  readonly props: Props;
}

/** What the count reads of each type. */
const READ: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(KEY_PATHS).map(([type, paths]) => [type, type.startsWith("aws:ssm/") ? [...paths, "type"] : paths] as const),
  ...Object.entries(LOG_TARGETS).map(([type, path]) => [type, [path]] as const),
  [BUCKET, ["bucket"]],
  [BUCKET_KEY, ["bucket", "rules"]],
]);

/**
 * Counts what the program registers from here on, by the values that the engine is given and not by
 * what a component says of itself; so the count is known with the keys, which a first update creates.
 * @returns what to call when everything is registered
 */
export function countEncryption(): () => pulumi.Output<EncryptionCoverage> {
  const registered: Registered[] = [];
  pulumi.runtime.registerStackTransformation(({ type, name, props }) => {
    const paths = READ.get(type);
    // What runs without variables keeps none; the variables themselves may be secret, and stay unread.
    if (paths !== undefined && (type !== "aws:lambda/function:Function" || props["environment"] !== undefined)) {
      registered.push({ type, name, props: Object.fromEntries(paths.map((path) => headOf(path)).map((head) => [head, props[head]])) });
    }
    return undefined;
  });
  return () => pulumi.output(registered).apply(coverageOf);
}

function coverageOf(registered: readonly Registered[]): EncryptionCoverage {
  const targets = registered.flatMap(({ type, props }) => valuesAt(props, LOG_TARGETS[type]));
  const keyed = registered.filter(({ type, props }) => type === BUCKET_KEY && encryptsByKey(props)).map(({ props }) => props["bucket"]);
  const buckets = registered.filter(({ type }) => type === BUCKET);
  const keysOfS3Only = buckets.filter(({ props }) => targets.includes(props["bucket"]));
  const holding = [
    ...buckets.filter((bucket) => !keysOfS3Only.includes(bucket)).map(({ name, props }) => ({ name, hasKey: keyed.includes(props["bucket"]) })),
    ...registered
      .filter(({ type, props }) => type in KEY_PATHS && (props["type"] ?? "SecureString") === "SecureString")
      .map(({ type, name, props }) => ({ name, hasKey: (KEY_PATHS[type] ?? []).every((path) => namesKeys(props, path)) })),
  ];
  const missing = namesOf(holding.filter(({ hasKey }) => !hasKey));
  const encrypted = holding.length - missing.length;
  const percent = holding.length === 0 ? 100 : Math.floor((100 * encrypted) / holding.length);
  return { total: holding.length, encrypted, percent, missing, keysOfS3Only: namesOf(keysOfS3Only) };
}

function encryptsByKey(props: Props): boolean {
  const defaults = valuesAt(props, "rules.applyServerSideEncryptionByDefault").map((value) => Object(value));
  return defaults.length > 0 && defaults.every((value) => String(Reflect.get(value, "sseAlgorithm")).startsWith("aws:kms") && isOwnKey(Reflect.get(value, "kmsMasterKeyId")));
}

/** True when every place of the path names a key that is not AWS's own. */
function namesKeys(value: object, path: string): boolean {
  const [head = path, ...rest] = path.split(".");
  const inner: unknown = Reflect.get(value, headOf(head));
  if (rest.length === 0) {
    return isOwnKey(inner);
  }
  const blocks = listOf(inner);
  return blocks.length === 0 ? head.endsWith("?") : blocks.every((block) => namesKeys(Object(block), rest.join(".")));
}

/** Keys are named by id, ARN or alias; AWS's own go by an alias of theirs. */
function isOwnKey(value: unknown): boolean {
  return typeof value === "string" && value !== "" && !/(?:^|:)alias\/aws\//u.test(value);
}

function valuesAt(value: unknown, path: string | undefined): readonly unknown[] {
  return path === undefined ? [] : path.split(".").reduce<readonly unknown[]>((values, name) => values.flatMap((one) => listOf(Reflect.get(Object(one), name))), [value]);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function headOf(path: string): string {
  return path.split(/[?.]/u)[0] ?? path;
}

function namesOf(resources: readonly { readonly name: string }[]): readonly string[] {
  return resources.map(({ name }) => name).toSorted();
}
