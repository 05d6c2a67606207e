/** An alarm on what the trail records. */
export interface AuditAlarm {
  /** Part of the names of filter, metric and alarm. */
  readonly id: string;
  /** What happened, as the alert says it; never with PHI. */
  readonly meaning: string;
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
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
  },
  {
    id: "root-usage", meaning: "The root user was used (S4-46)", atLeast: 1,
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  },
  {
    id: "security-group-changes", meaning: "A security group was changed (S4-47)", atLeast: 1,
    pattern: `{${any("AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup")}}`,
  },
  {
    id: "network-acl-changes", meaning: "A network ACL was changed (S4-48)", atLeast: 1,
    pattern: `{${any("CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation")}}`,
  },
  {
    id: "iam-policy-changes", meaning: "An IAM policy was changed or attached (S4-49)", atLeast: 1,
    pattern: `{${any("DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy", "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy")}}`,
  },
  {
    id: "failed-logins", meaning: "More than 5 console sign-ins failed within 5 minutes (S4-50)", atLeast: 6,
    pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
  },
  {
    id: "sign-in-without-mfa", meaning: "Somebody signed in to the console without MFA", atLeast: 1,
    pattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  },
  {
    id: "trail-changes", meaning: "A trail was changed or stopped", atLeast: 1,
    pattern: `{${any("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging")}}`,
  },
  {
    id: "key-disabled-or-deleted", meaning: "A KMS key was disabled or scheduled for deletion", atLeast: 1,
    pattern: "{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
  },
  {
    id: "failed-decryption", meaning: "A KMS key refused to decrypt (S3-41)", atLeast: 1,
    pattern: '{ ($.eventSource = "kms.amazonaws.com") && ($.eventName = "Decrypt") && ($.errorCode = "*") }',
  },
  {
    id: "bucket-policy-changes", meaning: "A bucket's policy, lifecycle or replication was changed", atLeast: 1,
    pattern: `{($.eventSource=s3.amazonaws.com) && (${any("PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication", "DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication")})}`,
  },
  {
    id: "config-changes", meaning: "AWS Config was changed or stopped", atLeast: 1,
    pattern: `{($.eventSource=config.amazonaws.com) && (${any("StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder")})}`,
  },
  {
    id: "gateway-changes", meaning: "A network gateway was changed", atLeast: 1,
    pattern: `{${any("CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway", "DetachInternetGateway")}}`,
  },
  {
    id: "route-table-changes", meaning: "A route table was changed", atLeast: 1,
    pattern: `{${any("CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute", "DisassociateRouteTable")}}`,
  },
  {
    id: "vpc-changes", meaning: "A VPC or a peering was changed", atLeast: 1,
    pattern: `{${any("CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink")}}`,
  },
];

/** Seconds over which events are counted: the five minutes of S4-50. */
export const ALARM_PERIOD_SECONDS = 300;
