import { describe, expect, it } from "vitest";
import { stateOf } from "../../sandbox/inventory.ts";
import { type Properties, textOf } from "../../sandbox/wire.ts";
import { EAST, FakeCloud } from "./support/fake-cloud.ts";

const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const WEST = { ...EAST, region: "us-west-2" };

const TAKEN: readonly (readonly [type: string, inputs: Properties, code: string])[] = [
  ["aws:s3/bucket:Bucket", { bucket: "phi-records" }, "BucketAlreadyOwnedByYou"],
  ["aws:iam/role:Role", { name: "app", assumeRolePolicy: TRUST }, "EntityAlreadyExists"],
  ["aws:iam/policy:Policy", { name: "app", policy: TRUST }, "EntityAlreadyExists"],
  ["aws:dynamodb/table:Table", { name: "records" }, "ResourceInUseException"],
  ["aws:rds/instance:Instance", { identifier: "phi", engine: "postgres", instanceClass: "db.t4g.micro" }, "DBInstanceAlreadyExists"],
  ["aws:rds/parameterGroup:ParameterGroup", { name: "phi", family: "postgres17" }, "DBParameterGroupAlreadyExists"],
  ["aws:secretsmanager/secret:Secret", { name: "phi" }, "ResourceExistsException"],
  ["aws:ssm/parameter:Parameter", { name: "/phi", type: "String", value: "v" }, "ParameterAlreadyExists"],
  ["aws:cloudwatch/logGroup:LogGroup", { name: "/phi" }, "ResourceAlreadyExistsException"],
  ["aws:backup/vault:Vault", { name: "phi" }, "AlreadyExistsException"],
  ["aws:ec2/launchTemplate:LaunchTemplate", { name: "nodes" }, "InvalidLaunchTemplateName.AlreadyExistsException"],
  ["aws:ec2/securityGroup:SecurityGroup", { name: "web" }, "InvalidGroup.Duplicate"],
  ["aws:lb/loadBalancer:LoadBalancer", { name: "edge" }, "DuplicateLoadBalancerName"],
  ["aws:ecr/repository:Repository", { name: "app" }, "RepositoryAlreadyExistsException"],
  ["aws:cfg/recorder:Recorder", { name: "default", roleArn: "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig" }, ""],
];

describe("creating a name that is taken", () => {
  it.each(TAKEN.filter(([, , code]) => code !== ""))("%s %j is refused with %s", async (type, inputs, code) => {
    using fake = new FakeCloud();
    await fake.create(type, inputs);
    await expect(fake.create(type, inputs)).rejects.toMatchObject({ code });
    expect([...fake.inventory.all()]).toHaveLength(1);
  });

  it.each(TAKEN.filter(([type, , code]) => code !== "" && !type.startsWith("aws:iam/") && !type.startsWith("aws:s3/")))("%s %j is free in another region", async (type, inputs) => {
    using fake = new FakeCloud();
    await fake.create(type, inputs);
    await expect(fake.create(type, inputs, WEST)).resolves.toMatchObject({ region: "us-west-2" });
  });

  it("a bucket's name is taken everywhere", async () => {
    using fake = new FakeCloud();
    await fake.create("aws:s3/bucket:Bucket", { bucket: "phi-records" });
    await expect(fake.create("aws:s3/bucket:Bucket", { bucket: "phi-records" }, WEST)).rejects.toMatchObject({ code: "BucketAlreadyOwnedByYou" });
  });

  it("what AWS names itself never collides, even with the same inputs", async () => {
    using fake = new FakeCloud();
    const inputs = { cidrBlock: "10.0.0.0/16" };
    const urn = "urn:pulumi:dev::probe::aws:ec2/vpc:Vpc::vpc";
    const one = await fake.cloud.create("aws:ec2/vpc:Vpc", urn, inputs, EAST);
    const other = await fake.cloud.create("aws:ec2/vpc:Vpc", urn, inputs, EAST);
    expect(other.id).not.toBe(one.id);
    expect([...fake.inventory.all()]).toHaveLength(2);
  });

  it("a setting of something else overwrites the one before", async () => {
    using fake = new FakeCloud();
    const bucket = await fake.create("aws:s3/bucket:Bucket");
    await fake.create("aws:s3/bucketOwnershipControls:BucketOwnershipControls", { bucket: bucket.id, rule: { objectOwnership: "ObjectWriter" } });
    const second = await fake.create("aws:s3/bucketOwnershipControls:BucketOwnershipControls", { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } });
    expect(fake.inventory.ofType(second.type)).toEqual([second]);
  });
});

describe("the outputs of a create", () => {
  it("are in the state, completed by the inputs; a block of the program keeps what AWS adds", async () => {
    using fake = new FakeCloud();
    const role = await fake.create("aws:iam/role:Role", { name: "eks", path: "/platform/", assumeRolePolicy: TRUST });
    expect(stateOf(role)).toMatchObject({ name: "eks", arn: "arn:aws:iam::123456789012:role/platform/eks", path: "/platform/" });
    const cluster = await fake.create("aws:eks/cluster:Cluster", { name: "c", roleArn: textOf(role.outputs["arn"]), vpcConfig: { subnetIds: [], endpointPublicAccess: false } });
    expect(stateOf(cluster)["vpcConfig"]).toMatchObject({ subnetIds: [], endpointPublicAccess: false, clusterSecurityGroupId: expect.stringMatching(/^sg-[0-9a-f]{17}$/u) });
  });

  it("a database has a managed secret only when it was asked for", async () => {
    using fake = new FakeCloud();
    const inputs = { engine: "postgres", instanceClass: "db.t4g.micro" };
    expect((await fake.create("aws:rds/instance:Instance", inputs)).outputs["masterUserSecrets"]).toEqual([]);
    const managed = await fake.create("aws:rds/instance:Instance", { ...inputs, manageMasterUserPassword: true });
    expect(managed.outputs["masterUserSecrets"]).toMatchObject([{ secretArn: expect.stringMatching(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-[0-9a-f-]{36}-[0-9a-f]{6}$/u) }]);
  });

  it("a subnet takes zone name and zone id from each other", async () => {
    using fake = new FakeCloud();
    const vpc = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    const byName = await fake.create("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1d" });
    expect(byName.outputs["availabilityZoneId"]).toBe("use1-az6");
    const byId = await fake.create("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", availabilityZoneId: "use1-az2" });
    expect(byId.outputs["availabilityZone"]).toBe("us-east-1b");
  });
});

