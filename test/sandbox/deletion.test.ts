import { describe, expect, it } from "vitest";
import type { CloudResource } from "../../sandbox/inventory.ts";
import { type Properties, textOf } from "../../sandbox/wire.ts";
import { FakeCloud } from "./support/fake-cloud.ts";

const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const LISTEN = [{ type: "fixed-response" }];

async function network(fake: FakeCloud): Promise<{ readonly vpc: CloudResource; readonly subnet: CloudResource; readonly group: CloudResource }> {
  const vpc = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const subnet = await fake.create("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
  const group = await fake.create("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id });
  return { vpc, subnet, group };
}

/** Builds something that is in use: what is to be deleted, its user, and AWS's refusal. */
type Scene = (fake: FakeCloud) => Promise<{ readonly used: CloudResource; readonly user: CloudResource }>;

const SCENES: readonly (readonly [what: string, code: string, scene: Scene])[] = [
  ["a VPC with a subnet", "DependencyViolation", async (fake) => {
    const { vpc, subnet, group } = await network(fake);
    await fake.delete(group);
    return { used: vpc, user: subnet };
  }],
  ["a subnet with a database proxy", "DependencyViolation", async (fake) => {
    const { subnet } = await network(fake);
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    return { used: subnet, user: await fake.create("aws:rds/proxy:Proxy", { engineFamily: "POSTGRESQL", roleArn: textOf(role.outputs["arn"]), vpcSubnetIds: [subnet.id] }) };
  }],
  ["a security group that another group's rule names", "DependencyViolation", async (fake) => {
    const { vpc, group } = await network(fake);
    const other = await fake.create("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id });
    const rule = { securityGroupId: other.id, referencedSecurityGroupId: group.id, ipProtocol: "tcp", fromPort: 443, toPort: 443 };
    return { used: group, user: await fake.create("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", rule) };
  }],
  ["a security group of a database", "DependencyViolation", async (fake) => {
    const { group } = await network(fake);
    return { used: group, user: await fake.create("aws:rds/instance:Instance", { engine: "postgres", instanceClass: "db.t4g.micro", vpcSecurityGroupIds: [group.id], skipFinalSnapshot: true }) };
  }],
  ["an internet gateway while a NAT gateway has an address", "DependencyViolation", async (fake) => {
    const { vpc, subnet } = await network(fake);
    const gateway = await fake.create("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id });
    const address = await fake.create("aws:ec2/eip:Eip", { domain: "vpc" });
    return { used: gateway, user: await fake.create("aws:ec2/natGateway:NatGateway", { subnetId: subnet.id, allocationId: address.id }) };
  }],
  ["an address of a NAT gateway", "InvalidIPAddress.InUse", async (fake) => {
    const { subnet } = await network(fake);
    const address = await fake.create("aws:ec2/eip:Eip", { domain: "vpc" });
    return { used: address, user: await fake.create("aws:ec2/natGateway:NatGateway", { subnetId: subnet.id, allocationId: address.id }) };
  }],
  ["a route table with a subnet", "DependencyViolation", async (fake) => {
    const { vpc, subnet } = await network(fake);
    const table = await fake.create("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id });
    return { used: table, user: await fake.create("aws:ec2/routeTableAssociation:RouteTableAssociation", { routeTableId: table.id, subnetId: subnet.id }) };
  }],
  ["a role with an attached policy", "DeleteConflict", async (fake) => {
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    return { used: role, user: await fake.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: role.id, policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }) };
  }],
  ["a role with a policy of its own", "DeleteConflict", async (fake) => {
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    return { used: role, user: await fake.create("aws:iam/rolePolicy:RolePolicy", { role: role.id, policy: TRUST }) };
  }],
  ["a role in an instance profile", "DeleteConflict", async (fake) => {
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    return { used: role, user: await fake.create("aws:iam/instanceProfile:InstanceProfile", { role: role.id }) };
  }],
  ["a policy that is attached", "DeleteConflict", async (fake) => {
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    const policy = await fake.create("aws:iam/policy:Policy", { policy: TRUST });
    return { used: policy, user: await fake.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: role.id, policyArn: policy.id }) };
  }],
  ["a subnet group of a database", "InvalidDBSubnetGroupStateFault", async (fake) => {
    const { subnet } = await network(fake);
    const group = await fake.create("aws:rds/subnetGroup:SubnetGroup", { subnetIds: [subnet.id] });
    return { used: group, user: await fake.create("aws:rds/instance:Instance", { engine: "postgres", instanceClass: "db.t4g.micro", dbSubnetGroupName: group.id, skipFinalSnapshot: true }) };
  }],
  ["a parameter group of a database", "InvalidDBParameterGroupState", async (fake) => {
    const group = await fake.create("aws:rds/parameterGroup:ParameterGroup", { family: "postgres17" });
    return { used: group, user: await fake.create("aws:rds/instance:Instance", { engine: "postgres", instanceClass: "db.t4g.micro", parameterGroupName: group.id, skipFinalSnapshot: true }) };
  }],
  ["a cluster with a node group", "ResourceInUseException", async (fake) => {
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    const roleArn = textOf(role.outputs["arn"]);
    const cluster = await fake.create("aws:eks/cluster:Cluster", { roleArn, vpcConfig: { subnetIds: [] } });
    const scalingConfig = { minSize: 1, maxSize: 1, desiredSize: 1 };
    return { used: cluster, user: await fake.create("aws:eks/nodeGroup:NodeGroup", { clusterName: cluster.id, nodeRoleArn: roleArn, subnetIds: [], scalingConfig }) };
  }],
  ["a bucket with an object", "BucketNotEmpty", async (fake) => {
    const bucket = await fake.create("aws:s3/bucket:Bucket");
    return { used: bucket, user: await fake.create("aws:s3/bucketObject:BucketObject", { bucket: bucket.id, key: "k", content: "c" }) };
  }],
  ["a backup plan with a selection", "InvalidRequestException", async (fake) => {
    const vault = await fake.create("aws:backup/vault:Vault");
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    const plan = await fake.create("aws:backup/plan:Plan", { rules: [{ ruleName: "r", targetVaultName: vault.id }] });
    return { used: plan, user: await fake.create("aws:backup/selection:Selection", { planId: plan.id, iamRoleArn: textOf(role.outputs["arn"]) }) };
  }],
  ["an event rule with a target", "ValidationException", async (fake) => {
    const rule = await fake.create("aws:cloudwatch/eventRule:EventRule", { scheduleExpression: "rate(1 hour)" });
    const topic = await fake.create("aws:sns/topic:Topic");
    return { used: rule, user: await fake.create("aws:cloudwatch/eventTarget:EventTarget", { rule: textOf(rule.inputs["name"]), arn: topic.id }) };
  }],
  ["a target group behind a listener", "ResourceInUse", async (fake) => {
    const { vpc } = await network(fake);
    const group = await fake.create("aws:lb/targetGroup:TargetGroup", { vpcId: vpc.id, port: 443, protocol: "HTTPS" });
    const balancer = await fake.create("aws:lb/loadBalancer:LoadBalancer", { internal: true });
    const forward = [...LISTEN, { type: "forward", targetGroupArn: group.id }];
    return { used: group, user: await fake.create("aws:lb/listener:Listener", { loadBalancerArn: balancer.id, port: 80, protocol: "HTTP", defaultActions: forward }) };
  }],
];

describe("deleting what is in use", () => {
  it.each(SCENES)("%s is refused with %s, until its user is gone", async (_what, code, scene) => {
    using fake = new FakeCloud();
    const { used, user } = await scene(fake);
    await expect(fake.delete(used)).rejects.toMatchObject({ name: "CloudError", code });
    expect(fake.inventory.find(used.type, used.region, used.id)).toBeDefined();
    await fake.cloud.delete(user.type, user.id, user.inputs, { region: user.region, defaultTags: {}, assumeRoleArns: [] });
    await expect(fake.delete(used)).resolves.toBeUndefined();
    expect(fake.inventory.find(used.type, used.region, used.id)).toBeUndefined();
  });

  it("a security group goes together with its own rules", async () => {
    using fake = new FakeCloud();
    const { group } = await network(fake);
    await fake.create("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: group.id, ipProtocol: "-1" });
    await expect(fake.delete(group)).resolves.toBeUndefined();
  });
});

const PROTECTED: readonly (readonly [type: string, inputs: Properties, protection: string, code: string])[] = [
  ["aws:rds/instance:Instance", { engine: "postgres", instanceClass: "db.t4g.micro", skipFinalSnapshot: true }, "deletionProtection", "InvalidParameterCombination"],
  ["aws:rds/cluster:Cluster", { engine: "aurora-postgresql", masterUsername: "clinic", manageMasterUserPassword: true, skipFinalSnapshot: true }, "deletionProtection", "InvalidParameterCombination"],
  ["aws:dynamodb/table:Table", {}, "deletionProtectionEnabled", "ValidationException"],
  ["aws:lb/loadBalancer:LoadBalancer", {}, "enableDeletionProtection", "OperationNotPermitted"],
  ["aws:cloudwatch/logGroup:LogGroup", {}, "deletionProtectionEnabled", "ValidationException"],
  ["aws:cloudtrail/eventDataStore:EventDataStore", {}, "terminationProtectionEnabled", "EventDataStoreTerminationProtectedException"],
  ["aws:ec2/instance:Instance", {}, "disableApiTermination", "OperationNotPermitted"],
];

describe("protection against deletion", () => {
  it.each(PROTECTED)("%s %j with %s is refused with %s until it is switched off", async (type, inputs, protection, code) => {
    using fake = new FakeCloud();
    const resource = await fake.create(type, { ...inputs, [protection]: true });
    await expect(fake.delete(resource)).rejects.toMatchObject({ code });
    await expect(fake.delete(await fake.update(resource, { ...inputs, [protection]: false }))).resolves.toBeUndefined();
  });

  it("an EKS cluster's as well", async () => {
    using fake = new FakeCloud();
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    const inputs = { roleArn: textOf(role.outputs["arn"]), vpcConfig: { subnetIds: [] } };
    const cluster = await fake.create("aws:eks/cluster:Cluster", { ...inputs, deletionProtection: true });
    await expect(fake.delete(cluster)).rejects.toMatchObject({ code: "InvalidRequestException" });
    await expect(fake.delete(await fake.update(cluster, { ...inputs, deletionProtection: false }))).resolves.toBeUndefined();
  });

  it("a database does not go without a decision on its last snapshot", async () => {
    using fake = new FakeCloud();
    const inputs = { engine: "postgres", instanceClass: "db.t4g.micro" };
    const database = await fake.create("aws:rds/instance:Instance", inputs);
    await expect(fake.delete(database)).rejects.toThrow("finalSnapshotIdentifier is required when skipFinalSnapshot is false");
    await expect(fake.delete(await fake.update(database, { ...inputs, finalSnapshotIdentifier: "last" }))).resolves.toBeUndefined();
  });
});

describe("what AWS keeps for a while", () => {
  it.each([
    ["aws:kms/key:Key", { deletionWindowInDays: 7 }, 7],
    ["aws:kms/key:Key", {}, 30],
    ["aws:secretsmanager/secret:Secret", { recoveryWindowInDays: 10 }, 10],
    ["aws:secretsmanager/secret:Secret", {}, 30],
  ])("a deleted %s %j is gone for the provider and stays in the inventory for %i days", async (type, inputs, days) => {
    using fake = new FakeCloud();
    const resource = await fake.create(type, inputs);
    await fake.delete(resource);
    expect(await fake.cloud.read(type, resource.id, resource.inputs, { region: "us-east-1", defaultTags: {}, assumeRoleArns: [] })).toBeUndefined();
    const until = new Date(Date.parse("2026-03-01T12:00:00Z") + days * 86_400_000).toISOString();
    expect([...fake.inventory.all()]).toMatchObject([{ id: resource.id, deletedUntil: until }]);
  });

  it("the name of a deleted secret stays taken, unless it was deleted at once", async () => {
    using fake = new FakeCloud();
    await fake.delete(await fake.create("aws:secretsmanager/secret:Secret", { name: "phi/key" }));
    await expect(fake.create("aws:secretsmanager/secret:Secret", { name: "phi/key" })).rejects.toThrow(/^ResourceExistsException: .*is kept until 2026-03-31T12:00:00.000Z/u);
    await fake.delete(await fake.create("aws:secretsmanager/secret:Secret", { name: "other", recoveryWindowInDays: 0 }));
    await expect(fake.create("aws:secretsmanager/secret:Secret", { name: "other" })).resolves.toBeDefined();
  });

  it("a vault lock can be taken away during its grace time only, and the refusal names the day", async () => {
    using fake = new FakeCloud();
    const vault = await fake.create("aws:backup/vault:Vault");
    const lock = { backupVaultName: vault.id, changeableForDays: 3, minRetentionDays: 7 };
    await fake.delete(await fake.create("aws:backup/vaultLockConfiguration:VaultLockConfiguration", lock));
    const locked = await fake.create("aws:backup/vaultLockConfiguration:VaultLockConfiguration", lock);
    fake.pass(3);
    await expect(fake.delete(locked)).rejects.toThrow(/^InvalidRequestException: .*immutable since 2026-03-04T12:00:00.000Z/u);
  });

  it("a vault lock without grace days is in governance mode and can always be taken away", async () => {
    using fake = new FakeCloud();
    const vault = await fake.create("aws:backup/vault:Vault");
    const lock = await fake.create("aws:backup/vaultLockConfiguration:VaultLockConfiguration", { backupVaultName: vault.id, minRetentionDays: 7 });
    fake.pass(100);
    await expect(fake.delete(lock)).resolves.toBeUndefined();
  });

  it("a vault with recovery points stays, under a lock until the youngest may go", async () => {
    using fake = new FakeCloud();
    const vault = await fake.create("aws:backup/vault:Vault");
    const filled = { ...vault, outputs: { ...vault.outputs, recoveryPoints: 2 } };
    await fake.inventory.put(filled);
    const refusal = `InvalidRequestException: Backup vault ${vault.id} cannot be deleted because it contains recovery points.`;
    await expect(fake.delete(filled)).rejects.toMatchObject({ message: refusal, until: undefined });
    await fake.create("aws:backup/vaultLockConfiguration:VaultLockConfiguration", { backupVaultName: vault.id, minRetentionDays: 35 });
    await expect(fake.delete(filled)).rejects.toMatchObject({ message: `${refusal} [until 2026-04-05T12:00:00.000Z]`, until: new Date("2026-04-05T12:00:00Z") });
  });

  it("an air-gapped vault with recovery points stays for its shortest retention", async () => {
    using fake = new FakeCloud();
    const vault = await fake.create("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", { minRetentionDays: 7, maxRetentionDays: 35 });
    await expect(fake.delete(vault)).resolves.toBeUndefined();
    await fake.inventory.put({ ...vault, outputs: { ...vault.outputs, recoveryPoints: 1 } });
    await expect(fake.delete(vault)).rejects.toThrow("[until 2026-03-08T12:00:00.000Z]");
  });

  it("deleting what is gone already succeeds", async () => {
    using fake = new FakeCloud();
    const bucket = await fake.create("aws:s3/bucket:Bucket");
    await fake.delete(bucket);
    await expect(fake.delete(bucket)).resolves.toBeUndefined();
  });
});
