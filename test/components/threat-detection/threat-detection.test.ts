import { beforeAll, describe, expect, test } from "vitest";
import { ThreatDetection, type ThreatDetectionArgs } from "../../../components/threat-detection/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { detectionArguments } from "./detection-arguments.ts";

const DETECTOR = "aws:guardduty/detector:Detector";
const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
const HUB = "aws:securityhub/account:Account";
const MACIE = "aws:macie2/account:Account";
const REGIONS = ["us-east-1", "us-west-2"] as const;

async function recorded(changes: Partial<ThreatDetectionArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new ThreatDetection("detection", { ...detectionArguments, ...changes }));
}

function regionsOf(resources: readonly Recorded[], type: string): readonly string[] {
  return all(resources, type).map(({ inputs }) => String(inputs["region"])).toSorted();
}

describe("ThreatDetection", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test.each(REGIONS)("watches %s with GuardDuty and every protection, published within 15 minutes (S1-36)", (region) => {
    expect(one(resources, DETECTOR, `detection-guardduty-${region}`).inputs).toMatchObject({ region, enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" });
    const features = all(resources, FEATURE).filter(({ inputs }) => inputs["region"] === region);
    expect(features.map(({ inputs }) => `${String(inputs["name"])} ${String(inputs["status"])}`).toSorted()).toEqual([
      "EBS_MALWARE_PROTECTION ENABLED", "EKS_AUDIT_LOGS ENABLED", "LAMBDA_NETWORK_LOGS ENABLED", "RDS_LOGIN_EVENTS ENABLED", "RUNTIME_MONITORING ENABLED", "S3_DATA_EVENTS ENABLED",
    ]);
    expect(features.find(({ inputs }) => inputs["name"] === "RUNTIME_MONITORING")?.inputs["additionalConfigurations"]).toEqual(
      ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"].map((name) => ({ name, status: "ENABLED" })));
  });

  test.each(REGIONS)("checks %s against three standards in Security Hub (S1-37)", (region) => {
    expect(all(resources, HUB).find(({ inputs }) => inputs["region"] === region)?.inputs).toMatchObject({ enableDefaultStandards: false, autoEnableControls: true, controlFindingGenerator: "SECURITY_CONTROL" });
    expect(all(resources, "aws:securityhub/standardsSubscription:StandardsSubscription").filter(({ inputs }) => inputs["region"] === region).map(({ inputs }) => String(inputs["standardsArn"])).toSorted()).toEqual([
      `arn:aws:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`, `arn:aws:securityhub:${region}::standards/cis-aws-foundations-benchmark/v/5.0.0`,
      `arn:aws:securityhub:${region}::standards/nist-800-53/v/5.0.0`,
    ]);
  });

  test("gathers findings in the primary region, once Security Hub is on in both", () => {
    const aggregator = one(resources, "aws:securityhub/findingAggregator:FindingAggregator");
    expect(aggregator.inputs).toMatchObject({ region: "us-east-1", linkingMode: "SPECIFIED_REGIONS", specifiedRegions: ["us-west-2"] });
    expect(aggregator.dependencies.filter((urn) => urn.includes("securityhub/account:Account"))).toHaveLength(2);
  });

  test("looks for sensitive data in both regions, and at a sample of the PHI bucket each month", () => {
    expect(regionsOf(resources, MACIE)).toEqual([...REGIONS]);
    expect(one(resources, "aws:macie2/classificationJob:ClassificationJob").inputs).toMatchObject({
      region: "us-east-1", name: "hipaa-test-phi-sample", jobType: "SCHEDULED", scheduleFrequency: { monthlySchedule: 1 }, samplingPercentage: 10,
      s3JobDefinition: { bucketDefinitions: [{ accountId: "111122223333", buckets: ["hipaa-test-phi"] }] },
    });
  });

  test("scans instances, images and functions in both regions", () => {
    expect(all(resources, "aws:inspector2/enabler:Enabler").map(({ inputs }) => [inputs["region"], inputs["accountIds"], inputs["resourceTypes"]])).toEqual(
      REGIONS.map((region) => [region, ["111122223333"], ["EC2", "ECR", "LAMBDA"]]));
  });

  test("scans every upload to the PHI bucket for malware, with rights to that bucket and under its key only", () => {
    const plan = one(resources, "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan");
    expect(plan.inputs).toMatchObject({ protectedResource: { s3Bucket: { bucketName: "hipaa-test-phi" } }, actions: [{ taggings: [{ status: "ENABLED" }] }] });
    expect(plan.dependencies.some((urn) => urn.endsWith("detection-malware-rights"))).toBe(true);
    const { policy } = one(resources, "aws:iam/policy:Policy").inputs;
    const buckets = statementsOf(policy).flatMap(({ Resource }) => Resource ?? []).filter((arn) => arn.startsWith("arn:aws:s3:::"));
    expect(new Set(buckets)).toEqual(new Set(["arn:aws:s3:::hipaa-test-phi", "arn:aws:s3:::hipaa-test-phi/*", "arn:aws:s3:::hipaa-test-phi/malware-protection-resource-validation-object"]));
    expect(statement(policy, "DecryptUploads").Condition).toEqual({
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" }, "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/hipaa-test/phi-data" },
    });
    expect(statementsOf(policy).flatMap(({ Action }) => Action).filter((action) => /^s3:(?:Put|Delete)/u.test(action)).toSorted()).toEqual([
      "s3:PutBucketNotification", "s3:PutObject", "s3:PutObjectTagging", "s3:PutObjectVersionTagging",
    ]);
    expect(statement(policy, "ProveAccess").Resource).toEqual(["arn:aws:s3:::hipaa-test-phi/malware-protection-resource-validation-object"]);
  });

  test("lets GuardDuty's scan alone assume its role, for this account (S4-72)", () => {
    expect(statementsOf(one(resources, "aws:iam/role:Role").inputs["assumeRolePolicy"])).toMatchObject([{
      Principal: { Service: ["malware-protection-plan.guardduty.amazonaws.com"] }, Action: ["sts:AssumeRole"], Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    }]);
  });

  test("makes nothing of what an organization owns, and says what it left", async () => {
    const owned = await recorded({ administration: "organization", organizationServices: ["guardduty", "macie"] });
    expect([...all(owned, DETECTOR), ...all(owned, FEATURE), ...all(owned, MACIE), ...all(owned, "aws:macie2/classificationJob:ClassificationJob")]).toEqual([]);
    expect(regionsOf(owned, HUB)).toEqual([...REGIONS]);
    expect(one(owned, "hipaa:index:ThreatDetection").outputs).toMatchObject({ leftToOrganization: ["guardduty", "macie"], detectorIds: {} });
  });

  test("keeps the scan of the account's own bucket where an organization owns all services", async () => {
    const owned = await recorded({ administration: "organization" });
    expect(owned.filter(({ custom, type }) => custom && !type.startsWith("aws:iam/")).map(({ type }) => type)).toEqual(["aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan"]);
  });

  test("scans no uploads where only policies of AWS's own may be attached, and says so (S5-09)", async () => {
    const strict = await recorded({ managedOnly: true });
    expect(strict.filter(({ type }) => type.startsWith("aws:iam/") || type.includes("malwareProtectionPlan"))).toEqual([]);
    expect(one(strict, "hipaa:index:ThreatDetection").outputs).toMatchObject({ scannedBucketNames: [] });
    expect(one(resources, "hipaa:index:ThreatDetection").outputs).toMatchObject({ scannedBucketNames: ["hipaa-test-phi"] });
  });

  test("watches regions where nothing should run with GuardDuty alone", async () => {
    const wide = await recorded({ moreRegions: ["us-east-2"] });
    expect(regionsOf(wide, DETECTOR)).toEqual(["us-east-1", "us-east-2", "us-west-2"]);
    expect(regionsOf(wide, HUB)).toEqual([...REGIONS]);
  });

  test("keeps findings of both regions in one locked bucket on request, which only AWS services write to", async () => {
    const kept = await recorded({ findingsArchive: { auditKeyArn: "arn:aws:kms:us-east-1:111122223333:key/audit", objectLock: { mode: "GOVERNANCE", days: 365 } } });
    const name = "hipaa-test-findings-111122223333-us-east-1";
    expect(one(kept, "aws:s3/bucket:Bucket", "detection-findings")).toMatchObject({ protect: true, retainOnDelete: true, inputs: { bucket: name, objectLockEnabled: true, tags: { DataClassification: "audit" } } });
    expect(one(kept, "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration").inputs["rule"]).toEqual({ defaultRetention: { mode: "GOVERNANCE", days: 365 } });
    const { policy } = one(kept, "aws:s3/bucketPolicy:BucketPolicy", "detection-findings-policy").inputs;
    expect(statement(policy, "PublishFindings")).toMatchObject({
      Principal: { Service: ["guardduty.amazonaws.com"] }, Action: ["s3:PutObject"], Resource: [`arn:aws:s3:::${name}/*`],
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" }, ArnLike: { "aws:SourceArn": ["arn:aws:guardduty:*:111122223333:detector/*"] } },
    });
    expect(statement(policy, "WrittenByServicesOnly").Effect).toBe("Deny");
    expect(regionsOf(kept, "aws:guardduty/publishingDestination:PublishingDestination")).toEqual([...REGIONS]);
    expect(all(kept, "aws:guardduty/publishingDestination:PublishingDestination").every(({ dependencies }) => dependencies.some((urn) => urn.endsWith("detection-findings-policy")))).toBe(true);
    expect(all(resources, "aws:s3/bucket:Bucket")).toEqual([]);
  });

  test.each([
    [{ mode: "GOVERNANCE", days: 400 }, 365, '  - findingsArchive.objectLock.days = 400: at most retentionDays (365): a locked finding cannot expire. Lower it or raise the retention'],
    [{ mode: "GOVERNANCE", days: 1 }, 364, "  - findingsArchive.retentionDays = 364: whole days, at least 365. Leave it out for seven years"],
  ] as const)("refuses an archive with the lock %j and %d days", async (objectLock, retentionDays, problem) => {
    await expect(recorded({ findingsArchive: { auditKeyArn: "arn", objectLock, retentionDays } })).rejects.toThrow(`detection: 1 argument cannot be used; nothing was created.\n${problem}`);
  });

  test("knows every policy document before anything exists, and registers what it offers", async () => {
    expect(policyDocuments(resources).map(({ document }) => typeof document)).toEqual(["string", "string"]);
    let component: ThreatDetection | undefined;
    const offered = await record(() => { component = new ThreatDetection("detection", detectionArguments); });
    expect(registeredOutputs(offered, "hipaa:index:ThreatDetection")).toEqual(component === undefined ? [] : publicFields(component));
  });

  test("refuses what cannot be used in one message, before anything is created", async () => {
    await expect(recorded({ macieSamplingPercentage: 0, moreRegions: ["us-west-2"] })).rejects.toThrow([
      "detection: 2 arguments cannot be used; nothing was created.",
      '  - moreRegions[0] = "us-west-2": each region once; both regions of the deployment are always watched. Remove it',
      "  - macieSamplingPercentage = 0: whole percent of the objects, from 1 to 100. Leave it out for 10",
    ].join("\n"));
  });
});
