import { describe, expect, it } from "vitest";
import { EAST, FakeCloud } from "../support/fake-cloud.ts";

const WEST = { ...EAST, region: "us-west-2" };
const STANDARD = "arn:aws:securityhub:us-east-1::standards/nist-800-53/v/5.0.0";

describe("services that watch an account", () => {
  it.each([
    ["aws:guardduty/detector:Detector", "BadRequestException"], ["aws:macie2/account:Account", "ConflictException"], ["aws:securityhub/account:Account", "ResourceConflictException"],
  ])("%s is switched on once per region", async (type, code) => {
    using fake = new FakeCloud();
    await fake.create(type);
    await expect(fake.create(type)).rejects.toMatchObject({ code });
    await expect(fake.create(type, {}, WEST)).resolves.toMatchObject({ region: "us-west-2" });
  });

  it("a changed detector stays the same one", async () => {
    using fake = new FakeCloud();
    const detector = await fake.create("aws:guardduty/detector:Detector");
    await expect(fake.update(detector, { findingPublishingFrequency: "FIFTEEN_MINUTES" })).resolves.toMatchObject({ id: detector.id });
  });

  it("features need a detector, and runtime monitoring is named once", async () => {
    using fake = new FakeCloud();
    const feature = "aws:guardduty/detectorFeature:DetectorFeature";
    await expect(fake.create(feature, { detectorId: "none", name: "S3_DATA_EVENTS", status: "ENABLED" })).rejects.toMatchObject({ code: "BadRequestException" });
    const { id: detectorId } = await fake.create("aws:guardduty/detector:Detector");
    await expect(fake.create(feature, { detectorId, name: "RUNTIME_MONITORING", status: "ENABLED" })).resolves.toMatchObject({ id: `${detectorId}/RUNTIME_MONITORING` });
    await expect(fake.create(feature, { detectorId, name: "EKS_RUNTIME_MONITORING", status: "ENABLED" })).rejects.toMatchObject({ code: "BadRequestException" });
  });

  it("a standard needs Security Hub in its region, and its subscription is named after it", async () => {
    using fake = new FakeCloud();
    const type = "aws:securityhub/standardsSubscription:StandardsSubscription";
    await fake.create("aws:securityhub/account:Account", {}, WEST);
    await expect(fake.create(type, { standardsArn: STANDARD })).rejects.toMatchObject({ code: "InvalidAccessException" });
    await fake.create("aws:securityhub/account:Account");
    await expect(fake.create(type, { standardsArn: STANDARD })).resolves.toMatchObject({ id: "arn:aws:securityhub:us-east-1:123456789012:subscription/nist-800-53/v/5.0.0" });
  });

  it("findings are gathered in one region of an account", async () => {
    using fake = new FakeCloud();
    const type = "aws:securityhub/findingAggregator:FindingAggregator";
    await fake.create("aws:securityhub/account:Account");
    await fake.create("aws:securityhub/account:Account", {}, WEST);
    await fake.create(type, { linkingMode: "ALL_REGIONS" });
    await expect(fake.create(type, { linkingMode: "ALL_REGIONS" }, WEST)).rejects.toMatchObject({ code: "ConflictException" });
  });

  it("a job of Macie needs Macie, and a bucket of its region", async () => {
    using fake = new FakeCloud();
    const job = { jobType: "ONE_TIME", s3JobDefinition: { bucketDefinitions: [{ accountId: "123456789012", buckets: ["phi"] }] } };
    await fake.create("aws:macie2/account:Account");
    await expect(fake.create("aws:macie2/classificationJob:ClassificationJob", job)).rejects.toMatchObject({ code: "ValidationException" });
    await fake.create("aws:s3/bucket:Bucket", { bucket: "phi" });
    await expect(fake.create("aws:macie2/classificationJob:ClassificationJob", job)).resolves.toMatchObject({ outputs: { jobStatus: "RUNNING", samplingPercentage: 100 } });
    await expect(fake.create("aws:macie2/classificationJob:ClassificationJob", job, WEST)).rejects.toMatchObject({ code: "ValidationException" });
  });

  it("findings of any region go to a bucket, under a key of the bucket's region", async () => {
    using fake = new FakeCloud();
    const type = "aws:guardduty/publishingDestination:PublishingDestination";
    await fake.create("aws:s3/bucket:Bucket", { bucket: "findings" });
    const [east, west] = [await fake.create("aws:kms/key:Key"), await fake.create("aws:kms/key:Key", {}, WEST)];
    const { id: detectorId } = await fake.create("aws:guardduty/detector:Detector", {}, WEST);
    const destination = { detectorId, destinationArn: "arn:aws:s3:::findings" };
    await expect(fake.create(type, { ...destination, kmsKeyArn: west.outputs["arn"] ?? "" }, WEST)).rejects.toMatchObject({ code: "BadRequestException" });
    await expect(fake.create(type, { ...destination, kmsKeyArn: east.outputs["arn"] ?? "" }, WEST)).resolves.toMatchObject({ region: "us-west-2" });
    await expect(fake.create(type, { ...destination, destinationArn: "arn:aws:s3:::none", kmsKeyArn: east.outputs["arn"] ?? "" }, WEST)).rejects.toMatchObject({ code: "BadRequestException" });
  });
});
