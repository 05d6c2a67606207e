import { beforeAll, describe, expect, test } from "vitest";
import { AUDIT_ALARMS } from "../../../components/audit-trail/audit-alarms.ts";
import { AuditTrail, type AuditTrailArgs } from "../../../components/audit-trail/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { trailArguments } from "./trail-arguments.ts";

const LOGS = "hipaa-test-audit-111122223333-us-east-1";
const ACCESS = "hipaa-test-audit-access-111122223333-us-east-1";
const RESULTS = "hipaa-test-audit-query-111122223333-us-east-1";
const TRAIL_ARN = "arn:aws:cloudtrail:us-east-1:111122223333:trail/hipaa-test-trail";

async function recorded(changes: Partial<AuditTrailArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new AuditTrail("audit", { ...trailArguments, ...changes }));
}

describe("AuditTrail", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("records everything, everywhere, signed and encrypted (S4-26 to S4-29, S3-67)", () => {
    expect(one(resources, "aws:cloudtrail/trail:Trail")).toMatchObject({
      protect: true,
      inputs: {
        name: "hipaa-test-trail", isMultiRegionTrail: true, includeGlobalServiceEvents: true, enableLogging: true, enableLogFileValidation: true,
        isOrganizationTrail: false, kmsKeyId: trailArguments.auditKeyArn, s3BucketName: LOGS,
      },
    });
  });

  test("starts the trail only when bucket, policy and delivery role are ready", () => {
    const waits = one(resources, "aws:cloudtrail/trail:Trail").dependencies;
    const ready = ["audit-logs-policy", "audit-logs-encryption", "audit-logs-lock", "audit-logs-lifecycle", "audit-logs-access-log", "audit-replication", "audit-delivery-permission", "audit-log-group"];
    expect(ready.filter((name) => !waits.some((urn) => urn.endsWith(`::${name}`)))).toEqual([]);
  });

  test("keeps logs in a locked, versioned, private, encrypted bucket that outlives the stack (S1-31, S4-32, S4-35, S4-37)", () => {
    expect(one(resources, "aws:s3/bucket:Bucket", "audit-logs")).toMatchObject({
      protect: true, retainOnDelete: true,
      inputs: { bucket: LOGS, objectLockEnabled: true, forceDestroy: false, tags: { DataClassification: "audit", BackupPlan: "hipaa-test-audit" } },
    });
    expect(one(resources, "aws:s3/bucketVersioning:BucketVersioning", "audit-logs-versioning").inputs).toMatchObject({ versioningConfiguration: { status: "Enabled" } });
    expect(one(resources, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "audit-logs-public-access").inputs)
      .toMatchObject({ blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true });
    expect(one(resources, "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "audit-logs-ownership").inputs).toMatchObject({ rule: { objectOwnership: "BucketOwnerEnforced" } });
    expect(one(resources, "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "audit-logs-lock").inputs)
      .toMatchObject({ objectLockEnabled: "Enabled", rule: { defaultRetention: { mode: "GOVERNANCE", days: 365 } } });
    expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "audit-logs-encryption").inputs).toMatchObject({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: trailArguments.auditKeyArn }, bucketKeyEnabled: true, blockedEncryptionTypes: ["SSE-C"] }],
    });
    const guards = resources.filter(({ type, name }) => type.startsWith("aws:s3/") && name.startsWith("audit-logs"));
    expect(guards.filter(({ retainOnDelete }) => !retainOnDelete)).toEqual([]);
  });

  test("archives after 90 days and deletes after seven years (S4-33, S4-34, X-01)", () => {
    expect(one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "audit-logs-lifecycle").inputs["rules"]).toMatchObject([
      { status: "Enabled", transitions: [{ days: 90, storageClass: "GLACIER_IR" }], expiration: { days: 2557 }, noncurrentVersionExpiration: { noncurrentDays: 2557 } },
      { status: "Enabled", expiration: { expiredObjectDeleteMarker: true } },
    ]);
  });

  test("lets this trail and flow logs of the account alone write to the log bucket", () => {
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "audit-logs-policy").inputs;
    const allowed = statementsOf(policy).filter(({ Effect }) => Effect === "Allow");
    expect(allowed.map(({ Sid, Principal }) => [Sid, JSON.stringify(Principal)])).toEqual([
      ["TrailReadsAcl", '{"Service":["cloudtrail.amazonaws.com"]}'], ["TrailDelivers", '{"Service":["cloudtrail.amazonaws.com"]}'],
      ["LogDeliveryWrites", '{"Service":["delivery.logs.amazonaws.com"]}'], ["LogDeliveryChecks", '{"Service":["delivery.logs.amazonaws.com"]}'],
    ]);
    expect(statement(policy, "TrailReadsAcl").Condition).toEqual({ StringEquals: { "aws:SourceArn": TRAIL_ARN } });
    expect(statement(policy, "TrailDelivers")).toMatchObject({
      Resource: [`arn:aws:s3:::${LOGS}/AWSLogs/111122223333/*`],
      Condition: { StringEquals: { "aws:SourceArn": TRAIL_ARN, "s3:x-amz-acl": "bucket-owner-full-control" } },
    });
    expect(statement(policy, "WrittenByServicesOnly")).toMatchObject({ Effect: "Deny", Principal: "*", Action: ["s3:PutObject"], Condition: { Bool: { "aws:PrincipalIsAWSService": "false" } } });
  });

  test("lets people read logs by queries alone, and AWS Backup and named roles the files (S2-53)", async () => {
    const read = { Effect: "Deny", Principal: "*", Action: ["s3:GetObject", "s3:GetObjectVersion"], Resource: [`arn:aws:s3:::${LOGS}/*`] };
    const roles = ["hipaa-test-backup", "hipaa-test-backup-restore"].map((role) => `arn:aws:iam::111122223333:role/${role}`);
    const conditions = { Bool: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" }, ArnNotEquals: { "aws:PrincipalArn": roles } };
    expect(statement(one(resources, "aws:s3/bucketPolicy:BucketPolicy", "audit-logs-policy").inputs["policy"], "ReadThroughServicesOnly")).toMatchObject({ ...read, Condition: conditions });
    const auditor = "arn:aws:iam::111122223333:role/auditor";
    const named = await recorded({ logReaderRoleArns: [auditor] });
    for (const bucket of ["audit-logs-policy", "audit-replica-logs-policy"]) {
      expect(statement(one(named, "aws:s3/bucketPolicy:BucketPolicy", bucket).inputs["policy"], "ReadThroughServicesOnly").Condition)
        .toEqual({ ...conditions, ArnNotEquals: { "aws:PrincipalArn": [...roles, auditor] } });
    }
  });

  test("demands no encryption header of CloudTrail, which would refuse its digests", () => {
    expect(one(resources, "aws:s3/bucketPolicy:BucketPolicy", "audit-logs-policy").inputs["policy"]).not.toContain("server-side-encryption");
  });

  test.each([["audit-logs-policy", LOGS], ["audit-access-logs-policy", ACCESS]])("refuses old or no TLS and other accounts: %s (S4-36)", (name, bucket) => {
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", name).inputs;
    const everywhere = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
    const deny = { Effect: "Deny", Principal: "*", Action: ["s3:*"], Resource: everywhere };
    expect(statement(policy, "TlsOnly")).toEqual({ Sid: "TlsOnly", ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } });
    expect(statement(policy, "Tls12OrNewer")).toMatchObject({ ...deny, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } });
    expect(statement(policy, "OwnAccountOnly")).toMatchObject({
      ...deny, Condition: { StringNotEquals: { "aws:PrincipalAccount": "111122223333" }, Bool: { "aws:PrincipalIsAWSService": "false" } },
    });
  });

  test("logs access to the log bucket in a bucket that S3 can deliver to (S4-38)", () => {
    expect(one(resources, "aws:s3/bucketLogging:BucketLogging", "audit-logs-access-log").inputs).toMatchObject({ bucket: LOGS, targetBucket: ACCESS, targetPrefix: `${LOGS}/` });
    expect(one(resources, "aws:s3/bucketLogging:BucketLogging", "audit-logs-access-log").dependencies.some((urn) => urn.endsWith("::audit-access-logs-policy"))).toBe(true);
    expect(one(resources, "aws:s3/bucket:Bucket", "audit-access-logs").inputs).toMatchObject({ bucket: ACCESS, objectLockEnabled: false });
    expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "audit-access-logs-encryption").inputs)
      .toMatchObject({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] });
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "audit-access-logs-policy").inputs;
    expect(statement(policy, "AccessLogDelivery")).toMatchObject({
      Effect: "Allow", Principal: { Service: ["logging.s3.amazonaws.com"] },
      Condition: { ArnLike: { "aws:SourceArn": [`arn:aws:s3:::${LOGS}`, `arn:aws:s3:::${RESULTS}`] }, StringEquals: { "aws:SourceAccount": "111122223333" } },
    });
    expect(statement(policy, "NeverDeleted")).toMatchObject({ Effect: "Deny", Principal: "*", Action: ["s3:DeleteObject", "s3:DeleteObjectVersion"] });
    expect(one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "audit-access-logs-lifecycle").inputs["rules"]).toMatchObject([{ expiration: { days: 2557 } }]);
  });

  test("streams to an encrypted log group with a role that can do nothing else (S4-31, S4-43)", () => {
    expect(one(resources, "aws:cloudwatch/logGroup:LogGroup").inputs).toMatchObject({ name: "/hipaa-test/cloudtrail", kmsKeyId: trailArguments.logsKeyArn, retentionInDays: 365 });
    expect(statementsOf(one(resources, "aws:iam/policy:Policy", "audit-delivery-policy").inputs["policy"])).toEqual([{
      Sid: "WriteTrailStreams", Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: ["arn:aws:logs:us-east-1:111122223333:log-group:/hipaa-test/cloudtrail:log-stream:111122223333_*"],
    }]);
    expect(statementsOf(one(resources, "aws:iam/role:Role", "audit-delivery").inputs["assumeRolePolicy"])).toMatchObject([{
      Principal: { Service: ["cloudtrail.amazonaws.com"] }, Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } },
    }]);
    expect(all(resources, "aws:iam/rolePolicy:RolePolicy")).toEqual([]);
  });

  test("alarms on every kind of event, and says what to do", () => {
    const filters = all(resources, "aws:cloudwatch/logMetricFilter:LogMetricFilter");
    const alarms = all(resources, "aws:cloudwatch/metricAlarm:MetricAlarm").filter(({ inputs }) => inputs["namespace"] === "hipaa-test/audit");
    expect(filters).toHaveLength(AUDIT_ALARMS.length);
    expect(alarms.map(({ inputs }) => [inputs["namespace"], inputs["metricName"]])).toEqual(filters.map(({ inputs }) => {
      const { metricTransformation } = inputs;
      return [Reflect.get(Object(metricTransformation), "namespace"), Reflect.get(Object(metricTransformation), "name")];
    }));
    expect(alarms.map(({ inputs }) => [inputs["threshold"], inputs["alarmDescription"]])).toEqual(AUDIT_ALARMS.map(({ atLeast, meaning, action }) => [atLeast, `${meaning}. ${action}`]));
    for (const { inputs } of alarms) {
      expect(inputs).toMatchObject({
        period: 300, evaluationPeriods: 1, statistic: "Sum", comparisonOperator: "GreaterThanOrEqualToThreshold", treatMissingData: "notBreaching",
        alarmActions: [trailArguments.alertTopicArn], insufficientDataActions: [trailArguments.alertTopicArn],
      });
    }
    expect(all(resources, "aws:sns/topic:Topic")).toEqual([]);
    // A default value would make each filter a metric of every hour, at 0.30 USD a month.
    expect(filters.filter(({ inputs }) => "defaultValue" in Object(inputs["metricTransformation"]))).toEqual([]);
  });

  test("saves questions to the stream (S4-44)", () => {
    const queries = all(resources, "aws:cloudwatch/queryDefinition:QueryDefinition");
    expect(queries.map(({ inputs }) => inputs["name"])).toEqual(["hipaa-test/audit/denied-calls", "hipaa-test/audit/console-sign-ins", "hipaa-test/audit/changes-by-people", "hipaa-test/audit/key-use"]);
    expect(queries.every(({ inputs }) => JSON.stringify(inputs["logGroupNames"]) === '["/hipaa-test/cloudtrail"]')).toBe(true);
  });

  test("answers questions in a workgroup whose encrypted results go nowhere else (S3-38)", () => {
    expect(one(resources, "aws:athena/workgroup:Workgroup").inputs).toMatchObject({
      name: "hipaa-test-audit", forceDestroy: false,
      configuration: {
        enforceWorkgroupConfiguration: true, bytesScannedCutoffPerQuery: 1_099_511_627_776,
        resultConfiguration: {
          outputLocation: `s3://${RESULTS}/`, expectedBucketOwner: "111122223333",
          encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: trailArguments.logsKeyArn },
        },
      },
    });
    expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "audit-results-encryption").inputs)
      .toMatchObject({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: trailArguments.logsKeyArn } }] });
    expect(one(resources, "aws:s3/bucketLogging:BucketLogging", "audit-results-access-log").inputs["targetBucket"]).toBe(ACCESS);
    expect(one(resources, "aws:s3/bucket:Bucket", "audit-results")).toMatchObject({ protect: true, retainOnDelete: false, inputs: { forceDestroy: true } });
  });

  test("saves the documents' queries over the trail's table (S3-39 to S3-42)", () => {
    expect(one(resources, "aws:glue/catalogTable:CatalogTable", "audit-table").inputs).toMatchObject({
      databaseName: "hipaa_test_audit", name: "trail",
      parameters: { "projection.enabled": "true", "projection.account.values": "111122223333", "projection.region.values": "us-east-1,us-west-2", "projection.day.range": "NOW-8YEARS,NOW" },
      storageDescriptor: { location: `s3://${LOGS}/AWSLogs/`, serDeInfo: { serializationLibrary: "org.apache.hive.hcatalog.data.JsonSerDe" } },
    });
    const queries = all(resources, "aws:athena/namedQuery:NamedQuery");
    expect(queries.map(({ inputs }) => inputs["name"])).toEqual(expect.arrayContaining(["hipaa-test-patient-record-access", "hipaa-test-failed-decryptions", "hipaa-test-guardrail-calls"]));
    expect(queries.every(({ inputs }) => inputs["workgroup"] === "hipaa-test-audit" && inputs["database"] === "hipaa_test_audit")).toBe(true);
  });

  test("knows every policy document at the first preview", () => {
    const documents = policyDocuments(resources);
    expect(documents.map(({ document }) => statementsOf(document).length > 0)).toEqual(documents.map(() => true));
    expect(documents).toHaveLength(9);
  });

  test("registers what it offers", async () => {
    let trail: AuditTrail | undefined;
    const registered = await record(() => { trail = new AuditTrail("audit", trailArguments); });
    expect(registeredOutputs(registered, "hipaa:index:AuditTrail")).toEqual(trail === undefined ? [] : publicFields(trail));
  });

  test("has neither stream nor filters without CloudWatch, and the same trail", async () => {
    const quiet = await recorded({ trailToCloudWatch: false });
    const left = quiet.filter(({ type }) => /^aws:(?:cloudwatch|iam|sns)\//u.test(type)).map(({ name }) => name);
    expect(left.filter((name) => !name.startsWith("audit-replica"))).toEqual([]);
    expect(one(quiet, "aws:cloudtrail/trail:Trail").inputs).not.toHaveProperty("cloudWatchLogsGroupArn");
  });

  test("takes the logs of all accounts of an organization (S1-29)", async () => {
    const wide = await recorded({ organizationId: "o-a1b2c3d4e5" });
    expect(one(wide, "aws:cloudtrail/trail:Trail").inputs["isOrganizationTrail"]).toBe(true);
    expect(statement(one(wide, "aws:s3/bucketPolicy:BucketPolicy", "audit-logs-policy").inputs["policy"], "TrailDelivers").Resource)
      .toEqual([`arn:aws:s3:::${LOGS}/AWSLogs/111122223333/*`, `arn:aws:s3:::${LOGS}/AWSLogs/o-a1b2c3d4e5/*`]);
  });
});
