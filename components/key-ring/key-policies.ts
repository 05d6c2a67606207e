import { RESTORE_TEST_NAMES } from "../lib/backup-tag.ts";
import { accountPrincipal, arnOf, bucketArn, type Deployment, viaService } from "../lib/deployment.ts";
import { keyAdministration } from "../lib/key-administration.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { KeyClass } from "./key-classes.ts";

const USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
/**
 * Policy of one key in one region: administrators manage it, and only the services of its data class
 * use it, on behalf of this account, bound to the stack's own resources by encryption context.
 * Within that, IAM policies of the account decide which role may (S4-41, S5-06).
 */
export function keyPolicy(deployment: Deployment, keyClass: KeyClass, region: string, administratorArns: readonly string[]): string {
  return policyDocument([keyAdministration(deployment, administratorArns), ...usage(deployment, keyClass, region)]);
}

/** Policy of the HMAC key that turns patient ids into pseudonyms. */
export function pseudonymKeyPolicy(deployment: Deployment, administratorArns: readonly string[]): string {
  return policyDocument([keyAdministration(deployment, administratorArns), {
    sid: "MakePseudonyms",
    reason: "the records API and the access report compute a patient's pseudonym; IAM policies decide which role may",
    principals: { AWS: [accountPrincipal(deployment)] },
    actions: ["kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"],
    resources: ["*"],
    conditions: { StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:MacAlgorithm": "HMAC_SHA_256" } },
  }]);
}

function usage(deployment: Deployment, keyClass: KeyClass, region: string): readonly Statement[] {
  const through = serviceUse(deployment, region);
  // Restore tests make buckets and tables under names of AWS Backup's own.
  const buckets = { StringLike: { "kms:EncryptionContext:aws:s3:arn": [`${deployment.prefix}-*`, RESTORE_TEST_NAMES].map((name) => bucketArn(deployment, name)) } };
  const tables = { StringLike: { "kms:EncryptionContext:aws:dynamodb:tableName": [`${deployment.prefix}-*`, RESTORE_TEST_NAMES] } };
  switch (keyClass) {
    case KeyClass.PhiData:
      return [
        through("Buckets", "objects with PHI in the stack's buckets", "s3", USE, buckets),
        through("Databases", "the database and its snapshots", "rds", USE),
        grant(deployment, "DatabaseGrants", "rds", region),
        through("Volumes", "volumes of the cluster's nodes", "ec2", USE),
        grant(deployment, "VolumeGrants", "ec2", region),
        ...autoScaling(deployment, region),
        macie(deployment, region),
        logGroups(deployment, region),
      ];
    case KeyClass.PhiRecords:
      return [
        through("Tables", "items of the stack's tables only", "dynamodb", USE, tables),
        grant(deployment, "TableGrants", "dynamodb", region),
      ];
    case KeyClass.Logs:
      return [
        logGroups(deployment, region),
        through("QueryResults", "results of queries over logs", "s3", USE, buckets),
        macie(deployment, region),
        through("Metrics", "the managed Prometheus workspace", "aps", USE),
        grant(deployment, "MetricsGrants", "aps", region),
        through("Traces", "traces in X-Ray", "xray", USE),
        grant(deployment, "TracesGrants", "xray", region),
      ];
    case KeyClass.Audit:
      return [
        byService("Trail", "CloudTrail encrypts the log files of this account's trails", "cloudtrail.amazonaws.com", {
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": [arnOf(deployment, "cloudtrail", "trail/*", "*")] },
          ArnLike: { "aws:SourceArn": [arnOf(deployment, "cloudtrail", "trail/*", "*")] },
        }),
        {
          sid: "DescribeForTrail",
          reason: "CreateTrail looks at the key before there is anything to encrypt, so without an encryption context",
          principals: { Service: ["cloudtrail.amazonaws.com"] },
          actions: ["kms:DescribeKey"],
          resources: ["*"],
          conditions: { StringEqualsIfExists: { "aws:SourceAccount": deployment.accountId } },
        },
        {
          sid: "Findings",
          reason: "GuardDuty publishes the findings of this account's detectors",
          principals: { Service: ["guardduty.amazonaws.com"] },
          actions: ["kms:GenerateDataKey"],
          resources: ["*"],
          conditions: { StringEquals: { "aws:SourceAccount": deployment.accountId }, ArnLike: { "aws:SourceArn": [arnOf(deployment, "guardduty", "detector/*", "*")] } },
        },
        {
          sid: "ConfigHistory",
          reason: "AWS Config delivers the history of this account's resources",
          principals: { Service: ["config.amazonaws.com"] },
          actions: ["kms:Decrypt", "kms:GenerateDataKey"],
          resources: ["*"],
          conditions: { StringEquals: { "aws:SourceAccount": deployment.accountId } },
        },
        logGroups(deployment, region),
        through("AuditBuckets", "readers of the audit buckets", "s3", USE, buckets),
        macie(deployment, region),
        byService("LogDelivery", "flow logs are delivered to the locked log bucket", "delivery.logs.amazonaws.com", {
          StringEquals: { "aws:SourceAccount": deployment.accountId },
          ArnLike: { "aws:SourceArn": [arnOf(deployment, "logs", "*", "*")] },
        }),
      ];
    case KeyClass.Secrets:
      return [
        through("Secrets", "secrets of this account", "secretsmanager", USE),
        grant(deployment, "SecretsGrants", "secretsmanager", region),
        // RDS makes and rotates the master user's secret.
        through("DatabaseSecrets", "the master user's secret of a database", "rds", USE),
        grant(deployment, "DatabaseSecretsGrants", "rds", region),
        through("Parameters", "SecureString parameters of this account", "ssm", USE),
        through("FunctionSettings", "environment variables of functions", "lambda", USE),
        grant(deployment, "FunctionSettingsGrants", "lambda", region),
        through("KubernetesSecrets", "envelope encryption of the cluster's secrets", "eks", USE),
        grant(deployment, "KubernetesSecretsGrants", "eks", region),
      ];
    case KeyClass.Backup:
      return [
        through("Vaults", "recovery points in the stack's vaults", "backup", USE),
        grant(deployment, "VaultGrants", "backup", region),
        // Copies of database and volume snapshots are encrypted by the services they come from.
        ...["rds", "ec2"].flatMap((service) => [
          through(`Copies${service}`, "copies of snapshots, under the vault's key", service, USE),
          grant(deployment, `Copies${service}Grants`, service, region),
        ]),
      ];
    case KeyClass.Messages:
      return [
        through("Topics", "subscribers of the stack's topics and queues", "sns", USE),
        through("Queues", "consumers of the stack's queues", "sqs", USE),
        ...["cloudwatch.amazonaws.com", "events.amazonaws.com", "backup.amazonaws.com", "budgets.amazonaws.com", "sns.amazonaws.com"].map((service) =>
          // EventBridge sends no source to KMS when it delivers, so the condition holds where it is sent.
          byService(`Publish${service.split(".")[0] ?? ""}`, "alarms, events, warnings of cost and undelivered messages reach encrypted topics and queues", service, {
            StringEqualsIfExists: { "aws:SourceAccount": deployment.accountId },
          })),
      ];
  }
}

/** Log groups carry the class of what they log: a database's statements are PHI, a control plane's audit log is evidence. */
function logGroups(deployment: Deployment, region: string): Statement {
  return byService("LogGroups", "CloudWatch Logs encrypts log groups of this class", `logs.${region}.amazonaws.com`, {
    ArnLike: { "kms:EncryptionContext:aws:logs:arn": [arnOf(deployment, "logs", "log-group:*", region)] },
  });
}

/** Use by principals of this account through one service, and not by calling KMS itself. */
function serviceUse(deployment: Deployment, region: string) {
  return (sid: string, what: string, service: string, actions: readonly string[], conditions: NonNullable<Statement["conditions"]> = {}): Statement => ({
    sid: `Use${sid}`,
    reason: `${what}, through ${service} only`,
    principals: { AWS: [accountPrincipal(deployment)] },
    actions,
    resources: ["*"],
    conditions: { ...conditions, StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:ViaService": viaService(service, region) } },
  });
}

/** Services that keep data encrypted on their own hold a grant, which only they may be given. */
function grant(deployment: Deployment, sid: string, service: string, region: string): Statement {
  return {
    sid,
    reason: `${service} keeps a grant on the key while a resource exists`,
    principals: { AWS: [accountPrincipal(deployment)] },
    actions: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
    resources: ["*"],
    conditions: {
      Bool: { "kms:GrantIsForAWSResource": "true" },
      StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:ViaService": viaService(service, region) },
    },
  };
}

/** EC2 Auto Scaling starts nodes with encrypted volumes under its service-linked role, which has no KMS rights of its own. */
function autoScaling(deployment: Deployment, region: string): readonly Statement[] {
  const role = arnOf(deployment, "iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", "");
  const conditions = {
    ArnEquals: { "aws:PrincipalArn": [role] },
    StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:ViaService": viaService("ec2", region) },
  };
  return [
    { sid: "NodeVolumes", reason: "Auto Scaling starts nodes with encrypted volumes", principals: { AWS: ["*"] }, actions: USE, resources: ["*"], conditions },
    {
      sid: "NodeVolumeGrants", reason: "the volume keeps a grant while the node lives", principals: { AWS: ["*"] },
      actions: ["kms:CreateGrant"], resources: ["*"], conditions: { ...conditions, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/**
 * Macie reads buckets under its service-linked role, which has no KMS rights of its own and may not
 * exist yet; AWS's policies take no principal that does not exist.
 */
function macie(deployment: Deployment, region: string): Statement {
  return {
    sid: "MacieReads",
    reason: "Macie looks for sensitive data in the account's buckets",
    principals: { AWS: ["*"] },
    actions: ["kms:Decrypt", "kms:DescribeKey"],
    resources: ["*"],
    conditions: {
      ArnEquals: { "aws:PrincipalArn": [arnOf(deployment, "iam", "role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie", "")] },
      StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:ViaService": viaService("s3", region) },
    },
  };
}

function byService(sid: string, reason: string, service: string, conditions: NonNullable<Statement["conditions"]>): Statement {
  return {
    sid, reason, conditions,
    principals: { Service: [service] },
    actions: USE,
    resources: ["*"],
  };
}