const REFUSED: readonly (readonly [type: string, inputs: Properties, message: RegExp])[] = [
  ["aws:s3/bucket:Bucket", { bucket: "Upper" }, /^InvalidBucketName: /u],
  ["aws:kms/alias:Alias", { name: "phi", targetKeyId: "alias/aws/s3" }, /^InvalidAliasNameException: name "phi"/u],
  ["aws:kms/key:Key", { deletionWindowInDays: 3 }, /^ValidationException: deletionWindowInDays 3 is outside 7 to 30/u],
  ["aws:kms/key:Key", { enableKeyRotation: true, customerMasterKeySpec: "RSA_2048" }, /^UnsupportedOperationException: /u],
  ["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 2190 }, /^InvalidParameterException: retentionInDays 2190 is none of 0, 1, 3/u],
  ["aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", { minRetentionDays: 3, maxRetentionDays: 35 }, /^InvalidParameterValueException: minRetentionDays 3/u],
  ["aws:backup/restoreTestingPlan:RestoreTestingPlan", { name: "my-plan", scheduleExpression: "rate(1 day)", recoveryPointSelection: {} }, /^InvalidParameterValueException: name "my-plan"/u],
  ["aws:secretsmanager/secret:Secret", { recoveryWindowInDays: 3 }, /^InvalidParameterException: recoveryWindowInDays 3/u],
  ["aws:dynamodb/table:Table", { hashKey: "id" }, /^ValidationException: hashKey "id": the attributes do not define it/u],
  ["aws:wafv2/webAcl:WebAcl", { scope: "CLOUDFRONT", region: "us-west-2", defaultAction: {}, visibilityConfig: {} }, /^WAFInvalidParameterException: scope CLOUDFRONT is for us-east-1 only/u],
  ["aws:lambda/function:Function", { role: "arn:aws:iam::210987654321:role/other" }, /^InvalidParameterValueException: The function has no code/u],
  ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy", { minimumPasswordLength: 4 }, /^ValidationError: minimumPasswordLength 4/u],
];

describe("inputs that AWS refuses", () => {
  it.each(REFUSED)("%s %j", async (type, inputs, message) => {
    using fake = new FakeCloud();
    await expect(fake.create(type, inputs)).rejects.toThrow(message);
  });

  it("a trail's bucket must let CloudTrail write before the trail exists", async () => {
    using fake = new FakeCloud();
    const { id } = await fake.create("aws:s3/bucket:Bucket");
    await expect(fake.create("aws:cloudtrail/trail:Trail", { s3BucketName: id })).rejects.toMatchObject({ code: "InsufficientS3BucketPolicyException" });
    const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "s3:PutObject", Resource: "*" }] });
    await fake.create("aws:s3/bucketPolicy:BucketPolicy", { bucket: id, policy });
    await expect(fake.create("aws:cloudtrail/trail:Trail", { s3BucketName: id })).resolves.toBeDefined();
  });

  it("replication and Object Lock want a versioned bucket", async () => {
    using fake = new FakeCloud();
    const { id } = await fake.create("aws:s3/bucket:Bucket");
    const lock = { bucket: id, rule: { defaultRetention: { mode: "COMPLIANCE", days: 1 } } };
    await expect(fake.create("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", lock)).rejects.toMatchObject({ code: "InvalidBucketState" });
    await fake.create("aws:s3/bucketVersioning:BucketVersioning", { bucket: id, versioningConfiguration: { status: "Enabled" } });
    await expect(fake.create("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", lock)).resolves.toBeDefined();
  });

  it("Config: one recorder, then a channel, then the recorder may start", async () => {
    using fake = new FakeCloud();
    const roleArn = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
    const { id } = await fake.create("aws:s3/bucket:Bucket");
    await expect(fake.create("aws:cfg/deliveryChannel:DeliveryChannel", { s3BucketName: id })).rejects.toMatchObject({ code: "NoAvailableConfigurationRecorderException" });
    const recorder = await fake.create("aws:cfg/recorder:Recorder", { roleArn });
    await expect(fake.create("aws:cfg/recorder:Recorder", { roleArn })).rejects.toMatchObject({ code: "MaxNumberOfConfigurationRecordersExceededException" });
    await expect(fake.create("aws:cfg/recorderStatus:RecorderStatus", { name: recorder.id, isEnabled: true })).rejects.toMatchObject({ code: "NoAvailableDeliveryChannelException" });
    await fake.create("aws:cfg/deliveryChannel:DeliveryChannel", { s3BucketName: id });
    await expect(fake.create("aws:cfg/recorderStatus:RecorderStatus", { name: recorder.id, isEnabled: true })).resolves.toBeDefined();
  });
});
