import type { ApiFailover, RegionFailoverArgs } from "../../../components/region-failover/index.ts";

export const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };

/** Arguments that are accepted; tests change one at a time. */
export const failoverArguments: RegionFailoverArgs = {
  deployment,
  vpcId: "vpc-primary",
  recoveryVpcId: "vpc-recovery",
  database: { endpoint: "hipaa-test-db.abc.us-east-1.rds.amazonaws.com:5432", recoveryEndpoint: "hipaa-test-db-replica.abc.us-west-2.rds.amazonaws.com:5432" },
  alertTopicArn: "arn:aws:sns:us-east-1:111122223333:alerts",
  recoveryAlertTopicArn: "arn:aws:sns:us-west-2:111122223333:alerts",
};

export const api: ApiFailover = {
  domainName: "api.example.org", hostedZoneId: "Z0PUBLIC",
  apiName: "hipaa-test-api", targetHost: "d-1.execute-api.us-east-1.amazonaws.com", recoveryApiName: "hipaa-test-dr-api", recoveryTargetHost: "d-2.execute-api.us-west-2.amazonaws.com",
};
