import type { SecurityAlertsArgs } from "../../../components/security-alerts/index.ts";

/** Arguments that are accepted; each test changes one thing. */
export const alertArguments: SecurityAlertsArgs = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  messagesKeyArn: "arn:aws:kms:us-east-1:111122223333:key/mrk-messages",
  recoveryMessagesKeyArn: "arn:aws:kms:us-west-2:111122223333:key/mrk-messages",
  subscribers: { emails: ["oncall@example.com"] },
  phiBuckets: ["hipaa-test-phi"],
};

/** What CloudFormation answers for the stack of endpoints. */
export function endpointOutputs({ type }: { readonly type: string }): Record<string, unknown> {
  const destinations = "arn:aws:events:us-east-1:111122223333:api-destination/hipaa-test-alerts";
  return type === "aws:cloudformation/stack:Stack" ? { outputs: { SlackArn: `${destinations}-slack/0f5f5a3e`, PagerDutyArn: `${destinations}-pagerduty/0f5f5a3e` } } : {};
}

/** A deployment of which neither region is us-east-1. */
export const farFromGlobal = { ...alertArguments.deployment, region: "us-east-2" };
