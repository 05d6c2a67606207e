import { arnOf, bucketArn, type Deployment } from "../lib/deployment.ts";
import type { Statement } from "../lib/policy-document.ts";

/** Who decides that a finding is put right. */
export const RemediationApproval = {
  /** Nobody: AWS Config starts it. Only for what can be undone and harms no workload that is as it must be. */
  Automatic: "automatic",
  /** A person, for each resource, in AWS Config. */
  Manual: "manual",
} as const;
export type RemediationApproval = (typeof RemediationApproval)[keyof typeof RemediationApproval];

/** What puts a finding right: a document of AWS's own, run by Systems Manager Automation. */
export interface Remediation {
  /** Identifier of the rule whose findings it puts right. */
  readonly rule: string;
  /** Name of AWS's document. */
  readonly document: string;
  readonly approval: RemediationApproval;
  /** Why it is approved in this way. */
  readonly reason: string;
  /** Parameter of the document that takes the resource's id; absent where it acts on the region. */
  readonly resourceParameter?: string;
  /** Other parameters of the document. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What the document calls, and nothing else. */
  readonly actions: readonly string[];
  /** Resources of the calls. */
  readonly resources: (deployment: Deployment) => readonly string[];
}

const everything = (): readonly string[] => ["*"];
const buckets = (deployment: Deployment): readonly string[] => [bucketArn(deployment, "*")];
const named = (service: string, kind: string) => (deployment: Deployment): readonly string[] =>
  [deployment.region, deployment.recoveryRegion].map((region) => arnOf(deployment, service, `${kind}*`, region));

/** The closed list of what is remediated. */
export const REMEDIATIONS: readonly Remediation[] = [
  {
    rule: "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED", document: "AWSConfigRemediation-ConfigureS3BucketPublicAccessBlock", resourceParameter: "BucketName",
    approval: RemediationApproval.Automatic, reason: "no bucket of the platform is public, and the block can be lifted again",
    actions: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"], resources: buckets,
  },
  {
    rule: "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC", document: "AWSConfigRemediation-ConfigureS3PublicAccessBlock", resourceParameter: "AccountId",
    approval: RemediationApproval.Automatic, reason: "no bucket of the account is public, and the block can be lifted again",
    actions: ["s3:GetAccountPublicAccessBlock", "s3:PutAccountPublicAccessBlock"], resources: everything,
  },
  {
    rule: "EC2_EBS_ENCRYPTION_BY_DEFAULT", document: "AWSConfigRemediation-EnableEbsEncryptionByDefault",
    approval: RemediationApproval.Automatic, reason: "it concerns new volumes only and can be switched off again",
    actions: ["ec2:EnableEbsEncryptionByDefault", "ec2:GetEbsEncryptionByDefault"], resources: everything,
  },
  {
    rule: "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED", document: "AWSConfigRemediation-EnableCloudTrailLogFileValidation", resourceParameter: "TrailName",
    approval: RemediationApproval.Automatic, reason: "digests are written beside the logs and change nothing else",
    actions: ["cloudtrail:GetTrail", "cloudtrail:UpdateTrail"], resources: named("cloudtrail", "trail/"),
  },
  {
    rule: "CMK_BACKING_KEY_ROTATION_ENABLED", document: "AWSConfigRemediation-EnableKeyRotation", resourceParameter: "KeyId",
    approval: RemediationApproval.Automatic, reason: "data under older key material stays readable, and rotation can be switched off again",
    actions: ["kms:EnableKeyRotation", "kms:GetKeyRotationStatus"], resources: named("kms", "key/"),
  },
  {
    rule: "INCOMING_SSH_DISABLED", document: "AWS-DisablePublicAccessForSecurityGroup", resourceParameter: "GroupId",
    approval: RemediationApproval.Automatic, reason: "SSH from everywhere is never allowed (X-03); narrower rules stay",
    actions: ["ec2:RevokeSecurityGroupIngress"], resources: named("ec2", "security-group/"),
  },
  {
    rule: "VPC_DEFAULT_SECURITY_GROUP_CLOSED", document: "AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules", resourceParameter: "GroupId",
    approval: RemediationApproval.Manual, reason: "a workload that uses the default group by mistake loses its network",
    actions: ["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"], resources: named("ec2", "security-group/"),
  },
  {
    rule: "S3_BUCKET_VERSIONING_ENABLED", document: "AWS-ConfigureS3BucketVersioning", resourceParameter: "BucketName", parameters: { VersioningState: "Enabled" },
    approval: RemediationApproval.Manual, reason: "versioning can never be switched off again, only suspended, and old versions cost",
    actions: ["s3:PutBucketVersioning"], resources: buckets,
  },
  {
    rule: "RDS_INSTANCE_PUBLIC_ACCESS_CHECK", document: "AWSConfigRemediation-DisablePublicAccessToRDSInstance", resourceParameter: "DbiResourceId",
    approval: RemediationApproval.Manual, reason: "clients that come over the internet lose their connection at once",
    actions: ["rds:ModifyDBInstance"], resources: named("rds", "db:"),
  },
  {
    rule: "DYNAMODB_PITR_ENABLED", document: "AWSConfigRemediation-EnablePITRForDynamoDbTable", resourceParameter: "TableName",
    approval: RemediationApproval.Manual, reason: "it costs by the size of the table",
    actions: ["dynamodb:DescribeContinuousBackups", "dynamodb:UpdateContinuousBackups"], resources: named("dynamodb", "table/"),
  },
];

/** Reads that documents make and that AWS lets no policy hold to a resource. */
const READS: Readonly<Record<RemediationApproval, readonly string[]>> = {
  [RemediationApproval.Automatic]: ["ec2:DescribeSecurityGroups"],
  [RemediationApproval.Manual]: ["ec2:DescribeSecurityGroups", "rds:DescribeDBInstances"],
};

/** What the role of one approval may do: the calls of its documents in this account. */
export function remediationStatements(deployment: Deployment, approval: RemediationApproval): readonly Statement[] {
  const own = REMEDIATIONS.filter((remediation) => remediation.approval === approval);
  const conditions = { StringEquals: { "aws:ResourceAccount": deployment.accountId } };
  return [
    ...own.map(({ rule, document, actions, resources }): Statement => ({
      sid: document.replaceAll(/[^A-Za-z0-9]/gu, ""),
      reason: `${document} puts findings of ${rule} right`,
      actions,
      resources: resources(deployment),
      ...(resources(deployment).includes("*") ? {} : { conditions }),
    })),
    { sid: "LookBeforeChanging", reason: "documents read what they change", actions: READS[approval], resources: ["*"] },
    {
      sid: "RunDocuments",
      reason: "documents of AWS Config start and follow themselves under the role",
      actions: ["ssm:StartAutomationExecution"],
      resources: own.map(({ document }) => `arn:${deployment.partition ?? "aws"}:ssm:*::automation-definition/${document}:*`),
    },
    {
      sid: "FollowRuns", reason: "as above", actions: ["ssm:GetAutomationExecution"],
      resources: [deployment.region, deployment.recoveryRegion].map((region) => arnOf(deployment, "ssm", "automation-execution/*", region)),
    },
  ];
}
