import { describe, expect, test } from "vitest";
import type { Properties } from "../../../sandbox/wire.ts";
import { FakeEngine } from "./fake-engine.ts";
import { FakeProgram } from "./fake-program.ts";
import { recordedRefusals, recordedScenarios } from "./recorded-scenarios.ts";

/** @returns why the component was refused, and how much had been registered by then */
async function refusal(type: string, args: Properties): Promise<{ readonly message: string; readonly registered: number }> {
  const engine = new FakeEngine("preview");
  try {
    const program = new FakeProgram(engine, await engine.start());
    const message = await program.create({ type, name: "main", args }).then(() => "not refused", (error: unknown) => (error instanceof Error ? error.message : String(error)));
    return { message, registered: engine.registrations.length };
  } finally {
    engine.stop();
  }
}

test.each(recordedRefusals())("$component refuses with the component's words: $error", async ({ component, args, error }) => {
  const { message, registered } = await refusal(component, args);
  expect(message).toContain(error);
  expect(registered).toBe(0);
});

const vpc: Properties = {
  cidrBlock: "10.0.0.0/16", availabilityZoneNames: ["us-east-1a", "us-east-1b"], subnetStrategy: "Auto", natGateways: { strategy: "None" },
  subnetSpecs: [{ type: "Private", cidrBlocks: ["10.0.10.0/24", "10.0.11.0/24"] }],
};
const cluster = recordedScenarios("eks").find(({ name }) => name === "eks-cluster")?.components[0]?.args ?? {};
const nodeGroup: Properties = { cluster: { $resource: "eks:index:Cluster::other" }, nodeRole: { $resource: "aws:iam/role:Role::node" }, subnetIds: ["subnet-aaaaaaaaaaaaaaaaa"] };

describe("an option the sandbox has no record of is refused by name, before anything is registered", () => {
  test.each<readonly [string, Properties, string]>([
    ["awsx:ec2:Vpc", { ...vpc, ipv4IpamPoolId: "pool" }, "ipv4IpamPoolId is not modelled"],
    ["awsx:ec2:Vpc", { ...vpc, assignGeneratedIpv6CidrBlock: true }, "assignGeneratedIpv6CidrBlock is not modelled"],
    ["awsx:ec2:Vpc", { ...vpc, availabilityZoneCidrMask: 20 }, "availabilityZoneCidrMask is not modelled"],
    ["awsx:ec2:Vpc", { ...vpc, natGateways: { strategy: "None", extra: 1 } }, "natGateways.extra is not modelled"],
    ["awsx:ec2:Vpc", { ...vpc, subnetSpecs: [{ type: "Private", assignIpv6AddressOnCreation: true }] }, "subnetSpecs[0].assignIpv6AddressOnCreation is not modelled"],
    ["awsx:ec2:Vpc", { ...vpc, subnetStrategy: "AutoMerge", subnetSpecs: [{ type: "Private" }] }, 'subnetStrategy is "AutoMerge"'],
    ["awsx:ec2:Vpc", { ...vpc, subnetStrategy: "Best" }, 'subnetStrategy is "Best"; wanted is Legacy, Auto, AutoMerge, Exact'],
    ["awsx:ec2:Vpc", { ...vpc, subnetStrategy: "Legacy", subnetSpecs: [{ type: "Private", cidrMask: 20 }] }, 'with subnetStrategy "Legacy" the sandbox models neither'],
    ["awsx:ec2:Vpc", { ...vpc, vpcEndpointSpecs: [{ serviceName: "s3", vpcEndpointType: "Gateway" }] }, 'vpcEndpointStrategy is "Legacy"'],
    ["awsx:ec2:Vpc", { ...vpc, vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [{ serviceName: "s3", vpcEndpointType: "Gateway", policy: "{}" }] }, "vpcEndpointSpecs[0].policy is not modelled"],
    ["eks:index:Cluster", { ...cluster, fargate: true }, "fargate is not modelled"],
    ["eks:index:Cluster", { ...cluster, autoMode: { enabled: true } }, "autoMode is not modelled"],
    ["eks:index:Cluster", { ...cluster, storageClasses: "gp3" }, "storageClasses is not modelled"],
    ["eks:index:Cluster", { ...cluster, authenticationMode: "CONFIG_MAP" }, 'authenticationMode is "CONFIG_MAP"; the sandbox models "API" only'],
    ["eks:index:Cluster", { ...cluster, endpointPublicAccess: true }, "endpointPublicAccess is true; the sandbox models false only"],
    ["eks:index:Cluster", { ...cluster, skipDefaultNodeGroup: null }, "skipDefaultNodeGroup is not given; the sandbox models true only"],
    ["eks:index:Cluster", { ...cluster, useDefaultVpcCni: "yes" }, "useDefaultVpcCni"],
    ["eks:index:Cluster", { ...cluster, vpcCniOptions: { warmIpTarget: 1 } }, "vpcCniOptions.warmIpTarget is not modelled"],
    ["eks:index:Cluster", { ...cluster, kubeProxyAddonOptions: { enabled: false } }, "kubeProxyAddonOptions.enabled is not modelled"],
    ["eks:index:Cluster", { ...cluster, accessEntries: { admin: { principalArn: "a", username: "u" } } }, "accessEntries.admin.username is not modelled"],
    ["eks:index:Cluster", { ...cluster, serviceRole: "arn:aws:iam::123456789012:role/eks" }, "serviceRole must be the aws.iam.Role itself"],
    ["eks:index:ManagedNodeGroup", { ...nodeGroup, diskSize: 50 }, "diskSize is not modelled"],
    ["eks:index:ManagedNodeGroup", { ...nodeGroup, kubeletExtraArgs: "--x" }, "kubeletExtraArgs is not modelled"],
    ["eks:index:ManagedNodeGroup", { ...nodeGroup, cluster: { cluster: "plain" } }, "cluster must be the eks.Cluster component itself"],
    ["eks:index:ManagedNodeGroup", { ...nodeGroup, enableIMDSv2: true, launchTemplate: { id: "lt-1" } }, "enableIMDSv2 and launchTemplate exclude each other"],
    ["eks:index:NodeGroupV2", {}, "the sandbox does not model the component eks:index:NodeGroupV2"],
  ])("%s %j", async (type, args, expected) => {
    const { message, registered } = await refusal(type, args);
    expect(message).toContain(expected);
    expect(registered).toBe(0);
  });
});

