import { arnOf, type Deployment } from "../lib/deployment.ts";
import { type Alert, AlertSeverity } from "./alert.ts";

/** Failures of what keeps data safe and reachable. */
export const OPERATION_ALERTS: readonly Alert[] = [
  {
    id: "backup-failed", severity: AlertSeverity.Warning, meaning: "A backup, copy or restore did not complete.",
    action: "Open the job in AWS Backup and run it again; the recovery point objective runs on.", fields: ["kind", "resourceType"],
    pattern: {
      source: ["aws.backup"], "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
      // AWS Backup calls the field by two names, by kind of job.
      detail: { $or: [{ state: ["ABORTED", "EXPIRED", "FAILED", "PARTIAL"] }, { status: ["ABORTED", "FAILED"] }] },
    },
  },
  {
    id: "database-trouble", severity: AlertSeverity.Warning, meaning: "A database failed over, failed, was deleted or runs out of storage.",
    action: "Open the event in RDS; check that the application reaches the database.", fields: ["databaseEvent"],
    pattern: { source: ["aws.rds"], "detail-type": ["RDS DB Instance Event", "RDS DB Cluster Event"], detail: { EventCategories: ["failover", "failure", "low storage", "deletion"] } },
  },
  {
    id: "aws-health-issue", severity: AlertSeverity.Warning, meaning: "AWS reports a problem with one of its services in this account.",
    action: "Open AWS Health; if a region is impaired, decide on a failover by the recovery runbook.", fields: ["healthService", "healthEvent"],
    pattern: { source: ["aws.health"], "detail-type": ["AWS Health Event"], detail: { eventTypeCategory: ["issue"] } },
  },
];

/** The deployment's own alarms, for the chat endpoints; topics hear from an alarm directly. */
export function alarmAlert(deployment: Deployment, regions: readonly string[]): Alert {
  return {
    id: "alarm", severity: AlertSeverity.Critical, meaning: "A CloudWatch alarm of the platform went off.",
    action: "Open the alarm; its description says what to do.", fields: ["alarm", "alarmState"],
    pattern: {
      source: ["aws.cloudwatch"], "detail-type": ["CloudWatch Alarm State Change"],
      resources: regions.map((region) => ({ prefix: arnOf(deployment, "cloudwatch", `alarm:${deployment.prefix}-`, region) })),
      detail: { state: { value: ["ALARM"] } },
    },
  };
}
