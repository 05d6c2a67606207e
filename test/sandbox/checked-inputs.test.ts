import { describe, expect, it } from "vitest";
import { UNKNOWN, textOf } from "../../sandbox/wire.ts";
import { EAST, FakeCloud } from "./support/fake-cloud.ts";

const TAGGED = { ...EAST, defaultTags: { team: "platform", stage: "dev" } };

describe("Check: automatic names", () => {
  it.each([
    ["aws:s3/bucket:Bucket", "bucket", {}, /^phi-records-[0-9a-f]{7}$/u],
    ["aws:rds/instance:Instance", "identifier", { instanceClass: "db.t4g.micro" }, /^phi-records-[0-9a-f]{7}$/u],
    ["aws:iam/role:Role", "name", { assumeRolePolicy: "{}" }, /^PHI-Records-[0-9a-f]{7}$/u],
    ["aws:kms/alias:Alias", "name", { targetKeyId: "x" }, /^alias\/PHI-Records-[0-9a-f]{7}$/u],
    ["aws:sns/topic:Topic", "name", { fifoTopic: true }, /^PHI-Records-[0-9a-f]{7}\.fifo$/u],
    ["aws:athena/database:Database", "name", {}, /^phi-records_[0-9a-f]{7}$/u],
    ["aws:dynamodb/table:Table", "name", {}, /^PHI-Records-[0-9a-f]{7}$/u],
  ])("%s takes %s from its name in the program", (type, property, news, pattern) => {
    using fake = new FakeCloud();
    expect(fake.checked(type, news, { name: "PHI-Records" })[property]).toMatch(pattern);
  });

  it.each([
    ["aws:s3/bucket:Bucket", "bucket", {}, 63],
    ["aws:iam/role:Role", "name", { assumeRolePolicy: "{}" }, 64],
    ["aws:lb/loadBalancer:LoadBalancer", "name", {}, 32],
    ["aws:sqs/queue:Queue", "name", { fifoQueue: true }, 80],
    ["aws:backup/vault:Vault", "name", {}, 50],
    ["aws:kms/alias:Alias", "name", { targetKeyId: "x" }, 255],
  ])("%s: %s is cut so that it fits", (type, property, news, length) => {
    using fake = new FakeCloud();
    expect(textOf(fake.checked(type, news, { name: "n".repeat(300) })[property])).toHaveLength(length);
  });

  it("is kept by an update and made anew when the program stops giving a name", () => {
    using fake = new FakeCloud();
    const first = fake.checked("aws:s3/bucket:Bucket", {});
    expect(fake.cloud.check({ type: "aws:s3/bucket:Bucket", name: "probe", seed: "another", olds: first, news: {}, autonaming: { disabled: false } }, EAST).inputs["bucket"]).toBe(first["bucket"]);
    const named = fake.checked("aws:s3/bucket:Bucket", { bucket: "mine" });
    expect(fake.checked("aws:s3/bucket:Bucket", {}, { olds: named })["bucket"]).not.toBe("mine");
  });

  it("follows the engine's configuration: proposed within the limits, enforced as it is, or off", () => {
    using fake = new FakeCloud();
    const long = "Proposed".repeat(10);
    const bucket = (autonaming: Parameters<FakeCloud["checked"]>[2]): unknown => fake.checked("aws:s3/bucket:Bucket", {}, autonaming)["bucket"];
    expect(bucket({ autonaming: { disabled: false, proposedName: long } })).toBe(long.toLowerCase().slice(0, 63));
    expect(bucket({ autonaming: { disabled: false, proposedName: "Exact", enforced: true } })).toBe("Exact");
    expect(bucket({ autonaming: { disabled: true } })).toBeUndefined();
  });

  it("gives way to a prefix, from which AWS makes the name", async () => {
    using fake = new FakeCloud();
    expect(fake.checked("aws:s3/bucket:Bucket", { bucketPrefix: "logs-" })["bucket"]).toBeUndefined();
    const group = await fake.create("aws:cloudwatch/logGroup:LogGroup", { namePrefix: "logs-" });
    expect(group.id).toMatch(/^logs-[0-9a-f]{26}$/u);
    expect(group.outputs["name"]).toBe(group.id);
  });
});

