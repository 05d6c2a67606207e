/** Something that a policy of the platform's own allows. */
export interface Right {
  /** Such as `logs:PutLogEvents`. */
  readonly action: string;
  /** Service on whose behalf alone KMS is asked, such as `s3`. */
  readonly through?: string;
}

/** A policy that AWS maintains, with what of it could take the place of a policy of the platform's own. */
interface KnownPolicy {
  /** Name with the path. */
  readonly policy: string;
  /** Actions that it allows on every resource; `*` ends a pattern. */
  readonly actions: readonly string[];
  /** Services through which alone it allows actions of KMS. */
  readonly through?: readonly string[];
  /** What it allows beyond what the platform needs of it, in words. */
  readonly adds: string;
}

/** From the narrowest to the widest, as AWS's reference of managed policies lists their actions. */
const KNOWN: readonly KnownPolicy[] = [
  {
    policy: "service-role/AWSLambdaBasicExecutionRole", adds: "writing to every log group, and making log groups that are neither encrypted nor ever emptied",
    actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
  },
  {
    policy: "service-role/AmazonAPIGatewayPushToCloudWatchLogs", adds: "writing to and reading every log group, and making log groups that are neither encrypted nor ever emptied",
    actions: [
      "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:PutLogEvents",
    ],
  },
  {
    policy: "CloudWatchAgentServerPolicy", adds: "writing to every log group, changing how long each keeps, every metric and trace, and the parameters AmazonCloudWatch-*",
    actions: [
      "cloudwatch:PutMetricData", "ec2:DescribeTags", "ec2:DescribeVolumes", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams",
      "logs:PutLogEvents", "logs:PutRetentionPolicy", "xray:GetSamplingRules", "xray:GetSamplingStatisticSummaries", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ],
  },
  {
    policy: "AWSBackupServiceRolePolicyForS3Restore", adds: "reading, writing and deleting objects of every bucket, and every key through S3",
    actions: [
      "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey", "s3:GetBucketLocation", "s3:GetBucketVersioning", "s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion",
      "s3:GetObjectVersionAcl", "s3:ListBucket", "s3:ListBucketVersions", "s3:PutBucketVersioning", "s3:PutObject", "s3:PutObjectTagging",
    ],
    through: ["s3"],
  },
  { policy: "AmazonS3FullAccess", adds: "every bucket with its policy, lock and deletion, and every object", actions: ["s3:*"] },
  {
    policy: "service-role/AWSBackupServiceRolePolicyForRestores",
    adds: "making and deleting databases, volumes, file systems and instances, reading and changing items of every table, and every key through those services",
    actions: [
      "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ],
    through: ["dynamodb", "ec2", "rds"],
  },
];

/** What of AWS's comes nearest to a policy with these rights, in words that name what it adds. */
export function nearestPolicies(rights: readonly Right[]): string {
  if (rights.length === 0) {
    return "none: it forbids, which no policy of AWS's does";
  }
  const known = rights.filter((right) => KNOWN.some((policy) => allows(policy, right)));
  const beyond = [...new Set(rights.filter((right) => !known.includes(right)).map(({ action }) => action))];
  // A key can be opened beside IAM, by a grant.
  const lacking = known.length === 0 ? beyond : beyond.filter((action) => !action.startsWith("kms:"));
  if (lacking.length > 0) {
    return `none that the platform knows of: they lack ${lacking.slice(0, 3).join(", ")}${lacking.length > 3 ? " and more" : ""}. Leave out what needs it`;
  }
  const nearest = together().find((policies) => known.every((right) => policies.some((policy) => allows(policy, right)))) ?? KNOWN;
  const grant = beyond.length === 0 ? "" : `. None of these allows ${beyond.join(", ")}: a grant on the key must (aws kms create-grant)`;
  return `${nearest.map(({ policy }) => `arn:aws:iam::aws:policy/${policy}`).join(" with ")}, wider by ${nearest.map(({ adds }) => adds).join("; ")}${grant}`;
}

/** All ways to take some of the known policies, fewer before more. */
function together(): readonly (readonly KnownPolicy[])[] {
  const subsets = KNOWN.reduce<readonly (readonly KnownPolicy[])[]>((ways, policy) => [...ways, ...ways.map((way) => [...way, policy])], [[]]);
  return subsets.toSorted((one, other) => one.length - other.length);
}

function allows({ actions, through }: KnownPolicy, right: Right): boolean {
  const reaches = through === undefined || !right.action.startsWith("kms:") || (right.through !== undefined && through.includes(right.through));
  return reaches && actions.some((action) => (action.endsWith("*") ? right.action.startsWith(action.slice(0, -1)) : right.action === action));
}
