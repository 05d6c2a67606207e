import { expect, test } from "vitest";
import { isResourceless } from "../../../policypack/engine/resourceless-actions.ts";

test.each([
  ["s3:GetObject", false],
  ["kms:Decrypt", false],
  ["ecr:BatchGetImage", false],
  ["s3:Get*", false],
  ["*", false],
  ["*:Describe*", false],
  ["ecr:GetAuthorizationToken", true],
  ["ECR:getauthorizationtoken", true],
  ["sts:GetCallerIdentity", true],
  ["xray:PutTraceSegments", true],
  ["synthetics:CreateCanary", true],
  ["synthetics:UpdateCanary", false],
  ["backup-storage:MountCapsule", true],
  ["route53resolver:ListFirewallConfigs", true],
  ["route53resolver:UpdateFirewallConfig", false],
  ["ec2:DescribeInstances", true],
  ["ec2:Describe*", true],
])("%s can be granted on every resource: %s", (action, expected) => {
  expect(isResourceless(action)).toBe(expected);
});

/** One action of each service that has such. */
const SAMPLES = [
  "access-analyzer:CancelPolicyGeneration", "acm:GetAccountConfiguration", "aoss:BatchGetCollection", "aps:CreateWorkspace", "athena:GetCatalogs",
  "autoscaling:GetPredictiveScalingForecast", "backup:DeleteBackupAccessPoint", "backup-storage:CommitBackupJob", "bedrock:AssociateThirdPartyKnowledgeBase",
  "ce:CreateAnomalyMonitor", "cloudfront:CreateAnycastIpList", "cloudtrail:DeregisterOrganizationDelegatedAdmin", "cloudwatch:BatchGetServiceLevelIndicatorReport",
  "cognito-identity:CreateIdentityPool", "cognito-idp:AssociateSoftwareToken", "comprehendmedical:DetectEntitiesV2", "config:BatchGetResourceConfig",
  "dms:BatchStartRecommendations", "dynamodb:GetAbacStatus", "ec2:AdvertiseByoipCidr", "ec2messages:AcknowledgeMessage", "ecr:CreatePullThroughCacheRule",
  "eks:CreateCluster", "elasticfilesystem:CreateFileSystem", "elasticloadbalancing:AllowVendedLogDeliveryForResource", "es:AcceptInboundConnection",
  "events:ListApiDestinations", "firehose:ListDeliveryStreams", "glue:BatchGetCustomEntityTypes", "grafana:CreateWorkspace", "guardduty:AcceptAdministratorInvitation",
  "health:DisableHealthServiceAccessForOrganization", "iam:CreateAccountAlias", "identitystore:AddRegion", "inspector2:AssociateMember",
  "kinesis:DisableEnhancedMonitoring", "kms:ConnectCustomKeyStore", "lambda:CreateCodeSigningConfig", "logs:AssociateSourceToS3TableIntegration",
  "macie2:AcceptInvitation", "organizations:CreateAccount", "rds:CancelExportTask", "route53:CreateCidrCollection",
  "route53resolver:GetResolverQueryLogConfigAssociation", "s3:CreateJob", "scheduler:ListScheduleGroups", "secretsmanager:BatchGetSecretValue",
  "securityhub:BatchGetConfigurationPolicyAssociations", "servicequotas:AssociateServiceQuotaTemplate", "sns:CheckIfPhoneNumberIsOptedOut", "sqs:ListQueues",
  "ssm:CancelCommand", "ssmmessages:CreateControlChannel", "sso:CreateManagedApplicationInstance", "states:InvokeHTTPEndpoint", "sts:DecodeAuthorizationMessage", "support:AddAttachmentsToSet",
  "synthetics:CreateCanary", "tag:GetComplianceSummary", "textract:AnalyzeDocument", "transcribe:CreateCallAnalyticsCategory", "wafv2:CheckCapacity",
  "xray:BatchGetTraceSummaryById",
];

test.each(SAMPLES)("%s is one that no policy can hold to a resource", (action) => {
  expect(isResourceless(action)).toBe(true);
  expect(isResourceless(`x${action}`)).toBe(false);
  expect(isResourceless(`${action}x`)).toBe(false);
});

test.each([["xec2:Describe:Instances"], ["ec2:Describe*Instances"], ["ec2:DescribeInstances2"], ["ec2:XDescribeInstances"]])("%s is none", (action) => {
  expect(isResourceless(action)).toBe(false);
});
