import { beforeAll, describe, expect, test } from "vitest";
import { PhiReplica, type PhiReplicaArgs } from "../../../components/phi-replica/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { replicaArguments } from "./replica-arguments.ts";

const INSTANCE = "aws:rds/instance:Instance";
const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const SOURCE = "hipaa-test-phi-111122223333-us-east-1";
const BUCKET = "hipaa-test-phi-111122223333-us-west-2";

async function recorded(changes: Partial<PhiReplicaArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new PhiReplica("replica", { ...replicaArguments, ...changes }));
}

function rights(found: readonly Recorded[]): readonly string[] {
  return statement(one(found, "aws:iam/policy:Policy").inputs["policy"], "WriteReplicas").Action;
}

describe("PhiReplica", () => {
  let resources: readonly Recorded[] = [];
  let promoted: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
    promoted = await recorded({ promoted: true });
  });

  describe("bucket", () => {
    test("lies in the recovery region with everything that protects it (S1-79)", () => {
      const settings = resources.filter(({ type, inputs }) => type.startsWith("aws:s3/") && type !== REPLICATION && inputs["bucket"] !== SOURCE);
      expect(settings.map(({ inputs }) => inputs["region"])).toEqual(settings.map(() => "us-west-2"));
      expect(settings.length).toBeGreaterThan(14);
    });

    test("is as locked, versioned, encrypted and private as the original, and kept (S1-17, X-17)", () => {
      expect(one(resources, "aws:s3/bucket:Bucket", "replica-bucket")).toMatchObject({
        protect: true, retainOnDelete: true, inputs: { bucket: BUCKET, objectLockEnabled: true, forceDestroy: false, tags: { DataClassification: "phi" } },
      });
      expect(one(resources, "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration").inputs).toMatchObject({ rule: { defaultRetention: { mode: "GOVERNANCE", days: 400 } } });
      expect(one(resources, "aws:s3/bucketVersioning:BucketVersioning", "replica-bucket-versioning").inputs).toMatchObject({ versioningConfiguration: { status: "Enabled" } });
      expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "replica-bucket-encryption").inputs)
        .toMatchObject({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: replicaArguments.dataKeyArn } }] });
      const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "replica-bucket-policy").inputs;
      expect(statementsOf(policy).map(({ Sid, Effect }) => `${Effect} ${Sid}`)).toEqual(["Deny TlsOnly", "Deny Tls12OrNewer", "Deny OwnAccountOnly", "Deny OwnKeyOnly"]);
    });

    test("loses nothing but replaced versions past their lock", () => {
      const { rules } = one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "replica-bucket-lifecycle").inputs;
      expect(rules).toMatchObject([
        { id: "ageing", transitions: [{ days: 365, storageClass: "GLACIER_IR" }], noncurrentVersionExpiration: { noncurrentDays: 400 } },
        { id: "delete-markers", expiration: { expiredObjectDeleteMarker: true } },
      ]);
    });

    test("reports accesses to a bucket of its region, and changes to EventBridge", () => {
      expect(one(resources, "aws:s3/bucketLogging:BucketLogging").inputs).toMatchObject({ bucket: BUCKET, targetBucket: "hipaa-test-phi-access-111122223333-us-west-2" });
      expect(one(resources, "aws:s3/bucketNotification:BucketNotification").inputs).toMatchObject({ bucket: BUCKET, eventbridge: true });
    });
  });

  describe("replication", () => {
    test("takes every object of the source within 15 minutes, measured, encrypted ones included, under the replica's key (S1-73)", () => {
      expect(one(resources, REPLICATION).inputs).toMatchObject({
        bucket: SOURCE,
        rules: [{
          id: "every-object", status: "Enabled", filter: { prefix: "" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            encryptionConfiguration: { replicaKmsKeyId: replicaArguments.dataKeyArn },
            metrics: { status: "Enabled", eventThreshold: { minutes: 15 } }, replicationTime: { status: "Enabled", time: { minutes: 15 } },
          },
        }],
      });
    });

    test("belongs to the source, in its region, and waits until the replica is versioned and closed", () => {
      const replication = one(resources, REPLICATION);
      expect(replication.inputs["region"]).toBeUndefined();
      expect(replication.dependencies).toEqual(expect.arrayContaining([
        one(resources, "aws:s3/bucketVersioning:BucketVersioning", "replica-bucket-versioning").urn,
        one(resources, "aws:s3/bucketPolicy:BucketPolicy", "replica-bucket-policy").urn,
        one(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "replica-replication-permission").urn,
      ]));
    });

    test("leaves deletions in the primary region, unless it is asked to repeat them", async () => {
      const asked = await recorded({ replicateDeleteMarkers: true });
      expect(one(resources, REPLICATION).inputs["rules"]).toMatchObject([{ deleteMarkerReplication: { status: "Disabled" } }]);
      expect(rights(resources)).toEqual(["s3:ReplicateObject", "s3:ReplicateTags"]);
      expect(one(asked, REPLICATION).inputs["rules"]).toMatchObject([{ deleteMarkerReplication: { status: "Enabled" } }]);
      expect(rights(asked)).toContain("s3:ReplicateDelete");
    });

    test("works under a role that S3 alone takes, for this bucket", () => {
      expect(statementsOf(one(resources, "aws:iam/role:Role", "replica-replication-role").inputs["assumeRolePolicy"])).toMatchObject([{
        Principal: { Service: ["s3.amazonaws.com"] },
        Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" }, ArnLikeIfExists: { "aws:SourceArn": `arn:aws:s3:::${SOURCE}` } },
      }]);
    });
  });

  describe("database", () => {
    test("follows its source from the recovery region's isolated subnets, under a key of that region (S1-78)", () => {
      expect(one(resources, INSTANCE)).toMatchObject({ protect: true, ignoreChanges: ["backupWindow"] });
      expect(one(resources, INSTANCE).inputs).toMatchObject({
        region: "us-west-2", identifier: "hipaa-test-db-replica", replicateSourceDb: replicaArguments.sourceDatabaseArn, kmsKeyId: replicaArguments.dataKeyArn, storageEncrypted: true,
        dbSubnetGroupName: "hipaa-test-db-replica", vpcSecurityGroupIds: ["sg-recovery-database"], publiclyAccessible: false, port: 5432,
        parameterGroupName: "hipaa-test-db-replica-postgres17", performanceInsightsKmsKeyId: replicaArguments.dataKeyArn, monitoringInterval: 60,
        iamDatabaseAuthenticationEnabled: true, enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      });
      expect(one(resources, "aws:rds/subnetGroup:SubnetGroup").inputs).toMatchObject({ region: "us-west-2", subnetIds: ["subnet-c", "subnet-d"] });
    });

    test("is backed up and protected before it is needed, and has no last snapshot, which RDS refuses of a replica", () => {
      expect(one(resources, INSTANCE).inputs).toMatchObject({ backupRetentionPeriod: 35, deletionProtection: true, skipFinalSnapshot: true });
      expect(one(resources, INSTANCE).inputs).not.toHaveProperty("finalSnapshotIdentifier");
    });

    test("takes user, password and data from its source", () => {
      expect(Object.keys(one(resources, INSTANCE).inputs).filter((input) => /^(?:.*password.*|username|dbName|engineVersion|allocatedStorage)$/iu.test(input))).toEqual([]);
    });

    test("logs in the recovery region, under a key of it, before it writes", () => {
      const groups = all(resources, "aws:cloudwatch/logGroup:LogGroup");
      expect(groups.map(({ inputs }) => inputs)).toMatchObject(["postgresql", "upgrade"].map((log) => ({
        region: "us-west-2", name: `/aws/rds/instance/hipaa-test-db-replica/${log}`, kmsKeyId: replicaArguments.logsKeyArn, retentionInDays: 2192,
      })));
      expect(groups.every(({ urn }) => one(resources, INSTANCE).dependencies.includes(urn))).toBe(true);
    });

    test("says in the recovery region how it is reached (S3-13)", () => {
      expect(one(resources, "aws:ssm/parameter:Parameter").inputs).toMatchObject({ region: "us-west-2", name: "/hipaa-test/database/connection", type: "SecureString", keyId: replicaArguments.secretsKeyArn });
    });

    test("of MySQL has MySQL's port, parameters and audit", async () => {
      const mysql = await recorded({ database: { ...replicaArguments.database, engine: "mysql" } });
      expect(one(mysql, INSTANCE).inputs).toMatchObject({ engine: "mysql", port: 3306, optionGroupName: "hipaa-test-db-replica-mysql8-4" });
      expect(one(mysql, "aws:rds/optionGroup:OptionGroup").inputs["region"]).toBe("us-west-2");
    });
  });

  describe("once promoted", () => {
    test("is the same resource without a source, so that no update makes it a replica again or makes a second one", () => {
      const [before, after] = [one(resources, INSTANCE), one(promoted, INSTANCE)];
      expect({ urn: after.urn, identifier: after.inputs["identifier"] }).toEqual({ urn: before.urn, identifier: before.inputs["identifier"] });
      expect(after.inputs).not.toHaveProperty("replicateSourceDb");
    });

    test("is what a database must be: Multi-AZ, with a password that RDS keeps under a key of the region, and a last snapshot", () => {
      expect(one(promoted, INSTANCE).inputs).toMatchObject({
        multiAz: true, manageMasterUserPassword: true, masterUserSecretKmsKeyId: replicaArguments.secretsKeyArn, skipFinalSnapshot: false, finalSnapshotIdentifier: "hipaa-test-db-replica-final",
      });
    });

    test("is backed up daily for 35 days by a plan of its region, as the other plan does not see it (S1-75)", () => {
      expect(one(promoted, INSTANCE).inputs["tags"]).toMatchObject({ BackupPlan: "hipaa-test" });
      expect(one(promoted, "aws:backup/plan:Plan").inputs).toMatchObject({
        region: "us-west-2",
        rules: [{
          targetVaultName: "hipaa-test-vault-copy", schedule: "cron(0 5 * * ? *)", lifecycle: { deleteAfter: 35 },
          copyActions: [{ destinationVaultArn: "arn:aws:backup:us-east-1:111122223333:backup-vault:hipaa-test-vault", lifecycle: { deleteAfter: 35 } }],
        }],
      });
      expect(one(promoted, "aws:backup/selection:Selection").inputs).toMatchObject({ region: "us-west-2", iamRoleArn: "arn:aws:iam::111122223333:role/hipaa-test-backup" });
      expect(one(resources, INSTANCE).inputs["tags"]).not.toHaveProperty("BackupPlan");
    });
  });

  test("knows every policy document at the first preview", () => {
    const documents = policyDocuments(resources);
    expect(documents.map(({ resource }) => resource)).toHaveLength(5);
    expect(documents.every(({ document }) => statementsOf(document).length > 0)).toBe(true);
  });

  test("registers what it offers", async () => {
    let replica: PhiReplica | undefined;
    const registered = await record(() => { replica = new PhiReplica("replica", replicaArguments); });
    expect(registeredOutputs(registered, "hipaa:index:PhiReplica")).toEqual(replica === undefined ? [] : publicFields(replica));
  });
});
