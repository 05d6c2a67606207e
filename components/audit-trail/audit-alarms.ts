/** An alarm on what the trail records. */
export interface AuditAlarm {
  /** Part of the names of filter, metric and alarm. */
  readonly id: string;
  /** What happened, as the alert says it; never with PHI. */
  readonly meaning: string;
  /** What whoever gets the alert does first. */
  readonly action: string;
  /** CloudWatch Logs filter pattern. */
  readonly pattern: string;
  /** Events within five minutes that raise the alarm. */
  readonly atLeast: number;
}

const any = (...names: readonly string[]): string => names.map((name) => `($.eventName=${name})`).join(" || ");

/**
 * The alerts of the documents (S4-45 to S4-50) and those of the CIS AWS Foundations Benchmark.
 * Benchmarks compare patterns word by word, so terms are not rearranged.
 */
export const AUDIT_ALARMS: readonly AuditAlarm[] = [
  {
    id: "unauthorized-api-calls", meaning: "API calls were denied (S4-45)", atLeast: 1,
    action: "Run the saved query denied-calls: a workload that lacks a right, or somebody who tries doors",
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
  },
  {
    id: "root-usage", meaning: "The root user was used (S4-46)", atLeast: 1,
    action: "Ask who holds the root user's second factor; if nobody did, follow the runbook for a stolen credential",
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  },
  {
    id: "security-group-changes", meaning: "A security group was changed (S4-47)", atLeast: 1,
    action: "Compare with the last deployment; undo what no change request explains",
    pattern: `{${any("AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup")}}`,
  },
  {
    id: "network-acl-changes", meaning: "A network ACL was changed (S4-48)", atLeast: 1,
    action: "Compare with the last deployment; undo what no change request explains",
    pattern: `{${any("CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation")}}`,
  },
  {
    id: "iam-policy-changes", meaning: "An IAM policy was changed or attached (S4-49)", atLeast: 1,
    action: "Compare with the last deployment; detach what no change request explains, and look at what it was used for",
    pattern: `{${any("DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy", "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy")}}`,
  },
  {
    id: "failed-logins", meaning: "More than 5 console sign-ins failed within 5 minutes (S4-50)", atLeast: 6,
    action: "Run the saved query console-sign-ins; lock the user if its owner did not forget the password",
    pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
  },
  {
    id: "sign-in-without-mfa", meaning: "Somebody signed in to the console without MFA", atLeast: 1,
    action: "Lock the user until a second factor is set, and look at what was done",
    pattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  },
  {
    id: "trail-changes", meaning: "A trail was changed or stopped", atLeast: 1,
    action: "Start logging again at once; treat what happened meanwhile as unrecorded",
    pattern: `{${any("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging")}}`,
  },
  {
    id: "key-disabled-or-deleted", meaning: "A KMS key was disabled or scheduled for deletion", atLeast: 1,
    action: "Cancel the deletion or enable the key: data under it cannot be read, and after the waiting time never again",
    pattern: "{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
  },
  {
    id: "failed-decryption", meaning: "A KMS key refused to decrypt (S3-41)", atLeast: 1,
    action: "Run the saved query failed-decryptions: a wrong encryption context means that somebody asked for another patient's record",
    pattern: '{ ($.eventSource = "kms.amazonaws.com") && ($.eventName = "Decrypt") && ($.errorCode = "*") }',
  },
  {
    id: "bucket-policy-changes", meaning: "A bucket's policy, lifecycle or replication was changed", atLeast: 1,
    action: "Compare with the last deployment; restore the policy by the next update",
    pattern: `{($.eventSource=s3.amazonaws.com) && (${any("PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication", "DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication")})}`,
  },
  {
    id: "config-changes", meaning: "AWS Config was changed or stopped", atLeast: 1,
    action: "Start the recorder again; changes made meanwhile are not judged",
    pattern: `{($.eventSource=config.amazonaws.com) && (${any("StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder")})}`,
  },
  {
    id: "gateway-changes", meaning: "A network gateway was changed", atLeast: 1,
    action: "Compare with the last deployment; a new gateway is a way out",
    pattern: `{${any("CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway", "DetachInternetGateway")}}`,
  },
  {
    id: "route-table-changes", meaning: "A route table was changed", atLeast: 1,
    action: "Compare with the last deployment; a new route may lead to the internet",
    pattern: `{${any("CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute", "DisassociateRouteTable")}}`,
  },
  {
    id: "vpc-changes", meaning: "A VPC or a peering was changed", atLeast: 1,
    action: "Compare with the last deployment; a peering may reach patients' data",
    pattern: `{${any("CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink")}}`,
  },
];

/** Seconds over which events are counted: the five minutes of S4-50. */
export const ALARM_PERIOD_SECONDS = 300;