describe("Check: defaults", () => {
  it("lists in __defaults what it filled in, and leaves what the program gave", () => {
    using fake = new FakeCloud();
    const inputs = fake.checked("aws:kms/key:Key", { enableKeyRotation: true });
    expect(inputs).toMatchObject({ enableKeyRotation: true, isEnabled: true, keyUsage: "ENCRYPT_DECRYPT", customerMasterKeySpec: "SYMMETRIC_DEFAULT", bypassPolicyLockoutSafetyCheck: false });
    expect(inputs["__defaults"]).toEqual(["bypassPolicyLockoutSafetyCheck", "customerMasterKeySpec", "isEnabled", "keyUsage"]);
  });

  it("fills fields of blocks and of lists of blocks that the program gives, and no others", () => {
    using fake = new FakeCloud();
    const cluster = fake.checked("aws:eks/cluster:Cluster", { roleArn: "r", vpcConfig: { subnetIds: [], endpointPublicAccess: false } });
    expect(cluster["vpcConfig"]).toEqual({ subnetIds: [], endpointPublicAccess: false, endpointPrivateAccess: false });
    expect(cluster["accessConfig"]).toBeUndefined();
    const plan = fake.checked("aws:backup/plan:Plan", { rules: [{ ruleName: "a", targetVaultName: "v", startWindow: 30 }, UNKNOWN] });
    expect(plan["rules"]).toEqual([{ ruleName: "a", targetVaultName: "v", startWindow: 30, completionWindow: 180, scheduleExpressionTimezone: "Etc/UTC" }, UNKNOWN]);
  });

  it("puts every resource into a region, its own or the provider's, but not global ones", () => {
    using fake = new FakeCloud();
    const west = { settings: { ...EAST, region: "us-west-2" } };
    expect(fake.checked("aws:sns/topic:Topic", {}, west)["region"]).toBe("us-west-2");
    expect(fake.checked("aws:sns/topic:Topic", { region: "eu-west-1" }, west)["region"]).toBe("eu-west-1");
    expect(fake.checked("aws:iam/role:Role", { assumeRolePolicy: "{}" }, west)["region"]).toBeUndefined();
  });

  it("keeps own tags in tags and merges the provider's into tagsAll, own ones winning", () => {
    using fake = new FakeCloud();
    const inputs = fake.checked("aws:s3/bucket:Bucket", { tags: { stage: "prod", data: "phi" } }, { settings: TAGGED });
    expect(inputs["tags"]).toEqual({ stage: "prod", data: "phi" });
    expect(inputs["tagsAll"]).toEqual({ team: "platform", stage: "prod", data: "phi" });
    expect(fake.checked("aws:s3/bucket:Bucket", {}, { settings: TAGGED })["tagsAll"]).toEqual(TAGGED.defaultTags);
    expect(fake.checked("aws:s3/bucket:Bucket", {})["tagsAll"]).toBeUndefined();
    expect(fake.checked("aws:s3/bucket:Bucket", { tags: UNKNOWN }, { settings: TAGGED })["tagsAll"]).toBe(UNKNOWN);
    expect(fake.checked("aws:ec2/route:Route", { routeTableId: "rtb" }, { settings: TAGGED })["tagsAll"]).toBeUndefined();
  });
});

describe("Check: refusals", () => {
  it("reports every missing and every unknown property at once", () => {
    using fake = new FakeCloud();
    const request = { type: "aws:ec2/securityGroupRule:SecurityGroupRule", name: "r", seed: "s", olds: {}, news: { fromPort: 1, colour: "red" }, autonaming: { disabled: false } };
    expect(fake.cloud.check(request, EAST).failures).toEqual([
      { property: "protocol", reason: "Missing required property 'protocol'" },
      { property: "securityGroupId", reason: "Missing required property 'securityGroupId'" },
      { property: "toPort", reason: "Missing required property 'toPort'" },
      { property: "type", reason: "Missing required property 'type'" },
      { property: "colour", reason: "aws:ec2/securityGroupRule:SecurityGroupRule has no property 'colour'" },
    ]);
  });

  it("takes an unknown value for a given one, and null for an absent one", () => {
    using fake = new FakeCloud();
    expect(() => fake.checked("aws:s3/bucketPolicy:BucketPolicy", { bucket: UNKNOWN, policy: UNKNOWN })).not.toThrow();
    expect(() => fake.checked("aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: null })).toThrow("Missing required property 'policy'");
  });

  it("names a type that the SDK does not have, and one that is not modelled", () => {
    using fake = new FakeCloud();
    expect(() => fake.checked("aws:s3/bukcet:Bukcet", {})).toThrow("UnknownType: the installed SDK has no resource type aws:s3/bukcet:Bukcet");
    expect(() => fake.checked("aws:gamelift/fleet:Fleet", {})).toThrow(/^UnknownType: the sandbox does not model aws:gamelift\/fleet:Fleet; add it in sandbox\/aws\//u);
  });
});
