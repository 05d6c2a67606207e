import { beforeAll, describe, expect, test } from "vitest";
import { AuditTrail } from "../../../components/audit-trail/index.ts";
import { one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { trailArguments } from "./trail-arguments.ts";

const LOGS = "hipaa-test-audit-111122223333-us-east-1";
const REPLICA = "hipaa-test-audit-111122223333-us-west-2";
const ROLE = "arn:aws:iam::111122223333:role/hipaa-test-audit-replication";

describe("the logs' replica", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await record(() => new AuditTrail("audit", trailArguments));
  });

  test("lies in the recovery region, as locked, versioned, private, encrypted and kept as the logs (S1-31, S4-32 to S4-38)", () => {
    expect(one(resources, "aws:s3/bucket:Bucket", "audit-replica-logs")).toMatchObject({
      protect: true, retainOnDelete: true, inputs: { region: "us-west-2", bucket: REPLICA, objectLockEnabled: true, tags: { DataClassification: "audit" } },
    });
    const settings = resources.filter(({ type, name }) => type.startsWith("aws:s3/") && name.startsWith("audit-replica-"));
    expect(settings.filter(({ inputs, retainOnDelete }) => inputs["region"] !== "us-west-2" || !retainOnDelete)).toEqual([]);
    for (const [type, suffix] of [
      ["aws:s3/bucketVersioning:BucketVersioning", "versioning"], ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "public-access"],
      ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "lock"], ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle"],
    ] as const) {
      const { bucket: _source, ...guard } = one(resources, type, `audit-logs-${suffix}`).inputs;
      expect(one(resources, type, `audit-replica-logs-${suffix}`).inputs).toMatchObject(guard);
    }
    expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "audit-replica-logs-encryption").inputs)
      .toMatchObject({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: trailArguments.recoveryAuditKeyArn } }] });
    expect(one(resources, "aws:s3/bucketLogging:BucketLogging", "audit-replica-logs-access-log").inputs).toMatchObject({ targetBucket: "hipaa-test-audit-access-111122223333-us-west-2" });
  });

  test("gets every log within 15 minutes, and no deletion", () => {
    const replication = one(resources, "aws:s3/bucketReplicationConfig:BucketReplicationConfig");
    expect(replication.inputs).toMatchObject({
      bucket: LOGS,
      rules: [{
        id: "every-object", status: "Enabled", filter: { prefix: "" }, deleteMarkerReplication: { status: "Disabled" },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        destination: {
          encryptionConfiguration: { replicaKmsKeyId: trailArguments.recoveryAuditKeyArn },
          metrics: { status: "Enabled", eventThreshold: { minutes: 15 } }, replicationTime: { status: "Enabled", time: { minutes: 15 } },
        },
      }],
    });
    // Retention counts from a log's own time, in the class that the log has.
    expect(JSON.stringify(replication.inputs)).not.toContain("storageClass");
    const ready = ["audit-replica-logs-policy", "audit-replica-logs-lock", "audit-replica-logs-versioning", "audit-replication-permission"];
    expect(ready.filter((name) => !replication.dependencies.some((urn) => urn.endsWith(`::${name}`)))).toEqual([]);
  });

  test("is written by the replication role, which can read the logs and nothing else", () => {
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "audit-replica-logs-policy").inputs;
    expect(statement(policy, "ReplicatedByOneRole")).toEqual({
      Sid: "ReplicatedByOneRole", Effect: "Deny", Principal: "*", Action: ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"], Resource: [`arn:aws:s3:::${REPLICA}/*`],
      Condition: { ArnNotEquals: { "aws:PrincipalArn": ROLE } },
    });
    expect(statement(policy, "WrittenByServicesOnly")).toMatchObject({ Effect: "Deny", Action: ["s3:PutObject"] });
    expect(one(resources, "aws:iam/role:Role", "audit-replication-role").inputs["name"]).toBe("hipaa-test-audit-replication");
    const rights = statementsOf(one(resources, "aws:iam/policy:Policy", "audit-replication-policy").inputs["policy"]);
    expect(new Set(rights.flatMap(({ Resource }) => Resource))).toEqual(new Set([
      `arn:aws:s3:::${LOGS}`, `arn:aws:s3:::${LOGS}/*`, `arn:aws:s3:::${REPLICA}/*`, "arn:aws:kms:us-east-1:111122223333:key/*", "arn:aws:kms:us-west-2:111122223333:key/*",
    ]));
    expect(statement(one(resources, "aws:iam/policy:Policy", "audit-replication-policy").inputs["policy"], "EncryptReplicas").Condition)
      .toMatchObject({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/hipaa-test/cloudtrail-encryption-key"] } });
  });

  test("raises an alarm where it falls behind, in the region of the metric, with what to do", () => {
    const latency = one(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", "audit-replica-latency").inputs;
    const failures = one(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", "audit-replica-failures").inputs;
    const shared = { namespace: "AWS/S3", dimensions: { SourceBucket: LOGS, DestinationBucket: REPLICA, RuleId: "every-object" } };
    const { alertTopicArn, recoveryAlertTopicArn } = trailArguments;
    expect(latency).toMatchObject({ ...shared, metricName: "ReplicationLatency", region: "us-west-2", threshold: 900, alarmActions: [recoveryAlertTopicArn], insufficientDataActions: [recoveryAlertTopicArn] });
    expect(failures).toMatchObject({ ...shared, metricName: "OperationsFailedReplication", threshold: 0, alarmActions: [alertTopicArn], insufficientDataActions: [alertTopicArn] });
    expect(failures).not.toHaveProperty("region");
    expect([latency, failures].every((inputs) => /\. (?:See|Check) /u.test(String(inputs["alarmDescription"])))).toBe(true);
  });

  test("keeps flow logs of its own region, and says so only when AWS may deliver", () => {
    for (const [bucket, name] of [[LOGS, "audit-logs"], [REPLICA, "audit-replica-logs"]] as const) {
      const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", `${name}-policy`).inputs;
      expect(statement(policy, "LogDeliveryWrites")).toMatchObject({
        Principal: { Service: ["delivery.logs.amazonaws.com"] }, Action: ["s3:PutObject"], Resource: [`arn:aws:s3:::${bucket}/AWSLogs/111122223333/*`],
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      });
    }
    const { outputs } = one(resources, "hipaa:index:AuditTrail");
    expect(outputs).toMatchObject({ flowLogBucketArn: `arn:aws:s3:::${LOGS}`, recoveryFlowLogBucketArn: `arn:aws:s3:::${REPLICA}` });
  });

  test("is made only where it is asked for, and the rest is the same without it", async () => {
    const { recoveryAuditKeyArn: _key, recoveryAlertTopicArn: _topic, ...alone } = trailArguments;
    const single = await record(() => new AuditTrail("audit", alone));
    const left = resources.filter(({ name }) => !name.startsWith("audit-replica")).map(({ urn }) => urn);
    // Creation order is not part of it.
    expect(single.map(({ urn }) => urn).toSorted()).toEqual(left.filter((urn) => !urn.endsWith("::audit-replication")).toSorted());
  });
});
