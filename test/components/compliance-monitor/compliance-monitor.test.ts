import { beforeAll, describe, expect, test } from "vitest";
import { ComplianceMonitor, type ComplianceMonitorArgs } from "../../../components/compliance-monitor/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs, UNKNOWN } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { check, monitorArguments } from "./monitor-arguments.ts";

const HISTORY = "hipaa-test-config-111122223333-us-east-1";
const RECORDER = "aws:cfg/recorder:Recorder";
const PACK = "aws:cfg/conformancePack:ConformancePack";
const CHECK_ROWS = ["aws:lambda/function:Function", "aws:cloudwatch/eventRule:EventRule", "aws:cloudwatch/eventTarget:EventTarget", "aws:sqs/queue:Queue", "aws:cloudwatch/metricAlarm:MetricAlarm"];

async function recorded(changes: Partial<ComplianceMonitorArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new ComplianceMonitor("compliance", { ...monitorArguments, ...changes }));
}

describe("ComplianceMonitor", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("records all types in both regions, without a pause, and global ones once (S5-26)", () => {
    expect(all(resources, RECORDER).map(({ inputs, protect }) => [inputs["region"], inputs["recordingGroup"], inputs["recordingMode"], protect])).toEqual([
      ["us-east-1", { allSupported: true, includeGlobalResourceTypes: true, recordingStrategies: [{ useOnly: "ALL_SUPPORTED_RESOURCE_TYPES" }] }, { recordingFrequency: "CONTINUOUS" }, true],
      ["us-west-2", { allSupported: true, includeGlobalResourceTypes: false, recordingStrategies: [{ useOnly: "ALL_SUPPORTED_RESOURCE_TYPES" }] }, { recordingFrequency: "CONTINUOUS" }, true],
    ]);
    expect(all(resources, "aws:cfg/recorderStatus:RecorderStatus").map(({ inputs }) => inputs["isEnabled"])).toEqual([true, true]);
    expect(all(resources, "aws:cfg/retentionConfiguration:RetentionConfiguration").map(({ inputs }) => inputs["retentionPeriodInDays"])).toEqual([2557, 2557]);
  });

  test("switches a recorder on after its channel, and the channel after the bucket's guards", () => {
    const [status, channel, pack] = [
      one(resources, "aws:cfg/recorderStatus:RecorderStatus", "compliance-recording-recovery"), one(resources, "aws:cfg/deliveryChannel:DeliveryChannel", "compliance-channel"),
      one(resources, PACK, "compliance-hipaa"),
    ].map(({ dependencies }) => dependencies.join(" "));
    expect(status).toContain("::compliance-channel-recovery");
    expect(channel).toMatch(/compliance-recorder.*compliance-history-policy/u);
    expect(pack).toMatch(/compliance-recording.*compliance-automatic-permission.*compliance-manual-permission/u);
  });

  test("delivers to a bucket of its own that only AWS Config writes to and nobody deletes from", () => {
    expect(one(resources, "aws:s3/bucket:Bucket", "compliance-history")).toMatchObject({
      protect: true, retainOnDelete: true, inputs: { bucket: HISTORY, objectLockEnabled: false, tags: { DataClassification: "audit" } },
    });
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "compliance-history-policy").inputs;
    expect(statementsOf(policy).filter(({ Effect }) => Effect === "Allow").map(({ Principal }) => Principal)).toEqual([{ Service: ["config.amazonaws.com"] }, { Service: ["config.amazonaws.com"] }]);
    expect(statement(policy, "ConfigDelivers")).toMatchObject({
      Action: ["s3:PutObject"], Resource: [`arn:aws:s3:::${HISTORY}/AWSLogs/111122223333/Config/*`],
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333", "s3:x-amz-acl": "bucket-owner-full-control" } },
    });
    expect(statement(policy, "NeverDeleted")).toMatchObject({ Effect: "Deny", Principal: "*", Action: ["s3:DeleteObject", "s3:DeleteObjectVersion"] });
    expect(statement(policy, "WrittenByServicesOnly")).toMatchObject({ Effect: "Deny", Principal: "*" });
    expect(all(resources, "aws:cfg/deliveryChannel:DeliveryChannel").map(({ inputs }) => [inputs["s3BucketName"], inputs["s3KmsKeyArn"]]))
      .toEqual([[HISTORY, monitorArguments.auditKeyArn], [HISTORY, monitorArguments.auditKeyArn]]);
    expect(one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "compliance-history-lifecycle").inputs["rules"])
      .toMatchObject([{ expiration: { days: 2557 }, noncurrentVersionExpiration: { noncurrentDays: 2557 }, transitions: [{ days: 90, storageClass: "GLACIER_IR" }] }]);
  });

  test("records under AWS Config's own role, which it makes unless the account has it", async () => {
    expect(one(resources, "aws:iam/serviceLinkedRole:ServiceLinkedRole").inputs["awsServiceName"]).toBe("config.amazonaws.com");
    const existing = await recorded({ serviceRoleExists: true });
    expect(all(existing, "aws:iam/serviceLinkedRole:ServiceLinkedRole")).toEqual([]);
    expect(new Set(all(existing, RECORDER).map(({ inputs }) => inputs["roleArn"])))
      .toEqual(new Set(["arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"]));
  });

  test("judges both regions by both packs, and the account in one (S5-29)", () => {
    const rulesOf = (name: string): number => String(one(resources, PACK, name).inputs["templateBody"]).split("AWS::Config::ConfigRule").length - 1;
    expect(all(resources, PACK).map(({ inputs }) => `${String(inputs["name"])} ${String(inputs["region"])}`).toSorted()).toEqual([
      "hipaa-test-hipaa-security us-east-1", "hipaa-test-hipaa-security us-west-2", "hipaa-test-platform us-east-1", "hipaa-test-platform us-west-2",
    ]);
    expect(rulesOf("compliance-hipaa")).toBe(130);
    expect(rulesOf("compliance-hipaa-recovery")).toBe(114);
    expect(one(resources, PACK, "compliance-hipaa-recovery").inputs["templateBody"]).not.toContain("IAM_");
  });

  test("remediates under two roles that Systems Manager alone takes, for this account", () => {
    const roles = all(resources, "aws:iam/role:Role");
    expect(roles.map(({ inputs }) => inputs["name"])).toEqual(["hipaa-test-remediation-automatic", "hipaa-test-remediation-manual"]);
    for (const { inputs } of roles) {
      expect(statementsOf(inputs["assumeRolePolicy"])).toMatchObject([{ Principal: { Service: ["ssm.amazonaws.com"] }, Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } }]);
    }
  });

  test("pretends no check where there is no code for one", () => {
    expect(resources.filter(({ type }) => CHECK_ROWS.includes(type))).toEqual([]);
  });

  test("knows every policy document at the first preview", async () => {
    const documents = policyDocuments(await recorded({ check, aggregator: "organization" }));
    expect(documents.length).toBeGreaterThan(8);
    expect(documents.filter(({ document }) => document === UNKNOWN || statementsOf(document).length === 0)).toEqual([]);
  });

  test("shows the outputs that it registers", async () => {
    const component: ComplianceMonitor[] = [];
    const shown = await record(() => { component.push(new ComplianceMonitor("compliance", monitorArguments)); });
    expect(registeredOutputs(shown, "hipaa:index:ComplianceMonitor")).toEqual(component.flatMap(publicFields));
  });
});

