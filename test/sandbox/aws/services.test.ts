import { describe, expect, test } from "vitest";
import { type Properties, textOf, UNKNOWN } from "../../../sandbox/wire.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const SERVICE_ROLE = "arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";

interface Kind {
  readonly type: string;
  readonly inputs: Properties;
  /** What a change of which replaces the resource, with another value for it. */
  readonly replacedBy?: Properties;
  readonly id: RegExp;
  /** AWS decides nothing of it. */
  readonly whollyGiven?: true;
  /** AWS's error for a second one of the same name, where names collide. */
  readonly taken?: string;
}

const KINDS: readonly Kind[] = [
  { type: "aws:appautoscaling/target:Target", inputs: { maxCapacity: 10, minCapacity: 1, resourceId: "table/visits", scalableDimension: "dynamodb:table:ReadCapacityUnits", serviceNamespace: "dynamodb" }, replacedBy: { resourceId: "table/other" }, id: /^table\/visits\// },
  { type: "aws:autoscaling/group:Group", inputs: { name: "workers", maxSize: 3, minSize: 1 }, replacedBy: { name: "others" }, id: /^workers$/, taken: "AlreadyExists" },
  { type: "aws:codeartifact/domain:Domain", inputs: { domain: "clinic" }, replacedBy: { domain: "other" }, id: /:domain\/clinic$/, taken: "ConflictException" },
  { type: "aws:codebuild/project:Project", inputs: { name: "build", artifacts: { type: "NO_ARTIFACTS" }, environment: { computeType: "BUILD_GENERAL1_SMALL", image: "x", type: "LINUX_CONTAINER" }, serviceRole: SERVICE_ROLE, source: { type: "NO_SOURCE" } }, replacedBy: { name: "other" }, id: /:project\/build$/, taken: "ResourceAlreadyExistsException" },
  { type: "aws:codebuild/sourceCredential:SourceCredential", inputs: { authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB", token: "t" }, replacedBy: { token: "u" }, id: /:token\/github$/, taken: "ResourceAlreadyExistsException" },
  { type: "aws:cognito/identityPool:IdentityPool", inputs: { identityPoolName: "guests" }, replacedBy: { identityPoolName: "others" }, id: /^us-east-1:[0-9a-f-]{36}$/ },
  { type: "aws:dax/cluster:Cluster", inputs: { clusterName: "Cache", iamRoleArn: SERVICE_ROLE, nodeType: "dax.t3.small", replicationFactor: 1 }, replacedBy: { clusterEndpointEncryptionType: "TLS" }, id: /^cache$/, taken: "ClusterAlreadyExistsFault" },
  { type: "aws:dms/endpoint:Endpoint", inputs: { endpointId: "old", endpointType: "source", engineName: "postgres" }, replacedBy: { endpointId: "other" }, id: /^old$/, taken: "ResourceAlreadyExistsFault" },
  { type: "aws:dms/replicationInstance:ReplicationInstance", inputs: { replicationInstanceClass: "dms.t3.micro", replicationInstanceId: "move" }, replacedBy: { publiclyAccessible: false }, id: /^move$/, taken: "ResourceAlreadyExistsFault" },
  { type: "aws:docdb/cluster:Cluster", inputs: { clusterIdentifier: "docs" }, replacedBy: { storageEncrypted: true }, id: /^docs$/, taken: "DBClusterAlreadyExistsFault" },
  { type: "aws:ebs/volume:Volume", inputs: { availabilityZone: "us-east-1a", size: 10 }, replacedBy: { encrypted: true }, id: /^vol-[0-9a-f]{17}$/ },
  { type: "aws:ec2transitgateway/transitGateway:TransitGateway", inputs: {}, replacedBy: { multicastSupport: "enable" }, id: /^tgw-[0-9a-f]{17}$/ },
  { type: "aws:ecs/taskDefinition:TaskDefinition", inputs: { family: "api", containerDefinitions: '[{"name":"api","image":"x"}]' }, replacedBy: { networkMode: "awsvpc" }, id: /^api:1$/ },
  { type: "aws:efs/fileSystem:FileSystem", inputs: {}, replacedBy: { encrypted: true }, id: /^fs-[0-9a-f]{17}$/ },
  { type: "aws:elasticache/replicationGroup:ReplicationGroup", inputs: { replicationGroupId: "sessions", description: "d" }, replacedBy: { atRestEncryptionEnabled: true }, id: /^sessions$/, taken: "ReplicationGroupAlreadyExists" },
  { type: "aws:elasticbeanstalk/application:Application", inputs: { name: "portal" }, replacedBy: { name: "other" }, id: /^portal$/, taken: "InvalidParameterValue" },
  { type: "aws:elb/loadBalancer:LoadBalancer", inputs: { name: "classic", listeners: [{ instancePort: 80, instanceProtocol: "http", lbPort: 80, lbProtocol: "http" }] }, replacedBy: { internal: true }, id: /^classic$/, taken: "DuplicateLoadBalancerName" },
  { type: "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration", inputs: { blockPublicSecurityGroupRules: true }, id: /^emr-block-public-access-configuration$/, whollyGiven: true },
  { type: "aws:emr/cluster:Cluster", inputs: { releaseLabel: "emr-7.5.0", serviceRole: SERVICE_ROLE }, replacedBy: { securityConfiguration: "kerberos" }, id: /^j-[0-9A-F]{13}$/ },
  { type: "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings", inputs: { dataCatalogEncryptionSettings: {} }, id: /^123456789012$/ },
  { type: "aws:glue/job:Job", inputs: { name: "nightly", command: { scriptLocation: "s3://b/k" }, roleArn: SERVICE_ROLE }, replacedBy: { name: "other" }, id: /^nightly$/, taken: "AlreadyExistsException" },
  { type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", inputs: { name: "events", destination: "http_endpoint" }, replacedBy: { destination: "splunk" }, id: /:deliverystream\/events$/, taken: "ResourceInUseException" },
  { type: "aws:kinesis/stream:Stream", inputs: { name: "vitals" }, replacedBy: { name: "other" }, id: /:stream\/vitals$/, taken: "ResourceInUseException" },
  { type: "aws:msk/cluster:Cluster", inputs: { clusterName: "bus", brokerNodeGroupInfo: { instanceType: "kafka.m7g.large" }, kafkaVersion: "3.8.x", numberOfBrokerNodes: 3 }, replacedBy: { clusterName: "other" }, id: /:cluster\/bus\/[0-9a-f-]{36}-1$/, taken: "ConflictException" },
  { type: "aws:neptune/cluster:Cluster", inputs: { clusterIdentifier: "graph" }, replacedBy: { storageEncrypted: true }, id: /^graph$/, taken: "DBClusterAlreadyExistsFault" },
  { type: "aws:opensearch/domain:Domain", inputs: { domainName: "search" }, replacedBy: { domainName: "other" }, id: /:domain\/search$/, taken: "ResourceAlreadyExistsException" },
  { type: "aws:redshift/cluster:Cluster", inputs: { clusterIdentifier: "warehouse", nodeType: "ra3.large" }, replacedBy: { databaseName: "other" }, id: /^warehouse$/, taken: "ClusterAlreadyExists" },
  { type: "aws:redshift/parameterGroup:ParameterGroup", inputs: { name: "plain", family: "redshift-2.0" }, replacedBy: { family: "redshift-1.0" }, id: /^plain$/, taken: "ClusterParameterGroupAlreadyExists" },
  { type: "aws:sagemaker/model:Model", inputs: { name: "triage", executionRoleArn: SERVICE_ROLE }, replacedBy: { enableNetworkIsolation: true }, id: /^triage$/, taken: "ValidationException" },
  { type: "aws:sagemaker/notebookInstance:NotebookInstance", inputs: { name: "study", instanceType: "ml.t3.medium", roleArn: SERVICE_ROLE }, replacedBy: { directInternetAccess: "Disabled" }, id: /^study$/, taken: "ValidationException" },
  { type: "aws:transfer/server:Server", inputs: {}, replacedBy: { domain: "EFS" }, id: /^s-[0-9a-f]{17}$/ },
  { type: "aws:wafregional/webAcl:WebAcl", inputs: { name: "old", metricName: "old", defaultAction: { type: "ALLOW" } }, replacedBy: { metricName: "other" }, id: /^[0-9a-f-]{36}$/ },
];

/* Proves that a program can preview and create each type. Does not prove that AWS takes the same values. */
describe.each(KINDS)("$type in the sandbox", ({ type, inputs, replacedBy, id, taken, whollyGiven }) => {
  test("does not tell before the create what AWS alone decides", () => {
    using fake = new FakeCloud();
    const planned = fake.cloud.planned(type, fake.checked(type, inputs));
    expect(Object.values(planned).includes(UNKNOWN)).toBe(whollyGiven !== true);
    expect(planned).toMatchObject(inputs);
  });

  test("is created under its id, and is then as the program says", async () => {
    using fake = new FakeCloud();
    const created = await fake.create(type, inputs);
    expect(created.id).toMatch(id);
    expect(Object.values(created.outputs)).not.toContain(UNKNOWN);
    expect(fake.cloud.diff(type, created.inputs, fake.checked(type, inputs, { olds: created.inputs }))).toEqual([]);
  });

  test("is replaced for what cannot be changed", () => {
    using fake = new FakeCloud();
    const changes = fake.cloud.diff(type, fake.checked(type, inputs), fake.checked(type, { ...inputs, ...replacedBy }));
    expect(changes.map(({ replaces }) => replaces)).toEqual(replacedBy === undefined ? [] : [true]);
  });

  test("has its name to itself", async () => {
    using fake = new FakeCloud();
    await fake.create(type, inputs);
    const second = fake.create(type, inputs);
    await (taken === undefined ? expect(second).resolves.toBeDefined() : expect(second).rejects.toMatchObject({ code: taken }));
  });
});

describe("what refers to another resource", () => {
  test.each([
    { type: "aws:autoscaling/attachment:Attachment", inputs: { autoscalingGroupName: "gone" }, code: "ValidationError" },
    { type: "aws:elasticbeanstalk/environment:Environment", inputs: { application: "gone" }, code: "InvalidParameterValue" },
    { type: "aws:efs/fileSystemPolicy:FileSystemPolicy", inputs: { fileSystemId: "fs-gone", policy: "{}" }, code: "FileSystemNotFound" },
    { type: "aws:efs/backupPolicy:BackupPolicy", inputs: { fileSystemId: "fs-gone", backupPolicy: { status: "ENABLED" } }, code: "FileSystemNotFound" },
    { type: "aws:efs/replicationConfiguration:ReplicationConfiguration", inputs: { sourceFileSystemId: "fs-gone", destination: { region: "us-west-2" } }, code: "FileSystemNotFound" },
    { type: "aws:fsx/lustreFileSystem:LustreFileSystem", inputs: { subnetIds: "subnet-gone", storageCapacity: 1200 }, code: "InvalidNetworkSettings" },
    { type: "aws:lambda/functionUrl:FunctionUrl", inputs: { functionName: "gone", authorizationType: "AWS_IAM" }, code: "ResourceNotFoundException" },
    { type: "aws:rds/snapshot:Snapshot", inputs: { dbInstanceIdentifier: "gone", dbSnapshotIdentifier: "s" }, code: "DBInstanceNotFound" },
    { type: "aws:rds/clusterSnapshot:ClusterSnapshot", inputs: { dbClusterIdentifier: "gone", dbClusterSnapshotIdentifier: "s" }, code: "DBClusterNotFoundFault" },
    { type: "aws:rds/snapshotCopy:SnapshotCopy", inputs: { sourceDbSnapshotIdentifier: "arn:aws:rds:us-east-1:123456789012:snapshot:gone", targetDbSnapshotIdentifier: "t" }, code: "DBSnapshotNotFound" },
    { type: "aws:redshift/logging:Logging", inputs: { clusterIdentifier: "gone" }, code: "ClusterNotFound" },
    { type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration", inputs: { name: "e", productionVariants: [{ modelName: "gone" }] }, code: "ValidationException" },
  ])("$type is refused when it does not exist", async ({ type, inputs, code }) => {
    using fake = new FakeCloud();
    await expect(fake.create(type, inputs)).rejects.toMatchObject({ code });
  });

  test("is created when it exists", async () => {
    using fake = new FakeCloud();
    const files = await fake.create("aws:efs/fileSystem:FileSystem", { tags: { Name: "home" } });
    expect(files.outputs["name"]).toBe("home");
    await expect(fake.create("aws:efs/backupPolicy:BackupPolicy", { fileSystemId: files.id, backupPolicy: { status: "ENABLED" } })).resolves.toMatchObject({ id: files.id });
    await fake.create("aws:lambda/function:Function", { name: "intake", role: SERVICE_ROLE, s3Bucket: "code" });
    const url = await fake.create("aws:lambda/functionUrl:FunctionUrl", { functionName: "intake", qualifier: "live", authorizationType: "AWS_IAM" });
    expect(url).toMatchObject({ id: "intake/live", outputs: { functionArn: "arn:aws:lambda:us-east-1:123456789012:function:intake" } });
    await fake.create("aws:sagemaker/model:Model", { name: "triage", executionRoleArn: SERVICE_ROLE });
    await expect(fake.create("aws:sagemaker/endpointConfiguration:EndpointConfiguration", { name: "e", productionVariants: [{ modelName: "triage" }] })).resolves.toMatchObject({ id: "e" });
  });
});

describe("a database snapshot in the sandbox", () => {
  test("is encrypted as its database is, and a copy of it where a key is given", async () => {
    using fake = new FakeCloud();
    const key = await fake.create("aws:kms/key:Key", {});
    await fake.create("aws:rds/instance:Instance", { identifier: "records", engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20 });
    const snapshot = await fake.create("aws:rds/snapshot:Snapshot", { dbInstanceIdentifier: "records", dbSnapshotIdentifier: "before" });
    expect(snapshot.outputs).toMatchObject({ encrypted: false, allocatedStorage: 20, dbSnapshotArn: "arn:aws:rds:us-east-1:123456789012:snapshot:before" });
    const copy = await fake.create("aws:rds/snapshotCopy:SnapshotCopy", { sourceDbSnapshotIdentifier: textOf(snapshot.outputs["dbSnapshotArn"]), targetDbSnapshotIdentifier: "copy", kmsKeyId: textOf(key.outputs["arn"]) });
    expect(copy.outputs).toMatchObject({ encrypted: true, sourceRegion: "us-east-1" });
  });
});

describe("what AWS refuses", () => {
  test("is FTP outside of a VPC, or with users of the service", async () => {
    using fake = new FakeCloud();
    const server = "aws:transfer/server:Server";
    await expect(fake.create(server, { protocols: ["FTP"], identityProviderType: "API_GATEWAY" })).rejects.toThrow("only supported on endpoints of the type VPC");
    await expect(fake.create(server, { protocols: ["FTPS"] })).rejects.toThrow("SERVICE_MANAGED");
    await expect(fake.create(server, { protocols: ["SFTP"] })).resolves.toBeDefined();
  });

  test("is a search domain that keeps users and does not encrypt", async () => {
    using fake = new FakeCloud();
    const domain = { domainName: "search", advancedSecurityOptions: { enabled: true }, encryptAtRest: { enabled: true }, nodeToNodeEncryption: { enabled: true } };
    await expect(fake.create("aws:opensearch/domain:Domain", domain)).rejects.toThrow("HTTPS");
    await expect(fake.create("aws:opensearch/domain:Domain", { ...domain, domainEndpointOptions: { enforceHttps: true } })).resolves.toBeDefined();
  });

  test("is a volume of another region's zone, or of no size", async () => {
    using fake = new FakeCloud();
    await expect(fake.create("aws:ebs/volume:Volume", { availabilityZone: "us-west-2a", size: 10 })).rejects.toThrow("InvalidZone.NotFound");
    await expect(fake.create("aws:ebs/volume:Volume", { availabilityZone: "us-east-1a" })).rejects.toThrow("MissingParameter");
  });

  test.each(["nothing", "[]", "{}"])("is a task of the containers %s", async (containerDefinitions) => {
    using fake = new FakeCloud();
    await expect(fake.create("aws:ecs/taskDefinition:TaskDefinition", { family: "api", containerDefinitions })).rejects.toThrow("at least one container");
  });

  test.each([
    { type: "aws:docdb/cluster:Cluster", inputs: { clusterIdentifier: "a", deletionProtection: true, skipFinalSnapshot: true }, says: "Cannot delete protected Cluster" },
    { type: "aws:neptune/cluster:Cluster", inputs: { clusterIdentifier: "a" }, says: "finalSnapshotIdentifier" },
    { type: "aws:redshift/cluster:Cluster", inputs: { clusterIdentifier: "a", nodeType: "ra3.large" }, says: "FinalClusterSnapshotIdentifier" },
    { type: "aws:emr/cluster:Cluster", inputs: { releaseLabel: "emr-7.5.0", serviceRole: SERVICE_ROLE, terminationProtection: true }, says: "termination protected" },
  ])("is the deletion of $type that is protected, or leaves no snapshot", async ({ type, inputs, says }) => {
    using fake = new FakeCloud();
    await expect(fake.delete(await fake.create(type, inputs))).rejects.toThrow(says);
  });

  test("is not the deletion of a cluster that may go", async () => {
    using fake = new FakeCloud();
    await expect(fake.delete(await fake.create("aws:docdb/cluster:Cluster", { clusterIdentifier: "a", skipFinalSnapshot: true }))).resolves.toBeUndefined();
    await expect(fake.delete(await fake.create("aws:redshift/cluster:Cluster", { clusterIdentifier: "a", nodeType: "ra3.large", finalSnapshotIdentifier: "last" }))).resolves.toBeUndefined();
  });
});

describe("task definitions in the sandbox", () => {
  test("count their revisions", async () => {
    using fake = new FakeCloud();
    const task = { family: "api", containerDefinitions: '[{"name":"api","image":"x"}]' };
    await fake.create("aws:ecs/taskDefinition:TaskDefinition", task);
    expect(await fake.create("aws:ecs/taskDefinition:TaskDefinition", task)).toMatchObject({ outputs: { revision: 2, arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/api:2" } });
  });
});
