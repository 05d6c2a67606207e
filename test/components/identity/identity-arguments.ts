import type { IdentityArgs } from "../../../components/identity/index.ts";

export const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };

/** Arguments that are accepted; tests change one at a time. */
export const identityArguments: IdentityArgs = {
  deployment,
  application: { callbackUrls: ["https://app.example.org/signed-in"] },
  auditKeyArn: "arn:aws:kms:us-east-1:111122223333:key/audit",
  alertTopicArn: "arn:aws:sns:us-east-1:111122223333:alerts",
  objectLock: { mode: "GOVERNANCE", days: 365 },
};

export const ownDomain = { name: "auth.example.org", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/auth" };
