import { type Alert, AlertSeverity } from "./alert.ts";

/** Findings of the services that detect threats and check configuration. */
export function findingAlerts(phiBuckets: readonly string[]): readonly Alert[] {
  return [
    {
      id: "root-sign-in", severity: AlertSeverity.Critical, global: true, meaning: "The root user signed in to the console (S4-52).",
      action: "Ask whoever keeps the root credentials. If it was nobody, follow the incident runbook for account takeover.", fields: ["call", "record"],
      // Without a detail-type: AWS spells it in two ways.
      pattern: { source: ["aws.signin"], detail: { eventName: ["ConsoleLogin"], userIdentity: { type: ["Root"] } } },
    },
    {
      id: "guardduty-high", severity: AlertSeverity.Critical, meaning: "GuardDuty found a threat of high severity.",
      action: "Open the finding in GuardDuty and isolate what it names.", fields: ["finding", "findingType", "findingSeverity"],
      pattern: guardDuty([">=", 7]),
    },
    {
      id: "guardduty-medium", severity: AlertSeverity.Warning, meaning: "GuardDuty found suspicious behaviour.",
      action: "Open the finding in GuardDuty and decide whether it is expected.", fields: ["finding", "findingType", "findingSeverity"],
      pattern: guardDuty([">=", 4, "<", 7]),
    },
    {
      id: "malware-found", severity: AlertSeverity.Critical, meaning: "Malware was found in an uploaded object.",
      action: "Do not open it. Find the object by its tag GuardDutyMalwareScanStatus and quarantine it.", fields: [],
      pattern: { source: ["aws.guardduty"], "detail-type": ["GuardDuty Malware Protection Object Scan Result"], detail: { scanResultDetails: { scanResultStatus: ["THREATS_FOUND"] } } },
    },
    {
      id: "phi-misplaced", severity: AlertSeverity.Critical, meaning: "Macie found sensitive data outside the buckets for PHI.",
      action: "Open the finding in Macie, move the data, and find out how it came there: it may be a breach.", fields: ["finding", "findingType"],
      pattern: {
        source: ["aws.macie"], "detail-type": ["Macie Finding"],
        detail: { type: [{ prefix: "SensitiveData" }], ...(phiBuckets.length === 0 ? {} : { resourcesAffected: { s3Bucket: { name: [{ "anything-but": phiBuckets }] } } }) },
      },
    },
    {
      id: "bucket-weakened", severity: AlertSeverity.Critical, meaning: "Macie found a bucket that lost protection, or is shared.",
      action: "Open the finding in Macie and restore the bucket with pulumi up.", fields: ["finding", "findingType"],
      pattern: { source: ["aws.macie"], "detail-type": ["Macie Finding"], detail: { type: [{ prefix: "Policy" }] } },
    },
    {
      id: "security-hub-critical", severity: AlertSeverity.Critical, gathered: true, meaning: "Security Hub reports a critical finding.",
      action: "Open the finding in Security Hub; set its workflow to NOTIFIED, or the alert comes again.", fields: ["hubFinding", "hubSeverity"], pattern: securityHub("CRITICAL"),
    },
    {
      id: "security-hub-high", severity: AlertSeverity.Warning, gathered: true, meaning: "Security Hub reports a finding of high severity.",
      action: "Open the finding in Security Hub; set its workflow to NOTIFIED, or the alert comes again.", fields: ["hubFinding", "hubSeverity"], pattern: securityHub("HIGH"),
    },
    {
      id: "outside-access", severity: AlertSeverity.Warning, meaning: "Access Analyzer found a resource that others outside the account can reach.",
      action: "Open the finding in Access Analyzer: close the access, or archive the finding with a reason.", fields: ["finding", "resourceType"],
      pattern: { source: ["aws.access-analyzer"], "detail-type": ["Access Analyzer Finding"], detail: { status: ["ACTIVE"] } },
    },
    {
      id: "config-noncompliant", severity: AlertSeverity.Warning, meaning: "A resource no longer complies with a rule of AWS Config.",
      action: "Open the rule in AWS Config; run pulumi refresh to see what drifted.", fields: ["configRule", "resourceType"],
      pattern: { source: ["aws.config"], "detail-type": ["Config Rules Compliance Change"], detail: { newEvaluationResult: { complianceType: ["NON_COMPLIANT"] } } },
    },
  ];
}

function guardDuty(severity: readonly (string | number)[]): Alert["pattern"] {
  return { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"], detail: { severity: [{ numeric: severity }] } };
}

/** New, active findings; those of GuardDuty and Macie raise alerts of their own. */
function securityHub(severity: string): Alert["pattern"] {
  return {
    source: ["aws.securityhub"], "detail-type": ["Security Hub Findings - Imported"],
    detail: { findings: { Severity: { Label: [severity] }, Workflow: { Status: ["NEW"] }, RecordState: ["ACTIVE"], ProductName: [{ "anything-but": ["GuardDuty", "Macie"] }] } },
  };
}
