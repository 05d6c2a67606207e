import type { AccessHostArgs } from "../../../components/access-host/index.ts";
import { MOCK_ACCOUNT } from "../../support/pulumi-mocks.ts";

/** The least that a host needs. */
export const hostArguments: AccessHostArgs = {
  deployment: { prefix: "hipaa-test", accountId: MOCK_ACCOUNT, region: "us-east-1", recoveryRegion: "us-west-2" },
  vpcId: "vpc-1",
  subnetId: "subnet-private",
  endpointSecurityGroupId: "sg-endpoints",
  volumeKeyArn: `arn:aws:kms:us-east-1:${MOCK_ACCOUNT}:key/phi`,
  auditKeyArn: `arn:aws:kms:us-east-1:${MOCK_ACCOUNT}:key/audit`,
  auditKeyAlias: "alias/hipaa-test/cloudtrail-encryption-key",
  alertTopicArn: `arn:aws:sns:us-east-1:${MOCK_ACCOUNT}:alerts`,
  objectLock: { mode: "GOVERNANCE", days: 365 },
};
