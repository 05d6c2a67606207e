import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { awsAnswers, awsDataSources } from "../../../sandbox/aws/data-sources.ts";
import type { Properties } from "../../../sandbox/wire.ts";
import { EAST, FakeCloud } from "../support/fake-cloud.ts";

const SDK = join(import.meta.dirname, "../../../node_modules/@pulumi/aws");
const ROLE = { assumeRolePolicy: JSON.stringify({ Statement: [] }) };

/** Arguments with which each data source finds something; what it looks up is created first. */
const ARGUMENTS: Readonly<Record<string, Properties>> = {
  "aws:index/getServicePrincipal:getServicePrincipal": { serviceName: "backup" },
  "aws:index/getAvailabilityZone:getAvailabilityZone": { name: "us-east-1a" },
  "aws:iam/getSessionContext:getSessionContext": { arn: "arn:aws:sts::123456789012:assumed-role/ops/me" },
  "aws:iam/getPolicyDocument:getPolicyDocument": { statements: [{ actions: ["s3:GetObject"], resources: ["*"] }] },
  "aws:iam/getRole:getRole": { name: "known-role" },
  "aws:ec2/getAmi:getAmi": { owners: ["amazon"], mostRecent: true, filters: [{ name: "name", values: ["al2023-ami-2023.*-x86_64"] }] },
  "aws:ssm/getParameter:getParameter": { name: "/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/recommended/image_id" },
  "aws:eks/getAddonVersion:getAddonVersion": { addonName: "vpc-cni", kubernetesVersion: "1.34" },
  "aws:kms/getKey:getKey": { keyId: "alias/aws/s3" },
  "aws:kms/getAlias:getAlias": { name: "alias/aws/s3" },
  "aws:ec2/getPrefixList:getPrefixList": { name: "com.amazonaws.us-east-1.s3" },
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": { name: "com.amazonaws.us-east-1.dynamodb" },
  "aws:s3/getBucket:getBucket": { bucket: "known-bucket" },
};

async function answerOf(fake: FakeCloud, token: string, args: Properties, settings = EAST): Promise<Properties> {
  return await awsDataSources(fake.inventory)(token, args, settings);
}

