import { beforeAll, describe, expect, test } from "vitest";
import { PhiDataStore, type PhiDataStoreArgs } from "../../../components/phi-data-store/index.ts";
import { all, one, policyDocuments, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statementsOf } from "../../support/policy-statements.ts";
import { replication, storeArguments } from "./store-arguments.ts";

const INSTANCE = "aws:rds/instance:Instance";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

async function recorded(changes: Partial<PhiDataStoreArgs>, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new PhiDataStore("phi", { ...storeArguments, ...changes }), {
    mode, outputs: ({ type }) => (type === INSTANCE ? { address: "db.example", masterUserSecrets: [] } : type.startsWith("aws:serverlessrepository/") ? { outputs: { RotationLambdaARN: "arn:rotation" } } : {}),
  });
}

describe("PhiDataStore with replicas", () => {
  let resources: readonly Recorded[] = [];
  let created: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded({ replication });
    created = await recorded({ replication }, "up");
  });

  test("lets the records table take writes in both regions, each under a key of its own, recoverable and undeletable (S3-10, S2-40)", () => {
    expect(one(resources, "aws:dynamodb/table:Table").inputs["replicas"]).toEqual([{
      regionName: "us-west-2", kmsKeyArn: replication.recordsKeyArn, consistencyMode: "EVENTUAL", pointInTimeRecovery: true, deletionProtectionEnabled: true, propagateTags: true,
    }]);
  });

  test("does not let RDS keep the password, as it then refuses replicas", () => {
    const { inputs } = one(resources, INSTANCE);
    expect(Object.keys(inputs).filter((input) => /^(?:manageMaster|masterUserSecret|password$)/u.test(input))).toEqual([]);
    expect(inputs).toMatchObject({ passwordWoVersion: 1, iamDatabaseAuthenticationEnabled: true });
  });

  test("keeps the password in a secret under the secrets key, copied to the recovery region under a key of it (S1-27, S1-28, S2-44)", () => {
    expect(one(resources, "aws:secretsmanager/secret:Secret").inputs).toMatchObject({
      name: "hipaa-test/database/master", kmsKeyId: storeArguments.secretsKeyArn, replicas: [{ region: "us-west-2", kmsKeyId: replication.secretsKeyArn }], tags: { DataClassification: "secret" },
    });
  });

  test("gives database and secret the same first password, which exists before the database and differs each time", async () => {
    const passwords = (found: readonly Recorded[]): readonly unknown[] => [
      one(found, INSTANCE).inputs["passwordWo"], ...all(found, VERSION).map(({ inputs }) => JSON.parse(String(inputs["secretString"])).password),
    ];
    const [first, ...others] = passwords(created);
    expect(first).toMatch(/^[0-9a-f]{48}$/u);
    expect(others).toEqual([first, first]);
    expect(passwords(await recorded({ replication }, "up"))[0]).not.toBe(first);
    expect(one(created, INSTANCE).dependencies).toContain(one(created, VERSION, "phi-master-first").urn);
  });

  test("never sends another first password, nor overwrites what the rotation wrote", () => {
    expect(all(resources, VERSION).map(({ name, ignoreChanges }) => [name, ignoreChanges])).toEqual([["phi-master-first", ["secretString"]], ["phi-master-connection", ["secretString"]]]);
  });

  test("tells the rotation function everything that it needs to log in", () => {
    expect(JSON.parse(String(one(created, VERSION, "phi-master-connection").inputs["secretString"]))).toMatchObject({
      engine: "postgres", host: "db.example", port: 5432, username: "phi_admin", dbname: "health", dbInstanceIdentifier: "hipaa-test-db",
    });
  });

  test("rotates at once and every 30 days, by a pinned release of AWS's function inside the network (S2-47)", () => {
    expect(one(created, "aws:serverlessrepository/cloudFormationStack:CloudFormationStack").inputs).toMatchObject({
      applicationId: "arn:aws:serverlessrepo:us-east-1:297356227824:applications/SecretsManagerRDSPostgreSQLRotationSingleUser",
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/u),
      parameters: {
        endpoint: "https://secretsmanager.us-east-1.amazonaws.com", functionName: "hipaa-test-db-rotation", kmsKeyArn: storeArguments.secretsKeyArn,
        vpcSubnetIds: "subnet-app-a,subnet-app-b", vpcSecurityGroupIds: "sg-app",
      },
    });
    const rotation = one(created, "aws:secretsmanager/secretRotation:SecretRotation");
    expect(rotation.inputs).toMatchObject({ rotationLambdaArn: "arn:rotation", rotationRules: { automaticallyAfterDays: 30 }, rotateImmediately: true });
    expect(rotation.dependencies).toContain(one(created, VERSION, "phi-master-connection").urn);
  });

  test("keeps the function's log encrypted, and not for ever", () => {
    expect(one(resources, "aws:cloudwatch/logGroup:LogGroup", "phi-rotation-log").inputs).toMatchObject({ name: "/aws/lambda/hipaa-test-db-rotation", kmsKeyId: storeArguments.logsKeyArn, retentionInDays: 2192 });
  });
});

