import { beforeAll, describe, expect, test } from "vitest";
import { PhiDataStore, type PhiDataStoreArgs, storeNames } from "../../../components/phi-data-store/index.ts";
import { all, one, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { aurora, serverless, zones } from "./aurora-arguments.ts";
import { replication, storeArguments } from "./store-arguments.ts";

const CLUSTER = "aws:rds/cluster:Cluster";
const MEMBER = "aws:rds/clusterInstance:ClusterInstance";
const GLOBAL = "aws:rds/globalCluster:GlobalCluster";
const GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

async function recorded(changes: Partial<PhiDataStoreArgs> = {}, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new PhiDataStore("phi", { ...storeArguments, database: aurora, zones, ...changes }), {
    mode,
    outputs: ({ type }) => (type === CLUSTER ? { endpoint: "db.example", port: 5432, clusterResourceId: "cluster-ABC", masterUserSecrets: [{ secretArn: "arn:secret" }] }
      : type === GLOBAL ? { engineVersion: "17.4" } : type.startsWith("aws:serverlessrepository/") ? { outputs: { RotationLambdaARN: "arn:rotation" } } : {}),
  });
}

function parameters(resources: readonly Recorded[]): Record<string, unknown> {
  const given: unknown = one(resources, GROUP).inputs["parameters"];
  return Object.fromEntries(Array.isArray(given) ? given.map(({ name, value }) => [name, value]) : []);
}

async function scaling(changes: Partial<PhiDataStoreArgs>): Promise<unknown> {
  return one(await recorded(changes), CLUSTER).inputs["serverlessv2ScalingConfiguration"];
}

describe("PhiDataStore on Aurora", () => {
  let resources: readonly Recorded[] = [];
  let created: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
    created = await recorded({}, "up");
  });

  test("has no instance of RDS beside the cluster, whose instances lie in two zones, any of which may take over", () => {
    expect(all(resources, "aws:rds/instance:Instance")).toEqual([]);
    expect(all(resources, MEMBER).map(({ inputs }) => [inputs["identifier"], inputs["availabilityZone"], inputs["instanceClass"], inputs["promotionTier"]])).toEqual([
      ["hipaa-test-db-1", "us-east-1a", "db.r7g.large", 1], ["hipaa-test-db-2", "us-east-1b", "db.r7g.large", 1],
    ]);
  });

  test("is encrypted with the PHI key, isolated, recoverable for 35 days and protected (S1-16 to S1-26, S1-75)", () => {
    expect(one(resources, CLUSTER)).toMatchObject({ protect: true });
    expect(one(resources, CLUSTER).inputs).toMatchObject({
      clusterIdentifier: "hipaa-test-db", engine: "aurora-postgresql", engineVersion: "17", storageEncrypted: true, kmsKeyId: storeArguments.dataKeyArn,
      vpcSecurityGroupIds: ["sg-database"], dbSubnetGroupName: "hipaa-test-db", port: 5432, databaseName: "health", masterUsername: "phi_admin",
      backupRetentionPeriod: 35, copyTagsToSnapshot: true, deletionProtection: true, deleteAutomatedBackups: false, skipFinalSnapshot: false, finalSnapshotIdentifier: "hipaa-test-db-final",
      iamDatabaseAuthenticationEnabled: true, tags: { DataClassification: "phi", BackupPlan: "hipaa-test" },
    });
    expect(all(resources, MEMBER).map(({ inputs, protect }) => ({ open: inputs["publiclyAccessible"], protect }))).toEqual([{ open: false, protect: true }, { open: false, protect: true }]);
  });

  test("reports what runs, statements encrypted with the PHI key, and each minute of its hosts", () => {
    for (const { inputs } of all(resources, MEMBER)) {
      expect(inputs).toMatchObject({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: storeArguments.dataKeyArn, monitoringInterval: 60, autoMinorVersionUpgrade: true });
    }
  });

  test("forces TLS, audits statements, and as long as it has no replica waits for none (S1-24)", () => {
    expect(one(resources, GROUP).inputs).toMatchObject({ name: "hipaa-test-db-aurora-postgresql17", family: "aurora-postgresql17" });
    expect(parameters(resources)).toMatchObject({ "rds.force_ssl": "1", shared_preload_libraries: "pg_stat_statements,pgaudit", "pgaudit.log": "ddl,read,role,write" });
    expect(parameters(resources)).not.toHaveProperty("rds.global_db_rpo");
  });

  test("logs failed IAM logins and statements into groups that exist before it does, under a key", () => {
    const groups = all(resources, "aws:cloudwatch/logGroup:LogGroup");
    expect(groups.map(({ inputs }) => [inputs["name"], inputs["kmsKeyId"], inputs["retentionInDays"]])).toEqual([
      ["/aws/rds/cluster/hipaa-test-db/iam-db-auth-error", storeArguments.logsKeyArn, 2192], ["/aws/rds/cluster/hipaa-test-db/postgresql", storeArguments.logsKeyArn, 2192],
    ]);
    expect(one(resources, CLUSTER).inputs["enabledCloudwatchLogsExports"]).toEqual(["iam-db-auth-error", "postgresql"]);
    expect(groups.every(({ urn }) => one(resources, CLUSTER).dependencies.includes(urn))).toBe(true);
  });

  test("lets RDS keep and rotate the password, under the secrets key", () => {
    expect(one(resources, CLUSTER).inputs).toMatchObject({ manageMasterUserPassword: true, masterUserSecretKmsKeyId: storeArguments.secretsKeyArn });
    expect(all(resources, "aws:secretsmanager/secret:Secret")).toEqual([]);
  });

  test("offers what a database on an instance offers", () => {
    expect(created.find(({ type }) => type === "hipaa:index:PhiDataStore")?.outputs).toMatchObject({
      databaseEndpoint: "db.example:5432", databaseHost: "db.example", databaseResourceId: "cluster-ABC", databaseSecretArn: "arn:secret", databaseSubnetGroupName: "hipaa-test-db",
      globalDatabaseId: "", globalDatabaseVersion: "",
    });
    expect(JSON.parse(String(one(created, "aws:ssm/parameter:Parameter", "phi-connection").inputs["value"]))).toMatchObject({ engine: "postgres", host: "db.example", port: 5432 });
  });

  test("scales where its class does, from what Performance Insights needs, or as asked", async () => {
    expect(await scaling({})).toBeUndefined();
    expect(await scaling({ database: serverless })).toEqual({ minCapacity: 2, maxCapacity: 16 });
    expect(await scaling({ database: serverless, replication })).toEqual({ minCapacity: 8, maxCapacity: 32 });
    expect(await scaling({ database: { ...serverless, capacity: { minimumUnits: 0.5, maximumUnits: 4 } } })).toEqual({ minCapacity: 0.5, maxCapacity: 4 });
  });

  test("is what a proxy points to, once there is an instance that answers", async () => {
    const proxied = await recorded({ proxy: { vpcId: "vpc-1", appSecurityGroupId: "sg-app" } });
    const target = one(proxied, "aws:rds/proxyTarget:ProxyTarget");
    expect(target.inputs).toMatchObject({ dbClusterIdentifier: "hipaa-test-db" });
    expect(target.inputs).not.toHaveProperty("dbInstanceIdentifier");
    expect(target.dependencies).toEqual(expect.arrayContaining(all(proxied, MEMBER).map(({ urn }) => urn)));
  });
});

