/** Text that stands for PHI: wherever an event carries what somebody wrote, the samples carry this. */
export const PHI = "Jane Roe 123-45-6789 HIV positive";

const envelope = {
  version: "0", id: "6a7e8feb-b491-4cf7-a9f1-bf3703467718", time: "2026-03-01T12:00:00Z", account: "111122223333", region: "us-east-1", resources: [`arn:aws:s3:::hipaa-test-phi/${PHI}`],
};

/** A call as CloudTrail hands it to EventBridge. */
export function call(service: string, eventName: string, region = "us-east-1"): object {
  return {
    ...envelope, region, source: `aws.${service}`, "detail-type": "AWS API Call via CloudTrail",
    detail: {
      eventName, eventID: "0f5f5a3e-record", eventSource: `${service}.amazonaws.com`, userIdentity: { type: "AssumedRole", arn: PHI, userName: PHI, principalId: PHI }, userAgent: PHI,
      sourceIPAddress: PHI, requestParameters: { bucketName: PHI, key: PHI, description: PHI }, responseElements: { body: PHI }, errorMessage: PHI, additionalEventData: { note: PHI },
    },
  };
}

const report = (source: string, kind: string, detail: object): object => ({ ...envelope, source, "detail-type": kind, detail: { description: PHI, title: PHI, ...detail } });

/** For each alert that is no call: an event that raises it, and one that must not. */
export const REPORTS: Readonly<Record<string, { readonly raises: object; readonly passes: object }>> = {
  "root-sign-in": {
    raises: { ...envelope, source: "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail", detail: { eventName: "ConsoleLogin", eventID: "r1", userIdentity: { type: "Root", arn: PHI }, additionalEventData: { LoginTo: PHI } } },
    passes: { ...envelope, source: "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail", detail: { eventName: "ConsoleLogin", userIdentity: { type: "IAMUser" } } },
  },
  "guardduty-high": {
    raises: report("aws.guardduty", "GuardDuty Finding", { id: "f1", type: "UnauthorizedAccess:EC2/SSHBruteForce", severity: 8, service: { additionalInfo: PHI } }),
    passes: report("aws.guardduty", "GuardDuty Finding", { id: "f1", type: "Recon:EC2/Portscan", severity: 6.9 }),
  },
  "guardduty-medium": {
    raises: report("aws.guardduty", "GuardDuty Finding", { id: "f2", type: "Recon:EC2/Portscan", severity: 4, service: { additionalInfo: PHI } }),
    passes: report("aws.guardduty", "GuardDuty Finding", { id: "f2", type: "Recon:EC2/Portscan", severity: 7 }),
  },
  "malware-found": {
    raises: report("aws.guardduty", "GuardDuty Malware Protection Object Scan Result", { s3ObjectDetails: { bucketName: PHI, objectKey: PHI }, scanResultDetails: { scanResultStatus: "THREATS_FOUND", threats: [{ name: PHI }] } }),
    passes: report("aws.guardduty", "GuardDuty Malware Protection Object Scan Result", { scanResultDetails: { scanResultStatus: "NO_THREATS_FOUND" } }),
  },
  "phi-misplaced": {
    raises: report("aws.macie", "Macie Finding", { id: "m1", type: "SensitiveData:S3Object/Personal", resourcesAffected: { s3Bucket: { name: "hipaa-test-logs" }, s3Object: { key: PHI, path: PHI } }, classificationDetails: { result: PHI } }),
    passes: report("aws.macie", "Macie Finding", { id: "m1", type: "SensitiveData:S3Object/Personal", resourcesAffected: { s3Bucket: { name: "hipaa-test-phi" } } }),
  },
  "bucket-weakened": {
    raises: report("aws.macie", "Macie Finding", { id: "m2", type: "Policy:IAMUser/S3BlockPublicAccessDisabled", resourcesAffected: { s3Bucket: { name: "hipaa-test-phi", owner: { displayName: PHI } } } }),
    passes: report("aws.macie", "Macie Finding", { id: "m2", type: "SensitiveData:S3Object/Personal", resourcesAffected: { s3Bucket: { name: "hipaa-test-phi" } } }),
  },
  "security-hub-critical": { raises: hubFinding("CRITICAL", {}), passes: hubFinding("CRITICAL", { ProductName: "GuardDuty" }) },
  "security-hub-high": { raises: hubFinding("HIGH", {}), passes: hubFinding("HIGH", { Workflow: { Status: "NOTIFIED" } }) },
  "outside-access": {
    raises: report("aws.access-analyzer", "Access Analyzer Finding", { id: "a1", status: "ACTIVE", resourceType: "AWS::S3::Bucket", resource: PHI, principal: { AWS: PHI }, condition: { note: PHI } }),
    passes: report("aws.access-analyzer", "Access Analyzer Finding", { id: "a1", status: "RESOLVED" }),
  },
  "config-noncompliant": {
    raises: report("aws.config", "Config Rules Compliance Change", { configRuleName: "s3-bucket-ssl-requests-only", resourceType: "AWS::S3::Bucket", resourceId: PHI, newEvaluationResult: { complianceType: "NON_COMPLIANT", annotation: PHI } }),
    passes: report("aws.config", "Config Rules Compliance Change", { newEvaluationResult: { complianceType: "COMPLIANT" } }),
  },
  "backup-failed": {
    raises: report("aws.backup", "Restore Job State Change", { status: "FAILED", resourceType: "RDS", statusMessage: PHI, resourceArn: PHI }),
    passes: report("aws.backup", "Backup Job State Change", { state: "COMPLETED" }),
  },
  "database-trouble": {
    raises: report("aws.rds", "RDS DB Instance Event", { EventCategories: ["failover"], EventID: "RDS-EVENT-0049", SourceIdentifier: PHI, Message: PHI }),
    passes: report("aws.rds", "RDS DB Instance Event", { EventCategories: ["backup"], EventID: "RDS-EVENT-0001" }),
  },
  "aws-health-issue": {
    raises: report("aws.health", "AWS Health Event", { eventTypeCategory: "issue", service: "EKS", eventTypeCode: "AWS_EKS_OPERATIONAL_ISSUE", eventDescription: [{ latestDescription: PHI }], affectedEntities: [{ entityValue: PHI }] }),
    passes: report("aws.health", "AWS Health Event", { eventTypeCategory: "scheduledChange" }),
  },
};

/** An alarm of the platform that went off. */
export const ALARM_EVENT = {
  ...envelope, source: "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change", resources: ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:hipaa-test-audit-root-usage"],
  detail: { alarmName: "hipaa-test-audit-root-usage", state: { value: "ALARM", reason: PHI, reasonData: PHI }, configuration: { description: PHI } },
};

function hubFinding(severity: string, changes: object): object {
  return report("aws.securityhub", "Security Hub Findings - Imported", {
    findings: [{
      Id: "arn:aws:securityhub:us-east-1:111122223333:finding/1", Severity: { Label: severity }, Workflow: { Status: "NEW" }, RecordState: "ACTIVE", ProductName: "Security Hub",
      Title: PHI, Description: PHI, Resources: [{ Id: PHI, Details: { Other: { note: PHI } } }], Note: { Text: PHI }, ...changes,
    }],
  });
}
