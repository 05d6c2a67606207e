import { afterAll, describe, expect, it } from "vitest";
import { awsModels } from "../../sandbox/aws/models.ts";
import type { PropertyChange } from "../../sandbox/property-changes.ts";
import { type Properties, UNKNOWN } from "../../sandbox/wire.ts";
import { FakeCloud } from "./support/fake-cloud.ts";

const fake = new FakeCloud();
afterAll(() => {
  fake[Symbol.dispose]();
});

function diff(type: string, olds: Properties, news: Properties): readonly PropertyChange[] {
  return fake.cloud.diff(type, olds, news);
}

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:eks/cluster:Cluster";

describe("Diff", () => {
  it("finds nothing between equal inputs, whatever was defaulted", () => {
    expect(diff(INSTANCE, { engine: "postgres", tags: { a: "b" }, __defaults: ["x"] }, { tags: { a: "b" }, engine: "postgres", __defaults: [] })).toEqual([]);
  });

  it("tells added, changed and removed properties apart", () => {
    expect(diff(INSTANCE, { allocatedStorage: 20, multiAz: true, deletionProtection: true }, { allocatedStorage: 40, multiAz: true, storageType: "gp3" })).toEqual([
      { property: "allocatedStorage", kind: "update", replaces: false },
      { property: "deletionProtection", kind: "delete", replaces: false },
      { property: "storageType", kind: "add", replaces: false },
    ]);
  });

  it.each([
    [INSTANCE, "storageEncrypted", false, true],
    [INSTANCE, "region", "us-east-1", "us-west-2"],
    ["aws:dynamodb/table:Table", "hashKey", "a", "b"],
    ["aws:ec2/subnet:Subnet", "cidrBlock", "10.0.0.0/24", "10.0.1.0/24"],
    ["aws:backup/vault:Vault", "kmsKeyArn", "a", "b"],
    ["aws:iam/policy:Policy", "description", "a", "b"],
  ])("%s is replaced when %s changes", (type, property, before, after) => {
    expect(diff(type, { [property]: before }, { [property]: after })).toEqual([{ property, kind: "update", replaces: true }]);
  });

  it.each([
    ["the service network", { kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16" } }, { kubernetesNetworkConfig: { serviceIpv4Cidr: "10.100.0.0/16" } }, true],
    ["encryption of secrets is taken away", { encryptionConfig: { provider: { keyArn: "a" } } }, {}, true],
    ["encryption of secrets is added", {}, { encryptionConfig: { provider: { keyArn: "b" } } }, false],
    ["the public endpoint", { vpcConfig: { endpointPublicAccess: true } }, { vpcConfig: { endpointPublicAccess: false } }, false],
    ["the authentication mode beside the creator's rights", { accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: false } }, { accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false } }, false],
  ])("an EKS cluster, changed in this: %s. Replaced: %s", (_what, olds, news, replaces) => {
    expect(diff(CLUSTER, olds, news)).toMatchObject([{ replaces }]);
  });

  it("takes an unknown value for a change, also one inside, and also of what replaces", () => {
    expect(diff("aws:ec2/subnet:Subnet", { vpcId: "vpc-1" }, { vpcId: UNKNOWN })).toEqual([{ property: "vpcId", kind: "update", replaces: true }]);
    expect(diff(CLUSTER, { vpcConfig: { subnetIds: ["a"] } }, { vpcConfig: { subnetIds: [UNKNOWN] } })).toEqual([{ property: "vpcConfig", kind: "update", replaces: false }]);
    expect(diff(CLUSTER, { kubernetesNetworkConfig: { ipFamily: "ipv4" } }, { kubernetesNetworkConfig: UNKNOWN })).toMatchObject([{ replaces: true }]);
  });

  it("compares policy documents by meaning, at any depth", () => {
    const before = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get"]}]}';
    const after = '{ "Statement": { "Action": "s3:Get", "Effect": "Allow" }, "Version": "2012-10-17" }';
    expect(diff("aws:s3/bucketPolicy:BucketPolicy", { policy: before }, { policy: after })).toEqual([]);
    expect(diff("aws:iam/role:Role", { assumeRolePolicy: before, inlinePolicies: [{ name: "a", policy: before }] }, { assumeRolePolicy: after, inlinePolicies: [{ name: "a", policy: after }] })).toEqual([]);
    expect(diff("aws:s3/bucketPolicy:BucketPolicy", { policy: before }, { policy: before.replace("Allow", "Deny") })).toEqual([{ property: "policy", kind: "update", replaces: false }]);
  });

  it("compares other texts letter by letter: the same JSON as a secret's value is another value", () => {
    expect(diff("aws:secretsmanager/secretVersion:SecretVersion", { secretString: '{"a":1}' }, { secretString: '{ "a": 1 }' })).toEqual([{ property: "secretString", kind: "update", replaces: true }]);
  });

  it("sees no change where a value that AWS fills is no longer given", () => {
    expect(diff("aws:ec2/subnet:Subnet", { availabilityZone: "us-east-1a" }, {})).toEqual([]);
    expect(diff("aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }, {})).toEqual([{ property: "mapPublicIpOnLaunch", kind: "delete", replaces: false }]);
  });
});

/** The value at a dotted path, in objects. */
function nested(path: string, value: string): Properties {
  const [head = "", ...rest] = path.split(".");
  return { [head]: rest.length === 0 ? value : nested(rest.join("."), value) };
}

describe("every input that a model says replaces", () => {
  it.each([...awsModels].flatMap(([type, { replaceOn }]) => replaceOn.map((path) => [type, path] as const)))("%s: %s does", (type, path) => {
    expect(diff(type, nested(path, "one"), nested(path, "two"))).toMatchObject([{ property: path.split(".")[0], replaces: true }]);
  });
});

describe("replacing under the same name", () => {
  it("must delete first where the name is given, and not where it was made up anew", () => {
    expect(fake.cloud.replacesUnderSameName("aws:s3/bucket:Bucket", { bucket: "mine" }, { bucket: "mine" })).toBe(true);
    expect(fake.cloud.replacesUnderSameName("aws:s3/bucket:Bucket", { bucket: "b-1" }, { bucket: "b-2" })).toBe(false);
    expect(fake.cloud.replacesUnderSameName("aws:ec2/subnet:Subnet", { cidrBlock: "a" }, { cidrBlock: "b" })).toBe(false);
  });
});
