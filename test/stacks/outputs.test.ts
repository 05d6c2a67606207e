import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { estimatesOf } from "../../stacks/estimates.ts";
import { outputsOf } from "../../stacks/outputs.ts";
import { createPlatform } from "../../stacks/platform.ts";
import { project } from "../architecture/source-files.ts";
import { all, MOCK_ACCOUNT, type Recorded, record } from "../support/pulumi-mocks.ts";
import { COMPUTED } from "./computed-outputs.ts";
import { changed, parsed, stackFile } from "./stack-files.ts";

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
  "S4-96, compliance function": ["complianceFunctionArn"],
  "patients' data": ["databaseEndpoint", "databaseSecretArn", "phiBucketName", "recordsTableName"],
  "backups": ["backupVaultArn", "copyVaultArn", "backupRpoMinutes", "backupRegionLossRpoMinutes"],
  "alerts": ["criticalAlertTopicArn", "warningAlertTopicArn", "recoveryAlertTopicArn", "undeliveredAlertQueueArn"],
  "emergencies (S5-11)": ["breakGlassRoleArn"],
  "the way to the database": ["databaseHost", "connectionParameterName"],
  "workloads in the cluster": ["clusterOidcProviderArn", "nodeGroupNames"],
  "metrics": ["dashboardNames", "prometheusEndpoint", "grafanaEndpoint"],
  "sign-in and the API (S1-01)": ["userPoolId", "signInClientId", "signInUrl", "apiUrl", "apiTargetGroupArn"],
  "operators": ["accessHostId", "accessSessionPolicyArn"],
  "delivery": ["previewRoleArn", "publishRoleArn", "deployRoleArn", "imageRepositoryUrls", "imageSigningKeyArn"],
  "S5-41, compliance reporting": [
    "configHistoryBucketName", "hipaaConformancePackArn", "platformConformancePackArn", "auditQueryWorkgroupName", "restoreTestingPlanName", "guardDutyDetectorIds",
  ],
  "the recovery region": ["recoveryClusterName", "recoveryVpcId", "recoveryDatabaseEndpoint", "recoveryBucketName", "databaseHostName"],
  "recovery and cost": ["recoveryObjectives", "monthlyCostUsd", "monthlyCostByComponent"],
  "place": ["accountId"],
} as const;

/** The production stack with what it leaves out and an output tells of. */
const CONFIG = parsed(changed(stackFile("prod"), {
  account: { breakGlassUserArns: ["arn:aws:iam::111122223333:user/emergency"] }, compliance: { check: { codePath: "test/fixtures/compliance-check" } },
  "observability.managedGrafana": true,
}));

/* Proves names, and values as far as they follow from the program. Does not prove what AWS computes. */
describe("the outputs of a platform", () => {
  let resources: readonly Recorded[] = [];
  let outputs: Readonly<Record<string, unknown>> = {};
  /** The same before they are computed. */
  let shown: Readonly<Record<string, unknown>> = {};
  beforeAll(async () => {
    const values: Promise<Readonly<Record<string, unknown>>>[] = [];
    resources = await record(async () => {
      const made = { ...outputsOf(await createPlatform(CONFIG), estimatesOf(CONFIG)) };
      values.push(new Promise((resolve) => { pulumi.output(made).apply(resolve); }));
      shown = made;
    }, { mode: "up", call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }), outputs: ({ type }) => ({ ...secretsOf(type), ...COMPUTED[type] }) });
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

  test("name the function, the emergency role, the queue of undelivered alerts and the database that names follow", () => {
    expect([outputs["complianceFunctionArn"], outputs["breakGlassRoleArn"], outputs["undeliveredAlertQueueArn"], outputs["databaseHostName"]]).toEqual([
      `arn:aws:lambda:us-east-1:${MOCK_ACCOUNT}:hipaa-prod-compliance-check-function`, `arn:aws:iam:us-east-1:${MOCK_ACCOUNT}:hipaa-prod-account-break-glass`,
      `arn:aws:sqs:us-east-1:${MOCK_ACCOUNT}:hipaa-prod-alerts-undelivered`, "database.hipaa-prod.internal",
    ]);
  });

  test("hold no secret in clear: what the AWS provider marks as one is one in every output that shows it (S1-26)", async () => {
    expect(all(resources, "aws:ssm/parameter:Parameter").length).toBeGreaterThan(0);
    expect(await inClear(shown)).toEqual([]);
  });

  test("would be seen to hold one", async () => {
    const password = pulumi.secret(SECRET);
    expect(await inClear({ kept: password, url: pulumi.interpolate`postgres://${password}@db`, leaked: pulumi.unsecret(password), list: [pulumi.output("vpc-1"), pulumi.unsecret(password)] })).toEqual(["leaked", "list"]);
  });

  test("say how much data backups lose at most: the hours between them, and the time both copies may wait", () => {
    expect([outputs["backupRpoMinutes"], outputs["backupRegionLossRpoMinutes"]]).toEqual([5, 60 + 120]);
  });
});

/** Stands for every value that the AWS provider marks as a secret. */
const SECRET = "nobody-may-see-this";

/** What a resource of a type computes or keeps that its SDK marks as secret, in the SDK's own words. */
function secretsOf(type: string): Readonly<Record<string, unknown>> {
  const file = join(project, "node_modules/@pulumi", `${type.split(":").slice(0, 2).join("/")}.js`);
  const [, names = ""] = existsSync(file) ? /additionalSecretOutputs: \[([^\]]*)\]/u.exec(readFileSync(file, "utf8")) ?? [] : [];
  return Object.fromEntries([...names.matchAll(/"(\w+)"/gu)].map(([, name = ""]) => [name, pulumi.secret(JSON.stringify({ password: SECRET }))]));
}

/** Names of the outputs that show a secret and are none. */
async function inClear(shown: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const names = await Promise.all(Object.entries(shown).map(async ([name, value]) => (await isInClear(value) ? [name] : [])));
  return names.flat();
}

async function isInClear(value: unknown): Promise<boolean> {
  const output = pulumi.output({ value });
  const text = await new Promise<string>((resolve) => { output.apply((known) => { resolve(JSON.stringify(known)); }); });
  return text.includes(SECRET) && !await pulumi.isSecret(output);
}

function inputsOf(resources: readonly Recorded[], type: string, property: string): readonly unknown[] {
  return all(resources, type).map(({ inputs }) => inputs[property]);
}
