import type { SecureVpcArgs } from "../../../components/secure-vpc/index.ts";

/** The least that a network needs to be told. */
export const networkArguments: SecureVpcArgs = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  zones: ["us-east-1a", "us-east-1b"],
  logsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
};