describe("the VPC component refuses layouts that cannot be", () => {
  test.each<readonly [string, Properties, string]>([
    ["overlapping subnets", { ...vpc, subnetSpecs: [{ type: "Private", cidrBlocks: ["10.0.10.0/24", "10.0.10.128/25"] }] }, "1. main-private-1: 10.0.10.0/24\n2. main-private-2: 10.0.10.128/25"],
    ["too few blocks for the zones", { ...vpc, subnetSpecs: [{ type: "Private", cidrBlocks: ["10.0.10.0/24"] }] }, "must match the number of availability zones (2)"],
    ["some specs without blocks", { ...vpc, subnetSpecs: [{ type: "Private", cidrBlocks: ["10.0.10.0/24", "10.0.11.0/24"] }, { type: "Isolated" }] }, "all subnets must have explicit cidrBlocks"],
    ["more than a zone holds", { ...vpc, subnetSpecs: [{ type: "Private", cidrMask: 17 }, { type: "Isolated", cidrMask: 17 }] }, "VPC has 32768 addresses, but subnets require 65536 addresses"],
    ["addresses without gateways", { ...vpc, natGateways: { strategy: "None", elasticIpAllocationIds: ["eipalloc-1"] } }, "natGateways.elasticIpAllocationIds has 1 ids"],
    ["zones named and counted", { ...vpc, numberOfAvailabilityZones: 2 }, "Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified"],
    ["a range that is none", { ...vpc, cidrBlock: "10.0.0.0" }, 'cidrBlock is "10.0.0.0"'],
    ["more zones than the region has", { subnetStrategy: "Legacy", numberOfAvailabilityZones: 5 }, "does not have at least 5 Availability Zones"],
  ])("%s", async (_, args, expected) => {
    expect((await refusal("awsx:ec2:Vpc", args)).message).toContain(expected);
  });

  test("a graph that hangs on another resource's output", async () => {
    expect((await refusal("awsx:ec2:Vpc", { ...vpc, cidrBlock: "${aws:ec2/vpcIpamPoolCidrAllocation:VpcIpamPoolCidrAllocation::pool.cidr}" })).message).toContain("cidrBlock must be known before anything is created");
  });

  test("all problems at once", async () => {
    const { message } = await refusal("awsx:ec2:Vpc", { ...vpc, ipv6CidrBlock: "x", natGateways: { strategy: "Two" }, subnetSpecs: [{ type: "Private", cidrBlocks: ["10.0.10.0/24"] }] });
    expect(message).toMatch(/^4 problems\n/u);
    expect(message.split("\n")).toHaveLength(5);
  });
});
