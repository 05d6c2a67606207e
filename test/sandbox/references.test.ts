import { describe, expect, it } from "vitest";
import { type Properties, textOf } from "../../sandbox/wire.ts";
import { EAST, FakeCloud } from "./support/fake-cloud.ts";

const MISSING_KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-a444-555555555555";
const MISSING_ROLE = "arn:aws:iam::123456789012:role/nobody";
const MISSING_TOPIC = "arn:aws:sns:us-east-1:123456789012:nothing";
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] });

/** Types with inputs that are right but for one reference to nothing, and the code AWS gives. */
const NOWHERE: readonly (readonly [type: string, inputs: Properties, code: string])[] = [
  ["aws:ec2/subnet:Subnet", { vpcId: "vpc-00000000000000000" }, "InvalidVpcID.NotFound"],
  ["aws:ec2/internetGateway:InternetGateway", { vpcId: "vpc-00000000000000000" }, "InvalidVpcID.NotFound"],
  ["aws:ec2/securityGroup:SecurityGroup", { vpcId: "vpc-00000000000000000" }, "InvalidVpcID.NotFound"],
  ["aws:ec2/natGateway:NatGateway", { allocationId: "eipalloc-00000000000000000" }, "InvalidAllocationID.NotFound"],
  ["aws:ec2/natGateway:NatGateway", { subnetId: "subnet-00000000000000000" }, "InvalidSubnet"],
  ["aws:ec2/route:Route", { routeTableId: "rtb-00000000000000000", destinationCidrBlock: "0.0.0.0/0" }, "InvalidRouteTableID.NotFound"],
  ["aws:ec2/networkAclRule:NetworkAclRule", { networkAclId: "acl-00000000000000000", protocol: "tcp", ruleAction: "allow", ruleNumber: 100 }, "InvalidNetworkAclID.NotFound"],
  ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: "sg-00000000000000000", ipProtocol: "tcp" }, "InvalidGroup.NotFound"],
  ["aws:ec2/launchTemplate:LaunchTemplate", { vpcSecurityGroupIds: ["sg-00000000000000000"] }, "InvalidGroup.NotFound"],
  ["aws:ec2/instance:Instance", { launchTemplate: { id: "lt-00000000000000000" } }, "InvalidLaunchTemplateId.NotFound"],
  ["aws:ec2/instance:Instance", { launchTemplate: { name: "nothing" } }, "InvalidLaunchTemplateName.NotFoundException"],
  ["aws:ec2/instance:Instance", { iamInstanceProfile: "nobody" }, "InvalidParameterValue"],
  ["aws:ec2/flowLog:FlowLog", { iamRoleArn: MISSING_ROLE }, "InvalidParameter"],
  ["aws:ec2/flowLog:FlowLog", { logDestination: "arn:aws:s3:::nothing" }, "InvalidParameter"],
  ["aws:ec2/flowLog:FlowLog", { logDestination: "arn:aws:logs:us-east-1:123456789012:log-group:nothing" }, "InvalidParameter"],
  ["aws:kms/alias:Alias", { targetKeyId: MISSING_KEY }, "NotFoundException"],
  ["aws:kms/grant:Grant", { keyId: MISSING_KEY, granteePrincipal: MISSING_ROLE, operations: ["Decrypt"] }, "NotFoundException"],
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "nobody", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }, "NoSuchEntity"],
  ["aws:iam/rolePolicy:RolePolicy", { role: "nobody", policy: "{}" }, "NoSuchEntity"],
  ["aws:iam/role:Role", { assumeRolePolicy: TRUST, permissionsBoundary: "arn:aws:iam::123456789012:policy/nothing" }, "NoSuchEntity"],
  ["aws:iam/instanceProfile:InstanceProfile", { role: "nobody" }, "NoSuchEntity"],
  ["aws:s3/bucketVersioning:BucketVersioning", { bucket: "nothing", versioningConfiguration: { status: "Enabled" } }, "NoSuchBucket"],
  ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "nothing", policy: "{}" }, "NoSuchBucket"],
  ["aws:rds/instance:Instance", { instanceClass: "db.t4g.micro", engine: "postgres", kmsKeyId: MISSING_KEY }, "KMSKeyNotAccessibleFault"],
  ["aws:rds/instance:Instance", { instanceClass: "db.t4g.micro", engine: "postgres", dbSubnetGroupName: "nothing" }, "DBSubnetGroupNotFoundFault"],
  ["aws:rds/instance:Instance", { instanceClass: "db.t4g.micro", engine: "postgres", parameterGroupName: "nothing" }, "DBParameterGroupNotFound"],
  ["aws:rds/instance:Instance", { instanceClass: "db.t4g.micro", engine: "postgres", monitoringRoleArn: MISSING_ROLE }, "InvalidParameterValue"],
  ["aws:rds/instance:Instance", { instanceClass: "db.t4g.micro", engine: "postgres", vpcSecurityGroupIds: ["sg-00000000000000000"] }, "InvalidParameterValue"],
  ["aws:rds/subnetGroup:SubnetGroup", { subnetIds: ["subnet-00000000000000000"] }, "InvalidSubnet"],
  ["aws:rds/eventSubscription:EventSubscription", { snsTopic: MISSING_TOPIC }, "SNSTopicArnNotFound"],
  ["aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", { sourceDbInstanceArn: "arn:aws:rds:us-west-2:123456789012:db:nothing" }, "DBInstanceNotFound"],
  ["aws:dynamodb/table:Table", { hashKey: "id", attributes: [{ name: "id", type: "S" }], serverSideEncryption: { enabled: true, kmsKeyArn: MISSING_KEY } }, "ValidationException"],
  ["aws:dynamodb/tableReplica:TableReplica", { globalTableArn: "arn:aws:dynamodb:us-west-2:123456789012:table/nothing" }, "ResourceNotFoundException"],
  ["aws:secretsmanager/secret:Secret", { kmsKeyId: MISSING_KEY }, "InvalidParameterException"],
  ["aws:secretsmanager/secretVersion:SecretVersion", { secretId: "arn:aws:secretsmanager:us-east-1:123456789012:secret:nothing-abcdef", secretString: "s" }, "ResourceNotFoundException"],
  ["aws:ssm/parameter:Parameter", { type: "SecureString", value: "s", keyId: MISSING_KEY }, "InvalidKeyId"],
  ["aws:cloudwatch/logGroup:LogGroup", { kmsKeyId: MISSING_KEY }, "InvalidParameterException"],
  ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { logGroupName: "nothing", pattern: "", metricTransformation: { name: "n", namespace: "s", value: "1" } }, "ResourceNotFoundException"],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, alarmActions: [MISSING_TOPIC] }, "ResourceNotFoundException"],
  ["aws:cloudwatch/eventTarget:EventTarget", { rule: "nothing", arn: MISSING_TOPIC }, "ResourceNotFoundException"],
  ["aws:cloudtrail/trail:Trail", { s3BucketName: "nothing" }, "S3BucketDoesNotExistException"],
  ["aws:athena/namedQuery:NamedQuery", { database: "d", query: "select 1", workgroup: "nothing" }, "InvalidRequestException"],
  ["aws:glue/catalogTable:CatalogTable", { databaseName: "nothing" }, "EntityNotFoundException"],
  ["aws:backup/vault:Vault", { kmsKeyArn: MISSING_KEY }, "InvalidParameterValueException"],
  ["aws:backup/vaultPolicy:VaultPolicy", { backupVaultName: "nothing", policy: "{}" }, "ResourceNotFoundException"],
  ["aws:backup/plan:Plan", { rules: [{ ruleName: "r", targetVaultName: "nothing" }] }, "ResourceNotFoundException"],
  ["aws:backup/selection:Selection", { planId: "11111111-2222-4333-a444-555555555555", iamRoleArn: MISSING_ROLE }, "InvalidParameterValueException"],
  ["aws:eks/cluster:Cluster", { roleArn: MISSING_ROLE, vpcConfig: { subnetIds: [] } }, "InvalidParameterException"],
  ["aws:eks/addon:Addon", { addonName: "coredns", clusterName: "nothing" }, "ResourceNotFoundException"],
  ["aws:eks/nodeGroup:NodeGroup", { clusterName: "nothing", nodeRoleArn: MISSING_ROLE, subnetIds: [], scalingConfig: { minSize: 1, maxSize: 1, desiredSize: 1 } }, "ResourceNotFoundException"],
  ["aws:sns/topicPolicy:TopicPolicy", { arn: MISSING_TOPIC, policy: "{}" }, "NotFound"],
  ["aws:sns/topicSubscription:TopicSubscription", { topic: MISSING_TOPIC, protocol: "email", endpoint: "a@example.com" }, "NotFound"],
  ["aws:sqs/queuePolicy:QueuePolicy", { queueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/nothing", policy: "{}" }, "AWS.SimpleQueueService.NonExistentQueue"],
  ["aws:lambda/function:Function", { role: MISSING_ROLE, s3Bucket: "b", s3Key: "k" }, "InvalidParameterValueException"],
  ["aws:lambda/permission:Permission", { action: "lambda:InvokeFunction", function: "nothing", principal: "s3.amazonaws.com" }, "ResourceNotFoundException"],
  ["aws:route53/record:Record", { zoneId: "Z00000000000000000000", name: "a", type: "A" }, "NoSuchHostedZone"],
  ["aws:ecr/lifecyclePolicy:LifecyclePolicy", { repository: "nothing", policy: "{}" }, "RepositoryNotFoundException"],
  ["aws:cfg/deliveryChannel:DeliveryChannel", { s3BucketName: "nothing" }, "NoSuchBucketException"],
  ["aws:guardduty/detectorFeature:DetectorFeature", { detectorId: "nothing", name: "S3_DATA_EVENTS", status: "ENABLED" }, "BadRequestException"],
  ["aws:lb/listener:Listener", { loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nothing/1234567890123456", defaultActions: [] }, "LoadBalancerNotFound"],
];

describe("a reference to nothing", () => {
  it.each(NOWHERE)("%s with %j fails at create with %s, and creates nothing", async (type, inputs, code) => {
    using fake = new FakeCloud();
    await expect(fake.create(type, inputs)).rejects.toMatchObject({ name: "CloudError", code });
    expect([...fake.inventory.all()]).toEqual([]);
  });

  it("fails at update too, and leaves the resource as it was", async () => {
    using fake = new FakeCloud();
    const secret = await fake.create("aws:secretsmanager/secret:Secret");
    await expect(fake.update(secret, { kmsKeyId: MISSING_KEY })).rejects.toMatchObject({ code: "InvalidParameterException" });
    expect(fake.inventory.find(secret.type, "us-east-1", secret.id)?.inputs["kmsKeyId"]).toBeUndefined();
  });
});

describe("a KMS key", () => {
  it.each([
    ["its id", (id: string) => id],
    ["its ARN", (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}`],
    ["an alias", () => "alias/phi"],
    ["an alias ARN", () => "arn:aws:kms:us-east-1:123456789012:alias/phi"],
  ])("is found by %s, in its own region only", async (_how, name) => {
    using fake = new FakeCloud();
    const key = await fake.create("aws:kms/key:Key");
    await fake.create("aws:kms/alias:Alias", { name: "alias/phi", targetKeyId: key.id });
    const kmsKeyId = name(key.id);
    await expect(fake.create("aws:secretsmanager/secret:Secret", { kmsKeyId })).resolves.toBeDefined();
    await expect(fake.create("aws:secretsmanager/secret:Secret", { kmsKeyId, region: "us-west-2" })).rejects.toMatchObject({ code: "InvalidParameterException" });
  });

  it("is of no use once its deletion is scheduled", async () => {
    using fake = new FakeCloud();
    const key = await fake.create("aws:kms/key:Key");
    await fake.delete(key);
    await expect(fake.create("aws:secretsmanager/secret:Secret", { kmsKeyId: key.id })).rejects.toMatchObject({ code: "InvalidParameterException" });
  });

  it("of AWS or of another account cannot be judged and is taken to exist", async () => {
    using fake = new FakeCloud();
    for (const kmsKeyId of ["alias/aws/secretsmanager", "arn:aws:kms:us-east-1:210987654321:key/11111111-2222-4333-a444-555555555555"]) {
      await expect(fake.create("aws:secretsmanager/secret:Secret", { kmsKeyId })).resolves.toBeDefined();
    }
  });
});

describe("references that cross regions", () => {
  it("a bucket's settings must be in the bucket's region", async () => {
    using fake = new FakeCloud();
    const bucket = await fake.create("aws:s3/bucket:Bucket", { region: "us-west-2" });
    const settings = { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } };
    await expect(fake.create("aws:s3/bucketVersioning:BucketVersioning", settings)).rejects.toThrow(`NoSuchBucket: The specified bucket ${bucket.id} does not exist in us-east-1`);
    await expect(fake.create("aws:s3/bucketVersioning:BucketVersioning", { ...settings, region: "us-west-2" })).resolves.toBeDefined();
  });

  it("a backup plan may copy to a vault in another region, if there is one", async () => {
    using fake = new FakeCloud();
    const vault = await fake.create("aws:backup/vault:Vault");
    const copy = await fake.create("aws:backup/vault:Vault", { region: "us-west-2" });
    const rules = (destination: string): Properties => ({ rules: [{ ruleName: "r", targetVaultName: vault.id, copyActions: [{ destinationVaultArn: destination }] }] });
    await expect(fake.create("aws:backup/plan:Plan", rules(`arn:aws:backup:us-west-2:123456789012:backup-vault:${copy.id}`))).resolves.toBeDefined();
    await expect(fake.create("aws:backup/plan:Plan", rules(`arn:aws:backup:us-east-2:123456789012:backup-vault:${copy.id}`))).rejects.toMatchObject({ code: "ResourceNotFoundException" });
  });

  it("a replica key follows a multi-region primary of another region", async () => {
    using fake = new FakeCloud();
    const primary = await fake.create("aws:kms/key:Key", { multiRegion: true });
    const alone = await fake.create("aws:kms/key:Key");
    const west = { ...EAST, region: "us-west-2" };
    await expect(fake.create("aws:kms/replicaKey:ReplicaKey", { primaryKeyArn: textOf(primary.outputs["arn"]) }, west)).resolves.toMatchObject({ id: primary.id, region: "us-west-2" });
    await expect(fake.create("aws:kms/replicaKey:ReplicaKey", { primaryKeyArn: textOf(primary.outputs["arn"]) })).rejects.toMatchObject({ code: "UnsupportedOperationException" });
    await expect(fake.create("aws:kms/replicaKey:ReplicaKey", { primaryKeyArn: textOf(alone.outputs["arn"]) }, west)).rejects.toMatchObject({ code: "UnsupportedOperationException" });
  });
});

describe("what AWS makes by the way", () => {
  it("a VPC's own group, table and network ACL can be referred to", async () => {
    using fake = new FakeCloud();
    const vpc = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    const { defaultSecurityGroupId, mainRouteTableId, defaultNetworkAclId } = vpc.outputs;
    await expect(fake.create("aws:ec2/launchTemplate:LaunchTemplate", { vpcSecurityGroupIds: [textOf(defaultSecurityGroupId)] })).resolves.toBeDefined();
    await expect(fake.create("aws:ec2/route:Route", { routeTableId: textOf(mainRouteTableId), destinationCidrBlock: "0.0.0.0/0" })).resolves.toBeDefined();
    await expect(fake.create("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", { defaultNetworkAclId: textOf(defaultNetworkAclId) })).resolves.toMatchObject({ outputs: { vpcId: vpc.id } });
    await expect(fake.create("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: vpc.id })).resolves.toMatchObject({ id: defaultSecurityGroupId });
  });

  it("service-linked roles and AWS's policies are taken to exist", async () => {
    using fake = new FakeCloud();
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    await expect(fake.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: role.id, policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" })).resolves.toBeDefined();
    const linked = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
    await expect(fake.create("aws:cfg/recorder:Recorder", { roleArn: linked })).resolves.toBeDefined();
  });
});
