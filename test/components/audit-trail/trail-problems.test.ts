import { describe, expect, test } from "vitest";
import { AuditTrail, type AuditTrailArgs } from "../../../components/audit-trail/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { deployment, trailArguments } from "./trail-arguments.ts";

const { recoveryAuditKeyArn: _key, ...withoutReplicaKey } = trailArguments;
const { recoveryAlertTopicArn: _topic, ...withoutReplicaTopic } = trailArguments;

const REFUSED: readonly (readonly [string, AuditTrailArgs, string])[] = [
  ["a retention below a year", { ...trailArguments, retentionDays: 364, objectLock: { mode: "GOVERNANCE", days: 1 } },
    "retentionDays = 364: whole days, at least 365. Leave it out for seven years"],
  ["a retention that is no whole number", { ...trailArguments, retentionDays: Number.NaN, objectLock: { mode: "GOVERNANCE", days: 1 } },
    "retentionDays = null: whole days, at least 365"],
  ["a lock longer than the retention", { ...trailArguments, retentionDays: 365, objectLock: { mode: "GOVERNANCE", days: 366 } },
    "objectLock.days = 366: at most retentionDays (365): a locked log cannot expire. Lower it or raise the retention"],
  ["a lock of no day", { ...trailArguments, objectLock: { mode: "GOVERNANCE", days: 0 } },
    "objectLock.days = 0: S3 takes whole days from 1 to 36500. Give the days for which nobody may delete or overwrite"],
  ["COMPLIANCE without confirmation", { ...trailArguments, objectLock: { mode: "COMPLIANCE", days: 365 } },
    "objectLock.confirmCompliance = null: nobody, AWS included, can lift a COMPLIANCE lock before its time, so it must be confirmed with true. Set it to true, or use GOVERNANCE"],
  ["an archive after the end", { ...trailArguments, retentionDays: 400, archiveAfterDays: 400 },
    "archiveAfterDays = 400: whole days from 1, less than retentionDays (400). Leave it out for 90"],
  ["a log retention that CloudWatch does not know", { ...trailArguments, logGroupRetentionDays: 366 },
    "logGroupRetentionDays = 366: CloudWatch takes 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days, and a year is the least. Choose the next longer one"],
  ["its own log bucket as a PHI bucket", { ...trailArguments, phiBuckets: ["hipaa-test-audit-111122223333-us-east-1"] },
    'phiBuckets[0] = "hipaa-test-audit-111122223333-us-east-1": any bucket but the trail\'s own: each delivery would be recorded and cause the next. Remove it'],
  ["its own access-log bucket as a PHI bucket", { ...trailArguments, phiBuckets: ["phi", "hipaa-test-audit-access-111122223333-us-east-1"] },
    "phiBuckets[1] = "],
  ["the logs' replica as a PHI bucket", { ...trailArguments, phiBuckets: ["hipaa-test-audit-111122223333-us-west-2"] },
    'phiBuckets[0] = "hipaa-test-audit-111122223333-us-west-2": any bucket but the trail\'s own: each delivery would be recorded and cause the next. Remove it'],
  ["more stores than CloudTrail takes", { ...trailArguments, phiTables: Array.from({ length: 113 }, (_, index) => `t${String(index)}`) },
    "phiBuckets, phiTables = 453: CloudTrail takes 500 selector values in all, 50 of them used here. Record the rest with a second trail"],
  ["a key of AWS's own", { ...trailArguments, auditKeyAlias: "alias/aws/s3" },
    'auditKeyAlias = "alias/aws/s3": the alias of a customer-managed key, such as alias/hipaa/cloudtrail-encryption-key. Give the alias that the audit key has in both regions'],
  ["a replica without a key", withoutReplicaKey,
    "recoveryAuditKeyArn = null: the logs' replica needs a key and a topic of its own region. Give it, or leave recoveryAlertTopicArn out for no replica"],
  ["a replica without a topic", withoutReplicaTopic,
    "recoveryAlertTopicArn = null: the logs' replica needs a key and a topic of its own region. Give it, or leave recoveryAuditKeyArn out for no replica"],
  ["a replica in the same region", { ...trailArguments, deployment: { ...deployment, recoveryRegion: "us-east-1" } },
    'deployment.recoveryRegion = "us-east-1": a region other than us-east-1: the logs\' replica must survive its loss. Choose one far enough not to share its disasters'],
  ["something that is no organization", { ...trailArguments, organizationId: "acme" },
    'organizationId = "acme": an AWS organization such as o-a1b2c3d4e5. Copy it from AWS Organizations'],
  ["readers of log files that are no role", { ...trailArguments, logReaderRoleArns: ["arn:aws:iam::111122223333:role/*"] },
    'logReaderRoleArns[0] = "arn:aws:iam::111122223333:role/*": the ARN of an IAM role. Name the role that auditors take, without * or ?'],
  ["a prefix that makes bucket names too long", { ...trailArguments, phiBuckets: [], deployment: { ...deployment, prefix: "a-prefix-of-20-chars", region: "ap-southeast-5-zone" } },
    "bucket names have at most 63 characters"],
];

describe("AuditTrail refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, args, message) => {
    await expect(record(() => new AuditTrail("audit", args))).rejects.toThrow(message);
  });

  test("all problems in one message", async () => {
    const args: AuditTrailArgs = { ...trailArguments, archiveAfterDays: 0, logGroupRetentionDays: 7, organizationId: "acme" };
    await expect(record(() => new AuditTrail("audit", args))).rejects.toThrow(/^audit: 3 arguments cannot be used; nothing was created\./u);
  });

  test("and accepts what it should", async () => {
    const accepted: readonly AuditTrailArgs[] = [
      { ...trailArguments, objectLock: { mode: "COMPLIANCE", days: 2557, confirmCompliance: true } },
      { ...trailArguments, trailToCloudWatch: false },
      { ...trailArguments, organizationId: "o-a1b2c3d4e5" },
    ];
    for (const args of accepted) {
      await expect(record(() => new AuditTrail("audit", args))).resolves.not.toEqual([]);
    }
  });
});