/** Fields of the SDK's result type: true for those that are always there. */
function resultFields(token: string): ReadonlyMap<string, boolean> {
  const path = (token.split(":")[1] ?? "").replace(/^index\//u, "");
  const text = readFileSync(join(SDK, `${path}.d.ts`), "utf8").replaceAll(/\/\*[\s\S]*?\*\//gu, "");
  const start = text.search(/export interface Get\w+Result \{/u);
  return new Map([...text.slice(start, text.indexOf("\n}", start)).matchAll(/^ {4}readonly (\w+)(\?)?:/gmu)].map(([, name = "", optional]) => [name, optional === undefined]));
}

describe("data sources", () => {
  it.each(Object.keys(awsAnswers))("%s answers with exactly the fields of the SDK's result type", async (token) => {
    using fake = new FakeCloud();
    await fake.create("aws:iam/role:Role", { name: "known-role", ...ROLE });
    await fake.create("aws:s3/bucket:Bucket", { bucket: "known-bucket" });
    const answer = await answerOf(fake, token, ARGUMENTS[token] ?? {});
    const fields = resultFields(token);
    expect(Object.keys(answer).filter((name) => !fields.has(name))).toEqual([]);
    expect([...fields].filter(([name, always]) => always && answer[name] === undefined)).toEqual([]);
  });

  it("refuses one it does not know by name, never with an empty answer", async () => {
    using fake = new FakeCloud();
    await expect(answerOf(fake, "aws:rds/getSnapshot:getSnapshot", {})).rejects.toThrow(/^UnknownDataSource: the sandbox does not answer aws:rds\/getSnapshot:getSnapshot; it answers getCallerIdentity, /u);
  });

  it.each([
    ["us-east-1", ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f"]],
    ["us-east-2", ["us-east-2a", "us-east-2b", "us-east-2c"]],
    ["us-west-2", ["us-west-2a", "us-west-2b", "us-west-2c", "us-west-2d"]],
    ["eu-west-1", ["eu-west-1a", "eu-west-1b", "eu-west-1c"]],
  ])("lists the zones of %s", async (region, names) => {
    using fake = new FakeCloud();
    expect(await answerOf(fake, "aws:index/getAvailabilityZones:getAvailabilityZones", { region })).toMatchObject({ names, region });
  });

  it("takes filters and exclusions of zones into account, and refuses a filter AWS does not have", async () => {
    using fake = new FakeCloud();
    const token = "aws:index/getAvailabilityZones:getAvailabilityZones";
    const optIn = [{ name: "opt-in-status", values: ["opted-in"] }];
    expect(await answerOf(fake, token, { filters: optIn })).toMatchObject({ names: [] });
    expect(await answerOf(fake, token, { region: "us-east-2", excludeNames: ["us-east-2b"] })).toMatchObject({ names: ["us-east-2a", "us-east-2c"], zoneIds: ["use2-az1", "use2-az3"] });
    await expect(answerOf(fake, token, { filters: [{ name: "colour", values: ["red"] }] })).rejects.toThrow("InvalidParameterValue: The filter 'colour' is invalid");
    await expect(answerOf(fake, token, { region: "mars-1" })).rejects.toThrow(/^InvalidRegion: the sandbox does not know the region "mars-1"/u);
  });

  it("says who is calling: the assumed role where the provider assumes one", async () => {
    using fake = new FakeCloud();
    const token = "aws:index/getCallerIdentity:getCallerIdentity";
    expect(await answerOf(fake, token, {})).toMatchObject({ accountId: "123456789012", arn: "arn:aws:iam::123456789012:user/sandbox" });
    const assuming = { ...EAST, assumeRoleArns: ["arn:aws:iam::210987654321:role/deploy"] };
    expect(await answerOf(fake, token, {}, assuming)).toMatchObject({ accountId: "210987654321", arn: "arn:aws:sts::210987654321:assumed-role/deploy/sandbox" });
  });

  it("finds keys and aliases of the inventory in their own region only", async () => {
    using fake = new FakeCloud();
    const key = await fake.create("aws:kms/key:Key", { description: "phi" });
    await fake.create("aws:kms/alias:Alias", { name: "alias/phi", targetKeyId: key.id });
    expect(await answerOf(fake, "aws:kms/getKey:getKey", { keyId: "alias/phi" })).toMatchObject({ id: key.id, description: "phi", keyManager: "CUSTOMER" });
    expect(await answerOf(fake, "aws:kms/getAlias:getAlias", { name: "alias/phi" })).toMatchObject({ targetKeyId: key.id });
    await expect(answerOf(fake, "aws:kms/getKey:getKey", { keyId: key.id, region: "us-west-2" })).rejects.toThrow(/^NotFoundException: /u);
    await expect(answerOf(fake, "aws:kms/getAlias:getAlias", { name: "alias/phi", region: "us-west-2" })).rejects.toThrow(/^NotFoundException: /u);
  });

  it.each([
    ["aws:ec2/getAmi:getAmi", { owners: ["self"], mostRecent: true }, /^InvalidAMIID.NotFound: Your query returned no results/u],
    ["aws:ec2/getAmi:getAmi", { owners: ["amazon"], filters: [{ name: "name", values: ["bottlerocket-*"] }] }, /^InvalidParameterValue: Your query returned more than one result/u],
    ["aws:ssm/getParameter:getParameter", { name: "/own/setting" }, /^ParameterNotFound: /u],
    ["aws:eks/getAddonVersion:getAddonVersion", { addonName: "no-such-addon", kubernetesVersion: "1.34" }, /^InvalidParameterException: Addon no-such-addon/u],
    ["aws:eks/getAddonVersion:getAddonVersion", { addonName: "coredns", kubernetesVersion: "1.2" }, /^InvalidParameterException: Addon coredns has no version for Kubernetes "1.2"/u],
    ["aws:iam/getRole:getRole", { name: "nobody" }, /^NoSuchEntity: /u],
  ])("%s refuses %j", async (token, args, message) => {
    using fake = new FakeCloud();
    await expect(answerOf(fake, token, args)).rejects.toThrow(message);
  });
});