describe("ComplianceMonitor on request", () => {
  test("leaves the recovery region out", async () => {
    const resources = await recorded({ recordRecoveryRegion: false });
    expect(all(resources, RECORDER)).toHaveLength(1);
    expect(all(resources, PACK)).toHaveLength(2);
  });

  test("reports and puts nothing right where only policies of AWS's own may be attached (X-02, S5-09)", async () => {
    const resources = await recorded({ managedOnly: true });
    expect([...all(resources, "aws:iam/role:Role"), ...all(resources, "aws:iam/policy:Policy")]).toEqual([]);
    const templates = all(resources, PACK).map(({ inputs }) => String(inputs["templateBody"]));
    expect(templates).toHaveLength(4);
    expect(templates.join("\n")).not.toContain("AWS::Config::RemediationConfiguration");
    expect(templates.join("\n")).toContain("AWS::Config::ConfigRule");
  });

  test("runs the check under a wider policy of AWS's where one takes its policy's place", async () => {
    const wider = "arn:aws:iam::aws:policy/SecurityAudit";
    const resources = await recorded({ check, deployment: { ...monitorArguments.deployment, managedPolicies: { "compliance-check-policy": [wider] } } });
    expect(all(resources, "aws:iam/policy:Policy").map(({ name }) => name)).toEqual(["compliance-automatic-policy", "compliance-manual-policy"]);
    const { urn, inputs } = one(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "compliance-check-permission");
    expect(inputs["policyArn"]).toBe(wider);
    expect(one(resources, "aws:lambda/function:Function").dependencies).toContain(urn);
  });

  test("delivers to a bucket that exists, and leaves its encryption to its owner", async () => {
    const resources = await recorded({ historyBucketName: "org-log-archive" });
    expect(all(resources, "aws:s3/bucket:Bucket")).toEqual([]);
    const channels = all(resources, "aws:cfg/deliveryChannel:DeliveryChannel");
    expect(channels.map(({ inputs }) => inputs["s3BucketName"])).toEqual(["org-log-archive", "org-log-archive"]);
    expect(channels.filter(({ inputs }) => "s3KmsKeyArn" in inputs)).toEqual([]);
  });

  test("tells the pack which VPCs may have an internet gateway, in their own region", async () => {
    const resources = await recorded({ internetVpcIds: ["vpc-1", "vpc-2"] });
    expect(one(resources, PACK, "compliance-hipaa").inputs["inputParameters"]).toEqual([{ parameterName: "AuthorizedVpcIds", parameterValue: "vpc-1,vpc-2" }]);
    expect(one(resources, PACK, "compliance-hipaa-recovery").inputs).not.toHaveProperty("inputParameters");
    expect(one(resources, PACK, "compliance-platform").inputs).not.toHaveProperty("inputParameters");
    const both = await recorded({ recoveryInternetVpcIds: ["vpc-3"] });
    expect(one(both, PACK, "compliance-hipaa-recovery").inputs["inputParameters"]).toEqual([{ parameterName: "AuthorizedVpcIds", parameterValue: "vpc-3" }]);
  });

  test("aggregates both regions of the account, or of the organization under a role for that", async () => {
    const account = one(await recorded({ aggregator: "account" }), "aws:cfg/configurationAggregator:ConfigurationAggregator");
    expect(account.inputs["accountAggregationSource"]).toEqual({ accountIds: ["111122223333"], regions: ["us-east-1", "us-west-2"] });
    const resources = await recorded({ aggregator: "organization" });
    expect(one(resources, "aws:cfg/configurationAggregator:ConfigurationAggregator").inputs["organizationAggregationSource"]).toMatchObject({ regions: ["us-east-1", "us-west-2"] });
    expect(one(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "compliance-aggregator-permission").inputs["policyArn"])
      .toBe("arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations");
  });
});
