import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { estimatesOf } from "../../stacks/estimates.ts";
import { outputsOf } from "../../stacks/outputs.ts";
import { createPlatform } from "../../stacks/platform.ts";
import { all, MOCK_ACCOUNT, type Recorded, record } from "../support/pulumi-mocks.ts";
import { parsed, stackFile } from "./stack-files.ts";

/** Names that other stacks, operations and reports rely on, by the requirement that asks for them. */
const CONTRACT = {
  "S4-91, VPC and subnets": ["vpcId", "publicSubnetIds", "privateSubnetIds", "isolatedSubnetIds"],
  "S4-92, security groups": ["webSecurityGroupId", "appSecurityGroupId", "databaseSecurityGroupId"],
  "S4-93, trail": ["cloudTrailArn"],
  "S4-94, log bucket": ["auditLogBucketName"],
  "S4-95, keys": ["kmsKeyArns"],
  "S4-97, log groups": ["flowLogGroupName", "clusterLogGroupName", "trailLogGroupName"],
  "S3-57 to S3-59, keys by use": ["dynamodbKeyArn", "s3LogsKeyArn", "parameterStoreKeyArn"],
  "cluster, for stacks that deploy into it": ["clusterName", "clusterEndpoint", "clusterOidcIssuer"],
  "patients' data": ["databaseEndpoint", "databaseSecretArn", "phiBucketName", "recordsTableName"],
  "backups": ["backupVaultArn", "copyVaultArn", "backupRpoMinutes", "backupRegionLossRpoMinutes"],
  "alerts": ["criticalAlertTopicArn", "warningAlertTopicArn", "recoveryAlertTopicArn"],
  "the way to the database": ["databaseHost", "connectionParameterName"],
  "workloads in the cluster": ["clusterOidcProviderArn", "nodeGroupNames"],
  "metrics": ["dashboardNames", "prometheusEndpoint"],
  "sign-in and the API (S1-01)": ["userPoolId", "signInClientId", "signInUrl", "apiUrl", "apiTargetGroupArn"],
  "operators": ["accessHostId", "accessSessionPolicyArn"],
  "delivery": ["previewRoleArn", "publishRoleArn", "deployRoleArn", "imageRepositoryUrls", "imageSigningKeyArn"],
  "S5-41, compliance reporting": ["configHistoryBucketName", "hipaaConformancePackArn"],
  "the recovery region": ["recoveryClusterName", "recoveryVpcId", "recoveryDatabaseEndpoint", "recoveryBucketName"],
  "recovery and cost": ["recoveryObjectives", "monthlyCostUsd", "monthlyCostByComponent"],
  "place": ["accountId"],
} as const;


/** What AWS computes and the outputs read. */
const COMPUTED: Readonly<Record<string, Record<string, unknown>>> = {
  "aws:eks/cluster:Cluster": {
    endpoint: "https://cluster.example", certificateAuthority: { data: "Y2E=" }, vpcConfig: { clusterSecurityGroupId: "sg-eks" }, identities: [{ oidcs: [{ issuer: "https://issuer.example/id/1" }] }],
  },
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": { outputs: { RotationLambdaARN: "arn:aws:lambda:us-east-1:111122223333:function:rotation" } },
  "aws:apigateway/stage:Stage": { invokeUrl: "https://api.example/v1" },
  "aws:amp/workspace:Workspace": { prometheusEndpoint: "https://metrics.example/" },
  "aws:rds/instance:Instance": { address: "db.example", endpoint: "db.example:5432", masterUserSecrets: [{ secretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:db" }] },
};

/* Proves names, and values as far as they follow from the program. Does not prove what AWS computes. */
describe("the outputs of a platform", () => {
  let resources: readonly Recorded[] = [];
  let outputs: Readonly<Record<string, unknown>> = {};
  beforeAll(async () => {
    const values: Promise<Readonly<Record<string, unknown>>>[] = [];
    resources = await record(async () => {
      const made = outputsOf(await createPlatform(parsed(stackFile("prod"))), estimatesOf(parsed(stackFile("prod"))));
      values.push(new Promise((resolve) => { pulumi.output({ ...made }).apply(resolve); }));
    }, { mode: "up", call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }), outputs: ({ type }) => COMPUTED[type] ?? {} });
    outputs = await values[0] ?? {};
  }, 60_000);

  test.each(Object.entries(CONTRACT))("%s", (_requirement, names) => {
    expect(names.filter((name) => outputs[name] === undefined || outputs[name] === "" || JSON.stringify(outputs[name]) === "[]")).toEqual([]);
  });

  test("are these and no others (S3-60)", () => {
    expect(Object.keys(outputs).toSorted()).toEqual(Object.values(CONTRACT).flat().toSorted());
  });

  test("say of what the bill is made, which comes to its sum but for cents", () => {
    const byComponent = Object.entries<number>(Object(outputs["monthlyCostByComponent"]));
    expect(byComponent.map(([component]) => component)).toEqual(expect.arrayContaining(["KeyRing", "SecureVpc", "recovery region", "ThreatDetection"]));
    expect(Math.abs(byComponent.reduce((sum, [, usd]) => sum + usd, 0) - Number(outputs["monthlyCostUsd"]))).toBeLessThan(byComponent.length);
  });

  test("name what was created", () => {
    expect(outputs["accountId"]).toBe(MOCK_ACCOUNT);
    expect(inputsOf(resources, "aws:s3/bucket:Bucket", "bucket")).toEqual(expect.arrayContaining([outputs["auditLogBucketName"], outputs["phiBucketName"]]));
    expect(inputsOf(resources, "aws:dynamodb/table:Table", "name")).toContain(outputs["recordsTableName"]);
    expect(inputsOf(resources, "aws:cloudtrail/trail:Trail", "s3BucketName")).toEqual([outputs["auditLogBucketName"]]);
    expect(inputsOf(resources, "aws:eks/cluster:Cluster", "name")).toEqual(expect.arrayContaining([outputs["clusterName"], outputs["recoveryClusterName"]]));
  });

  test("have two subnets in each tier, all different (S4-07, S4-08)", () => {
    const ids = ["publicSubnetIds", "privateSubnetIds", "isolatedSubnetIds"].map((name) => outputs[name]);
    expect(ids.map((list) => (Array.isArray(list) ? list.length : 0))).toEqual([2, 2, 2]);
    expect(new Set(ids.flat()).size).toBe(6);
  });

  test("have a key for each class of data, which the keys by use are among", () => {
    const keys = Object.entries(Object(outputs["kmsKeyArns"]));
    expect(keys.map(([name]) => name).toSorted()).toEqual(["audit", "backup", "logs", "messages", "phi-data", "phi-records", "secrets"]);
    expect(new Set(keys.map(([, arn]) => arn)).size).toBe(keys.length);
    expect([outputs["dynamodbKeyArn"], outputs["s3LogsKeyArn"], outputs["parameterStoreKeyArn"]]).toEqual(["phi-records", "audit", "secrets"].map((name) => Object(outputs["kmsKeyArns"])[name]));
  });

  test("say how much data backups lose at most: the hours between them, and the time both copies may wait", () => {
    expect([outputs["backupRpoMinutes"], outputs["backupRegionLossRpoMinutes"]]).toEqual([5, 60 + 120]);
  });
});

function inputsOf(resources: readonly Recorded[], type: string, property: string): readonly unknown[] {
  return all(resources, type).map(({ inputs }) => inputs[property]);
}
