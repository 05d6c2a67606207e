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
