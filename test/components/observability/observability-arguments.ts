import type { ObservabilityArgs } from "../../../components/observability/index.ts";

export const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };

const key = (name: string): string => `arn:aws:kms:us-east-1:111122223333:key/${name}`;

/** Arguments that are accepted, with nothing to watch. */
export const bareArguments: ObservabilityArgs = {
  deployment,
  logsKeyArn: key("logs"),
  alertTopicArn: "arn:aws:sns:us-east-1:111122223333:hipaa-test-warnings",
  criticalTopicArn: "arn:aws:sns:us-east-1:111122223333:hipaa-test-critical",
  runbookUrl: "https://docs.example.com/alarms",
};

/** Arguments with everything to watch; tests change one at a time. */
export const fullArguments: ObservabilityArgs = {
  ...bareArguments,
  auditKeyArn: key("audit"),
  logGroups: [{ name: "patient-service", logClass: "application" }, { name: "access", logClass: "audit" }],
  maskedLogs: [{ id: "pods", logGroupName: "/aws/containerinsights/hipaa-test/application" }],
  patientIdentifiers: [{ name: "MRN", regex: "MRN-\\d{8}" }],
  api: { apiName: "hipaa-test", stageName: "v1" },
  loadBalancer: { loadBalancer: "net/hipaa-test/0123456789abcdef", targetGroup: "targetgroup/hipaa-test/0123456789abcdef" },
  database: { identifier: "hipaa-test", storageGib: 100, replicaIdentifier: "hipaa-test-replica" },
  cluster: { clusterName: "hipaa-test" },
  natGatewayIds: ["nat-0123456789abcdef0", "nat-0123456789abcdef1"],
  signIns: { userPoolId: "us-east-1_abc", clientId: "client" },
  tables: ["hipaa-test-records"],
  functions: ["hipaa-test-compliance-check"],
  canary: { url: "https://api.example.com/health", expectedStatus: 401, logsKeyAlias: "alias/hipaa-test/logs" },
};
