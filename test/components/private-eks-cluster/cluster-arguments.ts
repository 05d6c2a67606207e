import type { PrivateEksClusterArgs } from "../../../components/private-eks-cluster/index.ts";

/** The least that a cluster needs to be told. */
export const clusterArguments: PrivateEksClusterArgs = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  nodeSubnetIds: ["subnet-1", "subnet-2"],
  appSecurityGroupId: "sg-app",
  secretsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/secrets",
  logsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
  volumeKeyArn: "arn:aws:kms:us-east-1:111122223333:key/phi-data",
  volumeKeyAlias: "alias/hipaa-test/phi-data",
  nodeTags: { Environment: "Development", Compliance: "HIPAA" },
};