describe("PhiDataStore on MySQL (X-06)", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded({ database: { ...storeArguments.database, engine: "mysql" }, replication });
  });

  test("listens on MySQL's port and sends all of its logs", () => {
    expect(one(resources, INSTANCE).inputs).toMatchObject({
      engine: "mysql", engineVersion: "8.4", port: 3306, parameterGroupName: "hipaa-test-db-mysql8-4", optionGroupName: "hipaa-test-db-mysql8-4", multiAz: true, storageEncrypted: true, iamDatabaseAuthenticationEnabled: true,
      enabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"],
    });
    expect(all(resources, "aws:cloudwatch/logGroup:LogGroup").map(({ inputs }) => inputs["name"])).toEqual(expect.arrayContaining(["audit", "error", "general", "slowquery"].map((log) => `/aws/rds/instance/hipaa-test-db/${log}`)));
  });

  test("forces TLS 1.2 and audits by the plugin; the general log, which holds values, stays off", () => {
    const { family, parameters } = one(resources, "aws:rds/parameterGroup:ParameterGroup").inputs;
    expect(family).toBe("mysql8.4");
    expect(parameters).toEqual(expect.arrayContaining([
      { name: "require_secure_transport", value: "1", applyMethod: "immediate" },
      { name: "tls_version", value: "TLSv1.2,TLSv1.3", applyMethod: "pending-reboot" },
      { name: "general_log", value: "0", applyMethod: "immediate" },
      { name: "local_infile", value: "0", applyMethod: "immediate" },
    ]));
    expect(one(resources, "aws:rds/optionGroup:OptionGroup").inputs).toMatchObject({
      engineName: "mysql", majorEngineVersion: "8.4", options: [{ optionName: "MARIADB_AUDIT_PLUGIN", optionSettings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT,QUERY_DCL,QUERY_DDL,QUERY_DML" }] }],
    });
  });

  test("is rotated by the function for MySQL", () => {
    expect(one(resources, "aws:serverlessrepository/cloudFormationStack:CloudFormationStack").inputs["applicationId"]).toContain("/SecretsManagerRDSMySQLRotationSingleUser");
  });
});

describe("PhiDataStore with a proxy", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded({ proxy: { vpcId: "vpc-1", appSecurityGroupId: "sg-app" } }, "up");
  });

  test("passes IAM logins on over TLS, in the isolated subnets, without a password and without statements in its log (S1-24)", () => {
    expect(one(resources, "aws:rds/proxy:Proxy").inputs).toMatchObject({
      name: "hipaa-test-db-proxy", engineFamily: "POSTGRESQL", requireTls: true, defaultAuthScheme: "IAM_AUTH", debugLogging: false, vpcSubnetIds: ["subnet-a", "subnet-b"], vpcSecurityGroupIds: ["phi-proxy-group-id"],
    });
    expect(one(resources, "aws:rds/proxyTarget:ProxyTarget").inputs).toMatchObject({ dbInstanceIdentifier: "hipaa-test-db" });
  });

  test("may log in as a workload's user only, never as the master user", () => {
    expect(statementsOf(one(resources, "aws:iam/policy:Policy").inputs["policy"])).toMatchObject([{ Action: ["rds-db:connect"], Resource: ["arn:aws:rds-db:us-east-1:111122223333:dbuser:*/app_*"] }]);
    expect(statementsOf(one(resources, "aws:iam/role:Role", "phi-proxy-role").inputs["assumeRolePolicy"])).toMatchObject([{ Principal: { Service: ["rds.amazonaws.com"] } }]);
  });

  test("opens the database's port between application, proxy and database, and nothing else (S4-20, X-06)", () => {
    const rules = [...all(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), ...all(resources, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")];
    expect(rules.map(({ name, inputs }) => [name, inputs["securityGroupId"], inputs["referencedSecurityGroupId"], inputs["fromPort"], inputs["toPort"], inputs["cidrIpv4"]])).toEqual([
      ["phi-proxy-from-app", "phi-proxy-group-id", "sg-app", 5432, 5432, undefined],
      ["phi-database-from-proxy", "sg-database", "phi-proxy-group-id", 5432, 5432, undefined],
      ["phi-proxy-to-database", "phi-proxy-group-id", "sg-database", 5432, 5432, undefined],
      ["phi-app-to-proxy", "sg-app", "phi-proxy-group-id", 5432, 5432, undefined],
    ]);
  });

  test("knows every policy document at the first preview", async () => {
    const documents = policyDocuments(await recorded({ replication, proxy: { vpcId: "vpc-1", appSecurityGroupId: "sg-app" } }));
    expect(documents).toHaveLength(5);
    expect(documents.every(({ document }) => statementsOf(document).length > 0)).toBe(true);
  });
});
