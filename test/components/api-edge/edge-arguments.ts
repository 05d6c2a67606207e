import type { ApiEdgeArgs } from "../../../components/api-edge/index.ts";

export const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };

export const backend = { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"], workloadSecurityGroupId: "sg-app" };

export const FUNCTION_ARN = "arn:aws:lambda:us-east-1:111122223333:function:records";

/** Arguments that are accepted; tests change one at a time. */
export const edgeArguments: ApiEdgeArgs = {
  deployment,
  userPoolArn: "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_users",
  logsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
  backend,
};

export const apiDomain = { name: "api.example.org", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/api" };
