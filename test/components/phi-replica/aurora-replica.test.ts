import { beforeAll, describe, expect, test } from "vitest";
import { PhiReplica, type PhiReplicaArgs, recoveryFacts } from "../../../components/phi-replica/index.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { replicaArguments } from "./replica-arguments.ts";

const CLUSTER = "aws:rds/cluster:Cluster";
const MEMBER = "aws:rds/clusterInstance:ClusterInstance";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** Arguments of a secondary that are accepted. */
const secondary: PhiReplicaArgs = {
  ...replicaArguments,
  sourceDatabaseArn: "arn:aws:rds:us-east-1:111122223333:cluster:hipaa-test-db",
  database: { engine: "aurora-postgresql", instanceClass: "db.serverless" },
  globalDatabase: { id: "hipaa-test-db-global", version: "17.4" },
  zones: ["us-west-2a", "us-west-2b"],
};

async function recorded(changes: Partial<PhiReplicaArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new PhiReplica("replica", { ...secondary, ...changes }), {
    mode: "up", outputs: ({ type }) => (type === CLUSTER ? { endpoint: "replica.example", clusterResourceId: "cluster-DEF" } : {}),
  });
}

describe("PhiReplica of Aurora", () => {
  let resources: readonly Recorded[] = [];
  let promoted: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
    promoted = await recorded({ promoted: true });
  });

  test("joins the global database in its version, encrypted, isolated and protected in the recovery region (S1-78)", () => {
    expect(all(resources, "aws:rds/instance:Instance")).toEqual([]);
    expect(one(resources, CLUSTER)).toMatchObject({ protect: true });
    expect(one(resources, CLUSTER).inputs).toMatchObject({
      region: "us-west-2", clusterIdentifier: "hipaa-test-db-replica", globalClusterIdentifier: "hipaa-test-db-global", engine: "aurora-postgresql", engineVersion: "17.4",
      storageEncrypted: true, kmsKeyId: replicaArguments.dataKeyArn, sourceRegion: "us-east-1", vpcSecurityGroupIds: ["sg-recovery-database"], dbSubnetGroupName: "hipaa-test-db-replica",
      backupRetentionPeriod: 35, deletionProtection: true, iamDatabaseAuthenticationEnabled: true, skipFinalSnapshot: true,
      serverlessv2ScalingConfiguration: { minCapacity: 1, maxCapacity: 16 },
    });
    expect(one(resources, "aws:rds/subnetGroup:SubnetGroup").inputs).toMatchObject({ region: "us-west-2", subnetIds: ["subnet-c", "subnet-d"] });
  });

  test("has one instance that runs, so that it can take over at any time", () => {
    expect(one(resources, MEMBER).inputs).toMatchObject({
      region: "us-west-2", identifier: "hipaa-test-db-replica-1", instanceClass: "db.serverless", availabilityZone: "us-west-2a", publiclyAccessible: false,
      performanceInsightsKmsKeyId: replicaArguments.dataKeyArn, monitoringInterval: 60,
    });
  });

  test("takes user, password and data from the primary", () => {
    for (const found of [resources, promoted]) {
      expect(Object.keys(one(found, CLUSTER).inputs).filter((input) => /password|username|databaseName|secret/iu.test(input))).toEqual([]);
    }
  });

  test("forces TLS and audits as its source does, but waits for nobody once it is the primary", () => {
    const { inputs } = one(resources, "aws:rds/clusterParameterGroup:ClusterParameterGroup");
    expect(inputs).toMatchObject({ region: "us-west-2", family: "aurora-postgresql17", parameters: expect.arrayContaining([{ name: "rds.force_ssl", value: "1", applyMethod: "immediate" }]) });
    expect(JSON.stringify(inputs["parameters"])).not.toContain("global_db_rpo");
  });

  test("leaves its version and its source to the global database", () => {
    expect(one(resources, CLUSTER).ignoreChanges).toEqual(["preferredBackupWindow", "replicationSourceIdentifier", "engineVersion"]);
  });

  test("says how it is reached, before and after it is promoted the same", () => {
    for (const found of [resources, promoted]) {
      expect(JSON.parse(String(one(found, "aws:ssm/parameter:Parameter").inputs["value"]))).toMatchObject({ engine: "postgres", host: "replica.example", port: 5432 });
      expect(found.find(({ type }) => type === "hipaa:index:PhiReplica")?.outputs).toMatchObject({ databaseEndpoint: "replica.example:5432", databaseResourceId: "cluster-DEF" });
    }
  });

  test("logs in the recovery region, under a key of it", () => {
    expect(all(resources, "aws:cloudwatch/logGroup:LogGroup").map(({ inputs }) => [inputs["region"], inputs["name"], inputs["kmsKeyId"]])).toEqual([
      ["us-west-2", "/aws/rds/cluster/hipaa-test-db-replica/iam-db-auth-error", replicaArguments.logsKeyArn],
      ["us-west-2", "/aws/rds/cluster/hipaa-test-db-replica/postgresql", replicaArguments.logsKeyArn],
    ]);
  });

  describe("once promoted", () => {
    test("is the same cluster in no global database, so that no update makes it a secondary again or makes a second one", () => {
      const [before, after] = [one(resources, CLUSTER), one(promoted, CLUSTER)];
      expect({ urn: after.urn, identifier: after.inputs["clusterIdentifier"] }).toEqual({ urn: before.urn, identifier: before.inputs["clusterIdentifier"] });
      expect(Object.keys(after.inputs)).not.toContain("globalClusterIdentifier");
      expect(Object.keys(after.inputs)).not.toContain("replicationSourceIdentifier");
    });

    test("changes nothing that would make it anew", () => {
      const fixed = ["kmsKeyId", "sourceRegion", "dbSubnetGroupName", "engine", "storageEncrypted"];
      const of = (found: readonly Recorded[]): readonly unknown[] => fixed.map((input) => one(found, CLUSTER).inputs[input]);
      expect(of(promoted)).toEqual(of(resources));
    });

    test("has an instance in a second zone and a last snapshot, and is backed up by a plan of its region (S1-75)", () => {
      expect(all(promoted, MEMBER).map(({ inputs }) => inputs["availabilityZone"])).toEqual(["us-west-2a", "us-west-2b"]);
      expect(one(promoted, CLUSTER).inputs).toMatchObject({ skipFinalSnapshot: false, finalSnapshotIdentifier: "hipaa-test-db-replica-final", tags: { BackupPlan: "hipaa-test" } });
      expect(one(promoted, "aws:backup/plan:Plan").inputs["region"]).toBe("us-west-2");
      expect(one(resources, CLUSTER).inputs["tags"]).not.toHaveProperty("BackupPlan");
    });

    test("can be set up without a global database, which is lost with the other region", async () => {
      const { globalDatabase: _lost, ...alone } = secondary;
      const found = await record(() => new PhiReplica("replica", { ...alone, promoted: true }));
      expect(one(found, CLUSTER).inputs["clusterIdentifier"]).toBe("hipaa-test-db-replica");
    });
  });

  describe("alarms", () => {
    test("go off in the secondary's region, where alone AWS measures, at half of the lag that is allowed, before commits wait", () => {
      const found = all(resources, ALARM).filter(({ inputs }) => inputs["namespace"] === "AWS/RDS");
      expect(found.map(({ inputs }) => inputs)).toMatchObject(["AuroraGlobalDBReplicationLag", "AuroraGlobalDBRPOLag"].map((metricName) => ({
        metricName, region: "us-west-2", dimensions: { DBClusterIdentifier: "hipaa-test-db-replica" }, threshold: 30_000, comparisonOperator: "GreaterThanThreshold",
        alarmActions: [replicaArguments.recoveryAlertTopicArn], insufficientDataActions: [replicaArguments.recoveryAlertTopicArn],
      })));
      expect(found.map(({ inputs }) => inputs["treatMissingData"])).toEqual(["breaching", "notBreaching"]);
    });

    test("say what to do, also how to let commits go on", () => {
      const advice = all(resources, ALARM).map(({ inputs }) => String(inputs["alarmDescription"]));
      expect(advice.every((text) => /Look|Compare|Check|See/u.test(text) && text.length < 1024)).toBe(true);
      expect(advice.some((text) => text.includes("raise rds.global_db_rpo"))).toBe(true);
    });

    test("of a promoted one say nothing of lag", () => {
      expect(all(promoted, ALARM).filter(({ inputs }) => inputs["namespace"] === "AWS/RDS")).toEqual([]);
    });
  });

  test("attains a minute at most, as Aurora holds commits back, and five until it takes writes", () => {
    expect(recoveryFacts("aurora-postgresql").find(({ store }) => store === "database")).toMatchObject({ rpoMinutes: 1, rtoMinutes: 5, metric: "AWS/RDS AuroraGlobalDBRPOLag" });
    expect(recoveryFacts("postgres").find(({ store }) => store === "database")).toMatchObject({ rpoMinutes: 5, rtoMinutes: 15 });
    expect(recoveryFacts("aurora-postgresql").map(({ store }) => store)).toEqual(recoveryFacts("postgres").map(({ store }) => store));
  });
});

describe("PhiReplica of Aurora refuses, before anything is created,", () => {
  const { globalDatabase: _none, ...lonely } = secondary;
  test.each([
    ["a secondary of nothing", lonely,
      "globalDatabase = null: the replica of an Aurora cluster is part of its source's global database. Give globalDatabaseId and globalDatabaseVersion of a PhiDataStore with replication"],
    ["a global database for an instance", { ...replicaArguments, globalDatabase: { id: "hipaa-test-db-global", version: "17.4" } },
      'globalDatabase = "given": nothing, as the engine is postgres. Remove it, or choose aurora-postgresql'],
    ["a burstable class", { ...secondary, database: { engine: "aurora-postgresql", instanceClass: "db.t4g.medium" } }, 'database.instanceClass = "db.t4g.medium": db.serverless or a memory-optimized class'],
    ["one zone", { ...secondary, zones: ["us-west-2a"] }, 'zones = ["us-west-2a"]: two zones or more, in which the instances of an Aurora cluster lie apart. Give the zones of the isolated subnets'],
  ] satisfies readonly (readonly [string, PhiReplicaArgs, string])[])("%s", async (_what, args, message) => {
    await expect(record(() => new PhiReplica("replica", args))).rejects.toThrow(message);
  });
});
