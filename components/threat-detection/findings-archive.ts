import type { Detector } from "@pulumi/aws/guardduty/detector.js";
import { PublishingDestination } from "@pulumi/aws/guardduty/publishingDestination.js";
import type * as pulumi from "@pulumi/pulumi";
import { keptFor } from "../lib/bucket-lifecycle.ts";
import { writtenByServicesOnly } from "../lib/bucket-policies.ts";
import { evidenceRetentionProblems } from "../lib/bucket-problems.ts";
import { arnOf, bucketArn, bucketName, type Deployment } from "../lib/deployment.ts";
import { type ObjectLock, objectLockProblems } from "../lib/object-lock.ts";
import type { Statement } from "../lib/policy-document.ts";
import type { Problem } from "../lib/problems.ts";
import { accessLogBucket, secureBucket } from "../lib/secure-bucket.ts";

/** Where GuardDuty's findings are kept; GuardDuty itself forgets them after 90 days. */
export interface FindingsArchive {
  /** Key of the archive; its policy lets GuardDuty encrypt. */
  readonly auditKeyArn: pulumi.Input<string>;
  /** Object Lock of the archive; its days may not exceed `retentionDays`. */
  readonly objectLock: ObjectLock;
  /**
   * Days after which findings are deleted, 365 or more.
   * @default 2557, seven years
   */
  readonly retentionDays?: number;
}

const SEVEN_YEARS = 2557;
/** Days after which findings move to Glacier Instant Retrieval. */
const ARCHIVED_AFTER = 90;

/** What is wrong with the archive's settings. */
export function archiveProblems({ objectLock, retentionDays = SEVEN_YEARS }: Pick<FindingsArchive, "objectLock" | "retentionDays">): readonly Problem[] {
  const tooShort = evidenceRetentionProblems("findingsArchive.retentionDays", retentionDays);
  return [
    ...objectLockProblems("findingsArchive.objectLock", objectLock),
    ...tooShort,
    ...(tooShort.length > 0 || objectLock.days <= retentionDays ? [] : [{
      argument: "findingsArchive.objectLock.days", value: objectLock.days, allowed: `at most retentionDays (${String(retentionDays)}): a locked finding cannot expire`, change: "Lower it or raise the retention",
    }]),
  ];
}

/** A locked bucket to which the detectors of all regions publish. */
export function createFindingsArchive(parent: pulumi.Resource, name: string, deployment: Deployment, archive: FindingsArchive, detectors: ReadonlyMap<string, Detector>): void {
  const { auditKeyArn, objectLock, retentionDays = SEVEN_YEARS } = archive;
  const [bucket, logs] = [bucketName(deployment, "findings"), bucketName(deployment, "findings-log")];
  const { guards: readyAfter } = accessLogBucket(`${name}-access-logs`, { deployment, bucket: logs, sources: [bucket], retentionDays }, parent);
  const made = secureBucket(name, {
    deployment, bucket,
    classification: "audit",
    keyArn: auditKeyArn,
    lock: objectLock,
    statements: [...delivery(deployment, bucket), writtenByServicesOnly(deployment, bucket)],
    accessLogs: { bucket: logs, readyAfter },
    lifecycle: [keptFor("archive-and-retention", retentionDays, ARCHIVED_AFTER)],
  }, parent);
  for (const [region, detector] of detectors) {
    new PublishingDestination(`${name}-from-${region}`, {
      region, detectorId: detector.id, destinationArn: made.bucket.arn, kmsKeyArn: auditKeyArn,
    }, { parent: detector, dependsOn: [...made.guards] });
  }
}

/** GuardDuty publishes for this account's detectors, wherever they are. */
function delivery(deployment: Deployment, bucket: string): readonly Statement[] {
  const conditions = { StringEquals: { "aws:SourceAccount": deployment.accountId }, ArnLike: { "aws:SourceArn": [arnOf(deployment, "guardduty", "detector/*", "*")] } };
  const guardDuty = { Service: ["guardduty.amazonaws.com"] };
  return [
    { sid: "LocateBucket", reason: "GuardDuty looks where the bucket is", principals: guardDuty, actions: ["s3:GetBucketLocation"], resources: [bucketArn(deployment, bucket)], conditions },
    { sid: "PublishFindings", reason: "findings are evidence that threats were looked for", principals: guardDuty, actions: ["s3:PutObject"], resources: [bucketArn(deployment, `${bucket}/*`)], conditions },
  ];
}
