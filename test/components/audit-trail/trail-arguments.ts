import type { AuditTrailArgs } from "../../../components/audit-trail/index.ts";

export const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };

/** Arguments that are accepted; tests change one at a time. */
export const trailArguments: AuditTrailArgs = {
  deployment,
  auditKeyArn: "arn:aws:kms:us-east-1:111122223333:key/audit",
  logsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
  recoveryAuditKeyArn: "arn:aws:kms:us-west-2:111122223333:key/audit",
  auditKeyAlias: "alias/hipaa-test/cloudtrail-encryption-key",
  alertTopicArn: "arn:aws:sns:us-east-1:111122223333:alerts",
  recoveryAlertTopicArn: "arn:aws:sns:us-west-2:111122223333:alerts",
  objectLock: { mode: "GOVERNANCE", days: 365 },
  phiBuckets: ["hipaa-test-phi-111122223333-us-east-1"],
  phiTables: ["hipaa-test-patient-records"],
};
