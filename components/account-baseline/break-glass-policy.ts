import { restoreRoleArn } from "../lib/backup-tag.ts";
import { arnOf, bucketArn, type Deployment, viaService } from "../lib/deployment.ts";
import type { ManagedPolicy } from "../lib/managed-policy.ts";
import { policyDocument } from "../lib/policy-document.ts";

/** Name of the role that is taken in an emergency. */
export function breakGlassRole(deployment: Deployment): string {
  return `${deployment.prefix}-break-glass`;
}

/**
 * Trust in named people, each under their own name, within an hour of their second factor (S5-11).
 * They are named in a condition: AWS would turn a user in Principal into its id, refuse one that does
 * not exist yet, and shut out a person whose user was made again. Their own policies must let them
 * take the role as well.
 */
export function breakGlassTrust(userArns: readonly string[]): string {
  const accounts = new Set(userArns.map((arn) => arn.replace(/:user\/.*$/u, ":root")));
  return policyDocument([{
    sid: "NamedPeople",
    reason: "these people may take the role in an emergency, with a second factor, and cannot hide who it was",
    principals: { AWS: [...accounts] },
    actions: ["sts:AssumeRole"],
    conditions: {
      ArnEquals: { "aws:PrincipalArn": [...userArns] },
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
      // IAM fills the variable in.
      StringEquals: { "sts:RoleSessionName": `\${aws:username}` },
    },
  }]);
}

/**
 * What an emergency takes (45 CFR 164.312(a)(2)(ii)): reach patients' data where the application is
 * down, restore it, and fail over. Not to change identities, keys, logs or backups.
 */
export function emergencyPolicy(deployment: Deployment, keyAliases: readonly string[]): string {
  const regions = [...new Set([deployment.region, deployment.recoveryRegion])];
  const named = (service: string, resource: string): string => arnOf(deployment, service, resource, "*");
  return policyDocument([
    {
      sid: "ReadObjects", reason: "documents of patients, when the application cannot show them",
      actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:ListBucketVersions"], resources: [bucketArn(deployment, `${deployment.prefix}-*`)],
    },
    {
      sid: "ReadRecords", reason: "records of patients, when the application cannot show them",
      actions: ["dynamodb:BatchGetItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query"], resources: [named("dynamodb", `table/${deployment.prefix}-*`)],
    },
    {
      sid: "ReadDatabaseSecrets", reason: "the way into the database, when the application's own is lost",
      actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"], resources: [named("secretsmanager", `secret:${deployment.prefix}*`), named("secretsmanager", "secret:rds!*")],
    },
    {
      sid: "OpenData", reason: "what is read is encrypted; only through the stores, never by the key alone",
      actions: ["kms:Decrypt", "kms:DescribeKey"], resources: [named("kms", "key/*")],
      conditions: {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": [...keyAliases] },
        StringEquals: { "kms:ViaService": ["dynamodb", "s3", "secretsmanager"].flatMap((service) => regions.map((region) => viaService(service, region))) },
      },
    },
    {
      sid: "Restore", reason: "what was lost is restored from a recovery point",
      actions: ["backup:DescribeRecoveryPoint", "backup:GetRecoveryPointRestoreMetadata", "backup:ListRecoveryPointsByBackupVault", "backup:StartRestoreJob"],
      resources: [named("backup", `backup-vault:${deployment.prefix}-*`), named("backup", "recovery-point:*"), named("rds", "snapshot:awsbackup:*"), ...regions.map((region) => `arn:${deployment.partition ?? "aws"}:ec2:${region}::*/*`)],
    },
    {
      sid: "PassRestoreRole", reason: "AWS Backup restores under its own role",
      actions: ["iam:PassRole"], resources: [restoreRoleArn(deployment)], conditions: { StringEquals: { "iam:PassedToService": "backup.amazonaws.com" } },
    },
    {
      sid: "FailOver", reason: "the database moves to its other zone, or its replica takes over",
      actions: ["rds:PromoteReadReplica", "rds:RebootDBInstance"], resources: [named("rds", `db:${deployment.prefix}*`)],
    },
    {
      sid: "MoveTraffic", reason: "names point to where the platform works",
      actions: ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"], resources: [`arn:${deployment.partition ?? "aws"}:route53:::hostedzone/*`],
    },
  ]);
}

/** The policy that AWS maintains for seeing what there is. */
export const LOOK_AROUND: ManagedPolicy = { policy: "job-function/ViewOnlyAccess", reason: "who comes in an emergency has to see what there is and how it does; the policy reads no content" };

/** Policies that AWS maintains and that come nearest to the emergency policy; none of them opens a key (X-02). */
export const NEAREST_MANAGED: readonly ManagedPolicy[] = [
  { policy: "AmazonDynamoDBReadOnlyAccess", reason: "records of patients, when the application cannot show them" },
  { policy: "AmazonS3ReadOnlyAccess", reason: "documents of patients, when the application cannot show them" },
  { policy: "AWSBackupOperatorAccess", reason: "what was lost is restored from a recovery point" },
];

/** Uses of the role and attempts, in the words of CloudTrail: through STS, or by switching in the console. */
export function breakGlassPattern(deployment: Deployment): string {
  const role = breakGlassRole(deployment);
  return JSON.stringify({
    source: ["aws.signin", "aws.sts"],
    detail: {
      $or: [
        { eventName: ["AssumeRole"], requestParameters: { roleArn: [arnOf(deployment, "iam", `role/${role}`, "")] } },
        { eventName: ["SwitchRole"], userIdentity: { arn: [{ prefix: `${arnOf(deployment, "sts", `assumed-role/${role}`, "")}/` }] } },
      ],
    },
  });
}