describe("PhiDataStore on Aurora with replicas", () => {
  let resources: readonly Recorded[] = [];
  let created: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded({ replication });
    created = await recorded({ replication }, "up");
  });

  test("makes the cluster the primary of a global database, also one that stands already, and leaves that to AWS from then on", () => {
    const global = one(created, GLOBAL);
    expect(global).toMatchObject({ protect: true, inputs: { globalClusterIdentifier: storeNames(storeArguments.deployment).globalDatabase, forceDestroy: true, deletionProtection: true } });
    expect(global.inputs["sourceDbClusterIdentifier"]).toBe(registered("databaseArn"));
    expect(global.dependencies).toEqual(expect.arrayContaining(all(created, MEMBER).map(({ urn }) => urn)));
    expect(one(resources, CLUSTER).inputs).not.toHaveProperty("globalClusterIdentifier");
    expect(one(resources, CLUSTER).ignoreChanges).toEqual(["preferredBackupWindow", "replicationSourceIdentifier", "globalClusterIdentifier"]);
  });

  test("bounds what can be lost: commits wait at a lag of a minute (X-08)", () => {
    expect(parameters(resources)).toHaveProperty(["rds.global_db_rpo"], "60");
    expect(parameters(resources)).toHaveProperty(["rds.force_ssl"], "1");
  });

  test("does not let RDS keep the password, which it does for no member of a global database", () => {
    expect(one(resources, CLUSTER).inputs).toMatchObject({ masterPasswordWoVersion: 1 });
    expect(Object.keys(one(resources, CLUSTER).inputs).filter((input) => /^(?:manageMaster|masterUserSecret|masterPassword$)/u.test(input))).toEqual([]);
    expect(one(resources, "aws:secretsmanager/secret:Secret").inputs).toMatchObject({ replicas: [{ region: "us-west-2", kmsKeyId: replication.secretsKeyArn }] });
  });

  test("rotates the password once there is an instance that takes logins, with what the function needs for that", () => {
    const connection = one(created, "aws:secretsmanager/secretVersion:SecretVersion", "phi-master-connection");
    expect(JSON.parse(String(connection.inputs["secretString"]))).toMatchObject({ engine: "postgres", host: "db.example", port: 5432, dbClusterIdentifier: "hipaa-test-db" });
    expect(connection.dependencies).toEqual(expect.arrayContaining(all(created, MEMBER).map(({ urn }) => urn)));
    expect(one(created, "aws:serverlessrepository/cloudFormationStack:CloudFormationStack").inputs["applicationId"]).toMatch(/SecretsManagerRDSPostgreSQLRotationSingleUser$/u);
  });

  test("says what a secondary joins, and in which version", async () => {
    let store: PhiDataStore | undefined;
    const found = await record(() => { store = new PhiDataStore("phi", { ...storeArguments, database: aurora, zones, replication }); });
    expect(registeredOutputs(found, "hipaa:index:PhiDataStore")).toEqual(store === undefined ? [] : publicFields(store));
    expect([registered("globalDatabaseId"), registered("globalDatabaseVersion")]).toEqual(["phi-global-id", "17.4"]);
  });

  function registered(output: string): unknown {
    return created.find(({ type }) => type === "hipaa:index:PhiDataStore")?.outputs?.[output];
  }
});
