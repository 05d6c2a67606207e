import { describe, expect, test } from "vitest";
import type { CloudResource } from "../../../sandbox/inventory.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const NODES = "aws:eks/nodeGroup:NodeGroup";
const ADDON = "aws:eks/addon:Addon";

/** A cluster with what a node group needs, in a fake cloud of its own. */
async function clusterIn(fake: FakeCloud): Promise<(minSize: number, maxSize: number, desiredSize: number) => Promise<CloudResource>> {
  const vpc = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const subnet = await fake.create("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
  const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: '{"Version":"2012-10-17","Statement":[]}' });
  await fake.create("aws:eks/cluster:Cluster", { name: "main", roleArn: role.outputs["arn"] ?? "", vpcConfig: { subnetIds: [subnet.id] } });
  return async (minSize, maxSize, desiredSize) => await fake.create(NODES, {
    clusterName: "main", nodeGroupName: "workers", nodeRoleArn: role.outputs["arn"] ?? "", subnetIds: [subnet.id], scalingConfig: { minSize, maxSize, desiredSize },
  });
}

describe("a node group", () => {
  test.each([
    [2, 6, 0, "InvalidParameterException: Minimum capacity 2 can't be greater than desired size 0"],
    [0, 2, 3, "InvalidParameterException: desired capacity 3 can't be greater than max size 2"],
  ])("from %i to %i nodes, of which %i are wanted, is refused as EKS does", async (least, most, wanted, message) => {
    using fake = new FakeCloud();
    const create = await clusterIn(fake);
    await expect(create(least, most, wanted)).rejects.toThrow(message);
  });

  test("takes no minimum above the nodes that are wanted, also later", async () => {
    using fake = new FakeCloud();
    const group = await (await clusterIn(fake))(0, 6, 0);
    await expect(fake.update(group, { ...group.inputs, scalingConfig: { minSize: 2, maxSize: 6, desiredSize: 0 } })).rejects.toThrow("Minimum capacity 2");
  });
});

describe("an add-on", () => {
  test.each(["coredns", "aws-ebs-csi-driver", "amazon-cloudwatch-observability"])("%s does not get active without a node", async (addonName) => {
    using fake = new FakeCloud();
    const create = await clusterIn(fake);
    const install = async (): Promise<CloudResource> => await fake.create(ADDON, { clusterName: "main", addonName });
    await expect(install()).rejects.toThrow("InsufficientNumberOfReplicas");
    await create(0, 2, 0).then(async (empty) => { await expect(install()).rejects.toThrow("InsufficientNumberOfReplicas"); await fake.delete(empty); });
    await create(1, 2, 1);
    await expect(install()).resolves.toMatchObject({ id: `main:${addonName}` });
  });

  test.each(["vpc-cni", "kube-proxy", "eks-pod-identity-agent", "aws-guardduty-agent"])("%s runs on each node there is, also on none", async (addonName) => {
    using fake = new FakeCloud();
    await clusterIn(fake);
    await expect(fake.create(ADDON, { clusterName: "main", addonName })).resolves.toMatchObject({ id: `main:${addonName}` });
  });
});
