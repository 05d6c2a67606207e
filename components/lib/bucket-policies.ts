import { bucketArn, type Deployment } from "./deployment.ts";
import type { Statement } from "./policy-document.ts";

/** What every bucket refuses: no TLS, old TLS, other accounts. Explicit names keep the text known. */
export function bucketGuards(deployment: Deployment, bucket: string): readonly Statement[] {
  const everywhere = [bucketArn(deployment, bucket), bucketArn(deployment, `${bucket}/*`)];
  const refuse = (sid: string, reason: string, conditions: NonNullable<Statement["conditions"]>): Statement =>
    ({ sid, reason, effect: "Deny", principals: "*", actions: ["s3:*"], resources: everywhere, conditions });
  return [
    refuse("TlsOnly", "data travels encrypted (S4-36)", { Bool: { "aws:SecureTransport": "false" } }),
    refuse("Tls12OrNewer", "older TLS has known breaks (S1-24)", { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
    refuse("OwnAccountOnly", "a policy added elsewhere by mistake opens nothing", {
      StringNotEquals: { "aws:PrincipalAccount": deployment.accountId },
      Bool: { "aws:PrincipalIsAWSService": "false" },
    }),
  ];
}

/**
 * Objects are encrypted with the bucket's own key: an upload that states an encryption of its own is
 * refused. The key cannot be named, as its ARN is not known before it exists.
 */
export function ownKeyOnly(deployment: Deployment, bucket: string, exceptRoleArns: readonly string[]): Statement {
  return {
    sid: "OwnKeyOnly",
    reason: "the bucket's default encryption applies to every object; only restores may name the key",
    effect: "Deny",
    principals: "*",
    actions: ["s3:PutObject"],
    resources: [bucketArn(deployment, `${bucket}/*`)],
    conditions: {
      Null: { "s3:x-amz-server-side-encryption": "false" },
      ...(exceptRoleArns.length === 0 ? {} : { ArnNotLike: { "aws:PrincipalArn": [...exceptRoleArns] } }),
    },
  };
}

/** Evidence comes from AWS services alone: no person or workload can add to it. */
export function writtenByServicesOnly(deployment: Deployment, bucket: string): Statement {
  return {
    sid: "WrittenByServicesOnly",
    reason: "nobody forges a log",
    effect: "Deny",
    principals: "*",
    actions: ["s3:PutObject"],
    resources: [bucketArn(deployment, `${bucket}/*`)],
    conditions: { Bool: { "aws:PrincipalIsAWSService": "false" } },
  };
}

/** Evidence is read by queries, which record what was asked: nobody takes log files to a computer of their own. */
export function readThroughServicesOnly(deployment: Deployment, bucket: string, exceptRoleArns: readonly string[]): Statement {
  return {
    sid: "ReadThroughServicesOnly",
    reason: "people read logs by Athena; files themselves are for the named roles, such as that of AWS Backup (S2-53)",
    effect: "Deny",
    principals: "*",
    actions: ["s3:GetObject", "s3:GetObjectVersion"],
    resources: [bucketArn(deployment, `${bucket}/*`)],
    conditions: {
      Bool: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
      ArnNotEquals: { "aws:PrincipalArn": [...exceptRoleArns] },
    },
  };
}

/** For buckets that cannot have Object Lock; lifecycle rules are not bound by it. */
export function neverDeleted(deployment: Deployment, bucket: string): Statement {
  return {
    sid: "NeverDeleted",
    reason: "evidence is removed by its retention rule only; S3 delivers access logs to no bucket with Object Lock",
    effect: "Deny",
    principals: "*",
    actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
    resources: [bucketArn(deployment, `${bucket}/*`)],
  };
}

/** S3 itself writes the access logs of the account's named buckets. */
export function accessLogDelivery(deployment: Deployment, bucket: string, sources: readonly string[]): Statement {
  return {
    sid: "AccessLogDelivery",
    reason: "S3 delivers the access logs of these buckets (S4-38)",
    principals: { Service: ["logging.s3.amazonaws.com"] },
    actions: ["s3:PutObject"],
    resources: [bucketArn(deployment, `${bucket}/*`)],
    conditions: {
      ArnLike: { "aws:SourceArn": sources.map((source) => bucketArn(deployment, source)) },
      StringEquals: { "aws:SourceAccount": deployment.accountId },
    },
  };
}

/** S3 itself writes the inventories of the account's named buckets, under `inventory/`. */
export function inventoryDelivery(deployment: Deployment, bucket: string, sources: readonly string[]): Statement {
  return {
    sid: "InventoryDelivery",
    reason: "S3 delivers lists of what these buckets hold and whether it is encrypted, locked and replicated",
    principals: { Service: ["s3.amazonaws.com"] },
    actions: ["s3:PutObject"],
    resources: [bucketArn(deployment, `${bucket}/inventory/*`)],
    conditions: {
      ArnLike: { "aws:SourceArn": sources.map((source) => bucketArn(deployment, source)) },
      StringEquals: { "aws:SourceAccount": deployment.accountId },
    },
  };
}
