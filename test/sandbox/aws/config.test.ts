import { describe, expect, test } from "vitest";
import { FakeCloud } from "../support/fake-cloud.ts";

const ROLE = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

async function recorderIn(fake: FakeCloud, region: string): Promise<void> {
  await fake.create("aws:cfg/recorder:Recorder", { name: "recorder", region, roleArn: ROLE });
}

describe("AWS Config in the sandbox", () => {
  test("delivers to no bucket with Object Lock, as in AWS", async () => {
    using fake = new FakeCloud();
    await recorderIn(fake, "us-east-1");
    await fake.create("aws:s3/bucket:Bucket", { bucket: "locked", objectLockEnabled: true });
    await fake.create("aws:s3/bucket:Bucket", { bucket: "plain" });
    const channel = (bucket: string) => fake.create("aws:cfg/deliveryChannel:DeliveryChannel", { name: "channel", s3BucketName: bucket });
    await expect(channel("locked")).rejects.toThrow("AWS Config does not support the delivery channel to bucket locked, where object lock is enabled.");
    await expect(channel("plain")).resolves.toMatchObject({ id: "channel" });
  });

  test("takes the key of the bucket's region, from a channel in another", async () => {
    using fake = new FakeCloud();
    await recorderIn(fake, "us-west-2");
    await fake.create("aws:s3/bucket:Bucket", { bucket: "history" });
    const key = await fake.create("aws:kms/key:Key", {});
    const channel = (s3KmsKeyArn: string) => fake.create("aws:cfg/deliveryChannel:DeliveryChannel", { name: "channel", region: "us-west-2", s3BucketName: "history", s3KmsKeyArn });
    await expect(channel("arn:aws:kms:us-east-1:123456789012:key/nobody")).rejects.toThrow("The arn 'arn:aws:kms:us-east-1:123456789012:key/nobody' for the KMS key is not valid.");
    await expect(channel(`arn:aws:kms:us-east-1:123456789012:key/${key.id}`)).resolves.toMatchObject({ region: "us-west-2" });
  });

  test("has one recorder in a region", async () => {
    using fake = new FakeCloud();
    await recorderIn(fake, "us-east-1");
    await expect(fake.create("aws:cfg/recorder:Recorder", { name: "second", roleArn: ROLE })).rejects.toThrow("maximum number of configuration recorders: 1 is reached (recorder)");
    await recorderIn(fake, "us-west-2");
  });
});
