import { beforeAll, describe, expect, test } from "vitest";
import { PhiDataStore, type PhiDataStoreArgs, storeNames } from "../../../components/phi-data-store/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { storeArguments } from "./store-arguments.ts";

const BUCKET = "hipaa-test-phi-111122223333-us-east-1";

async function recorded(changes: Partial<PhiDataStoreArgs> = {}, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new PhiDataStore("phi", { ...storeArguments, ...changes }), { mode, outputs: ({ type }) => (type === "aws:rds/instance:Instance" ? { address: "db.example", masterUserSecrets: [] } : {}) });
}

describe("PhiDataStore", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  describe("database", () => {
    let database: Recorded;
    beforeAll(() => {
      database = one(resources, "aws:rds/instance:Instance");
    });

    test("is encrypted with its data class's key, insights included (S1-16, S1-20, S2-35, S5-14)", () => {
      expect(database.inputs).toMatchObject({
        storageEncrypted: true, kmsKeyId: storeArguments.dataKeyArn, performanceInsightsEnabled: true, performanceInsightsKmsKeyId: storeArguments.dataKeyArn,
      });
    });

    test("stands in two zones and isolated subnets, out of reach of the internet (S1-16, S2-36, S5-16)", () => {
      expect(database.inputs).toMatchObject({ multiAz: true, publiclyAccessible: false, vpcSecurityGroupIds: ["sg-database"], dbSubnetGroupName: "hipaa-test-db", port: 5432 });
      expect(one(resources, "aws:rds/subnetGroup:SubnetGroup").inputs).toMatchObject({ name: "hipaa-test-db", subnetIds: ["subnet-a", "subnet-b"] });
    });

    test("can be recovered and not deleted (S1-75, S2-37, S2-38, S5-15)", () => {
      expect(database).toMatchObject({ protect: true, ignoreChanges: ["backupWindow"] });
      expect(database.inputs).toMatchObject({
        identifier: "hipaa-test-db", backupRetentionPeriod: 35, copyTagsToSnapshot: true, deleteAutomatedBackups: false, deletionProtection: true,
        skipFinalSnapshot: false, finalSnapshotIdentifier: "hipaa-test-db-final",
        tags: { DataClassification: "phi", BackupPlan: "hipaa-test" },
      });
    });

    test("has a master password that only Secrets Manager knows (S1-28)", () => {
      expect(database.inputs).toMatchObject({ manageMasterUserPassword: true, masterUserSecretKmsKeyId: storeArguments.secretsKeyArn, iamDatabaseAuthenticationEnabled: true });
      expect(Object.keys(database.inputs).filter((input) => input.startsWith("password"))).toEqual([]);
    });

    test("forces TLS and audits sessions and statements (S1-24)", () => {
      expect(database.inputs).toMatchObject({ engine: "postgres", engineVersion: "17", parameterGroupName: "hipaa-test-db-postgres17", caCertIdentifier: "rds-ca-rsa2048-g1" });
      const { family, parameters } = one(resources, "aws:rds/parameterGroup:ParameterGroup").inputs;
      expect(family).toBe("postgres17");
      expect(parameters).toEqual(expect.arrayContaining([
        { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
        { name: "shared_preload_libraries", value: "pg_stat_statements,pgaudit", applyMethod: "pending-reboot" },
        { name: "pgaudit.log", value: "ddl,read,role,write", applyMethod: "immediate" },
        { name: "pgaudit.log_parameter", value: "0", applyMethod: "immediate" },
        { name: "log_connections", value: "1", applyMethod: "immediate" },
        { name: "ssl_min_protocol_version", value: "TLSv1.2", applyMethod: "immediate" },
      ]));
    });

    test("logs into encrypted groups that exist before it does", () => {
      const groups = all(resources, "aws:cloudwatch/logGroup:LogGroup");
      expect(groups.map(({ inputs }) => inputs)).toMatchObject(["postgresql", "upgrade"].map((log) => ({
        name: `/aws/rds/instance/hipaa-test-db/${log}`, kmsKeyId: storeArguments.logsKeyArn, retentionInDays: 2192, tags: { DataClassification: "phi" },
      })));
      expect(database.inputs["enabledCloudwatchLogsExports"]).toEqual(["postgresql", "upgrade"]);
      expect(groups.every(({ urn }) => database.dependencies.includes(urn))).toBe(true);
    });

    test("is monitored with a role that RDS alone takes, for this account (X-02)", () => {
      expect(database.inputs).toMatchObject({ monitoringInterval: 60 });
      expect(statementsOf(one(resources, "aws:iam/role:Role").inputs["assumeRolePolicy"])).toMatchObject([{
        Principal: { Service: ["monitoring.rds.amazonaws.com"] }, Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      }]);
      expect(one(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs["policyArn"]).toBe("arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole");
    });

    test("says how it is reached in an encrypted parameter, without a password (S3-13)", async () => {
      const created = await recorded({}, "up");
      const { inputs } = one(created, "aws:ssm/parameter:Parameter", "phi-connection");
      expect(inputs).toMatchObject({ name: "/hipaa-test/database/connection", type: "SecureString", keyId: storeArguments.secretsKeyArn });
      expect(JSON.parse(String(inputs["value"]))).toEqual({ engine: "postgres", host: "db.example", port: 5432, database: "health", tls: "verify-full" });
    });

    test("takes version and port from its settings", async () => {
      const other = await recorded({ database: { ...storeArguments.database, postgresVersion: "16", port: 5433 } });
      expect(one(other, "aws:rds/instance:Instance").inputs).toMatchObject({ engineVersion: "16", port: 5433, parameterGroupName: "hipaa-test-db-postgres16" });
      expect(one(other, "aws:rds/parameterGroup:ParameterGroup").inputs["family"]).toBe("postgres16");
    });
  });

  describe("bucket", () => {
    test("is locked, versioned, private, encrypted and kept (S1-17, S1-18, S1-21, S2-41, S2-42, S5-13)", () => {
      expect(one(resources, "aws:s3/bucket:Bucket", "phi-bucket")).toMatchObject({
        protect: true, retainOnDelete: true,
        inputs: { bucket: BUCKET, objectLockEnabled: true, forceDestroy: false, tags: { DataClassification: "phi", BackupPlan: "hipaa-test" } },
      });
      expect(one(resources, "aws:s3/bucketVersioning:BucketVersioning", "phi-bucket-versioning").inputs).toMatchObject({ versioningConfiguration: { status: "Enabled" } });
      expect(one(resources, "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration").inputs).toMatchObject({ rule: { defaultRetention: { mode: "GOVERNANCE", days: 400 } } });
      expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "phi-bucket-encryption").inputs)
        .toMatchObject({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: storeArguments.dataKeyArn }, bucketKeyEnabled: true }] });
      expect(one(resources, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "phi-bucket-public-access").inputs)
        .toMatchObject({ blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true });
    });

    test("encrypts with its own key whatever an upload asks for; restores excepted", () => {
      const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "phi-bucket-policy").inputs;
      expect(statement(policy, "OwnKeyOnly")).toEqual({
        Sid: "OwnKeyOnly", Effect: "Deny", Principal: "*", Action: ["s3:PutObject"], Resource: [`arn:aws:s3:::${BUCKET}/*`],
        Condition: { Null: { "s3:x-amz-server-side-encryption": "false" }, ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/hipaa-test-backup-restore"] } },
      });
      expect(statementsOf(policy).filter(({ Effect }) => Effect === "Allow")).toEqual([]);
      expect(statementsOf(policy).map(({ Sid }) => Sid)).toEqual(["TlsOnly", "Tls12OrNewer", "OwnAccountOnly", "OwnKeyOnly"]);
    });

    test("ages without losing anything but replaced versions past their lock (S2-43)", () => {
      expect(one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "phi-bucket-lifecycle").inputs["rules"]).toEqual([
        {
          id: "ageing", status: "Enabled", filter: {},
          transitions: [{ days: 90, storageClass: "STANDARD_IA" }, { days: 365, storageClass: "GLACIER_IR" }],
          noncurrentVersionTransitions: [{ noncurrentDays: 30, storageClass: "STANDARD_IA" }],
          noncurrentVersionExpiration: { noncurrentDays: 400 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
        { id: "delete-markers", status: "Enabled", filter: {}, expiration: { expiredObjectDeleteMarker: true } },
      ]);
    });

    test("reports every access and every change", () => {
      expect(one(resources, "aws:s3/bucketLogging:BucketLogging").inputs).toMatchObject({ bucket: BUCKET, targetBucket: "hipaa-test-phi-access-111122223333-us-east-1", targetPrefix: `${BUCKET}/` });
      expect(one(resources, "aws:s3/bucketNotification:BucketNotification").inputs).toMatchObject({ bucket: BUCKET, eventbridge: true });
    });

    test("is listed daily, with encryption, lock and replication of every version, into a bucket that takes lists of this one alone", () => {
      expect(one(resources, "aws:s3/inventory:Inventory").inputs).toMatchObject({
        bucket: BUCKET, includedObjectVersions: "All", schedule: { frequency: "Daily" },
        destination: { bucket: { bucketArn: "arn:aws:s3:::hipaa-test-phi-access-111122223333-us-east-1", accountId: "111122223333", prefix: "inventory", encryption: { sseS3: {} } } },
      });
      expect(one(resources, "aws:s3/inventory:Inventory").inputs["optionalFields"]).toEqual(expect.arrayContaining(["EncryptionStatus", "ObjectLockRetainUntilDate", "ReplicationStatus"]));
      const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "phi-access-logs-policy").inputs;
      expect(statement(policy, "InventoryDelivery")).toMatchObject({
        Principal: { Service: ["s3.amazonaws.com"] }, Action: ["s3:PutObject"], Resource: ["arn:aws:s3:::hipaa-test-phi-access-111122223333-us-east-1/inventory/*"],
        Condition: { ArnLike: { "aws:SourceArn": [`arn:aws:s3:::${BUCKET}`] }, StringEquals: { "aws:SourceAccount": "111122223333" } },
      });
    });

    test("logs to a given bucket, and then makes none of its own", async () => {
      const shared = await recorded({ accessLogBucketName: "access-logs" });
      expect(all(shared, "aws:s3/bucket:Bucket").map(({ name }) => name)).toEqual(["phi-bucket"]);
      expect(one(shared, "aws:s3/bucketLogging:BucketLogging").inputs["targetBucket"]).toBe("access-logs");
      expect(all(shared, "aws:s3/inventory:Inventory")).toEqual([]);
    });
  });

  test("keeps records by pseudonym, encrypted, recoverable and undeletable (S3-08 to S3-10, S2-39, S2-40, X-10)", () => {
    expect(one(resources, "aws:dynamodb/table:Table")).toMatchObject({
      protect: true,
      inputs: {
        name: "hipaa-test-patient-records", billingMode: "PAY_PER_REQUEST", hashKey: "pseudonym", rangeKey: "recordId",
        serverSideEncryption: { enabled: true, kmsKeyArn: storeArguments.recordsKeyArn }, pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
        deletionProtectionEnabled: true, streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES", tags: { DataClassification: "phi", BackupPlan: "hipaa-test" },
      },
    });
  });

  test("says which key encrypts records in an encrypted parameter (S3-13, S3-20)", () => {
    expect(one(resources, "aws:ssm/parameter:Parameter", "phi-records-key").inputs).toMatchObject({
      name: "/hipaa-test/records/key-arn", type: "SecureString", keyId: storeArguments.secretsKeyArn, value: storeArguments.recordsKeyArn,
    });
  });

  test("knows every policy document at the first preview", () => {
    const documents = policyDocuments(resources);
    expect(documents.map(({ resource }) => resource)).toEqual([
      "aws:iam/role:Role phi-monitoring assumeRolePolicy",
      "aws:s3/bucketPolicy:BucketPolicy phi-access-logs-policy policy",
      "aws:s3/bucketPolicy:BucketPolicy phi-bucket-policy policy",
    ]);
    expect(documents.every(({ document }) => statementsOf(document).length > 0)).toBe(true);
  });

  test("registers what it offers", async () => {
    let store: PhiDataStore | undefined;
    const registered = await record(() => { store = new PhiDataStore("phi", storeArguments); });
    expect(registeredOutputs(registered, "hipaa:index:PhiDataStore")).toEqual(store === undefined ? [] : publicFields(store));
  });

  test("has names that others know before it exists", () => {
    const names = storeNames(storeArguments.deployment);
    expect(names).toMatchObject({ bucket: BUCKET, recordsTable: one(resources, "aws:dynamodb/table:Table").inputs["name"], database: one(resources, "aws:rds/instance:Instance").inputs["identifier"] });
  });
});
