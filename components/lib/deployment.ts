/**
 * Where a stack lives and what its resources are called. Plain values, because names and ARNs are
 * built from them before anything exists, so that every policy document is known at the first preview.
 */
export interface Deployment {
  /** First part of every physical name, such as `hipaa-dev`; 3 to 20 of a-z, 0-9 and `-`. */
  readonly prefix: string;
  /** AWS account, 12 digits. */
  readonly accountId: string;
  /** Primary region, such as `us-east-1`. */
  readonly region: string;
  /** Second region, for copies and replicas; never the primary. */
  readonly recoveryRegion: string;
  /**
   * AWS partition.
   * @default "aws"
   */
  readonly partition?: string;
  /**
   * ARNs of policies that AWS maintains, by the logical name of the policy of the program's own whose place
   * they take: that one is not made, and its role gets these, which allow more (X-02, S5-09).
   * @default every role gets policies that allow what it does and nothing else
   */
  readonly managedPolicies?: Record<string, string[]>;
}

/** ARN of a resource in the deployment's account; `region` defaults to the primary, `""` is for global services. */
export function arnOf(deployment: Deployment, service: string, resource: string, region: string = deployment.region): string {
  return `arn:${partitionOf(deployment)}:${service}:${region}:${deployment.accountId}:${resource}`;
}

/** ARN of a bucket, or of objects in it (`name/*`); S3 ARNs carry neither region nor account. */
export function bucketArn(deployment: Deployment, resource: string): string {
  return `arn:${partitionOf(deployment)}:s3:::${resource}`;
}

/** ARN of a policy that AWS itself maintains, such as `service-role/AWSBackupServiceRolePolicyForBackup`. */
export function awsManagedPolicyArn(deployment: Deployment, name: string): string {
  return `arn:${partitionOf(deployment)}:iam::aws:policy/${name}`;
}

/** ARN of one IAM role, without wildcards. */
export const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/u;

/** Name with the path of a policy that AWS maintains and that a role may have: those of service-linked roles are not attached. */
export function awsManagedPolicyName(arn: string): string | undefined {
  return /^arn:aws[a-z-]*:iam::aws:policy\/(?!aws-service-role\/)((?:[\w+=,.@-]+\/)*[\w+=,.@-]+)$/u.exec(arn)?.[1];
}

/** The account itself as a principal: access is then decided by IAM policies in the account. */
export function accountPrincipal(deployment: Deployment): string {
  return arnOf(deployment, "iam", "root", "");
}

/** Host name under which a service calls KMS on behalf of a principal (`kms:ViaService`). */
export function viaService(service: string, region: string): string {
  return `${service}.${region}.amazonaws.com`;
}

/** Bucket names are global: the account and the region make them ours. At most 63 characters. */
export function bucketName(deployment: Deployment, purpose: string, region: string = deployment.region): string {
  return `${deployment.prefix}-${purpose}-${deployment.accountId}-${region}`;
}

function partitionOf(deployment: Deployment): string {
  return deployment.partition ?? "aws";
}
