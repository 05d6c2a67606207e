import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { beforeAll, describe, expect, test } from "vitest";
import { CapacityType, ClusterRole, PrivateEksCluster, type PrivateEksClusterArgs, TaintEffect } from "../../../components/private-eks-cluster/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statementsOf } from "../../support/policy-statements.ts";
import { clusterArguments } from "./cluster-arguments.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const NODES = "aws:eks/nodeGroup:NodeGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const ADDON = "aws:eks/addon:Addon";
const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

/** What AWS answers and computes, as far as the cluster asks. */
const answers = {
  call: () => ({ partition: "aws" }),
  outputs: ({ type }: { readonly type: string }): Record<string, unknown> => type === CLUSTER ? {
    endpoint: "https://cluster.example", certificateAuthority: { data: "Y2E=" }, vpcConfig: { clusterSecurityGroupId: "sg-eks" },
    identities: [{ oidcs: [{ issuer: "https://issuer.example/id/1" }] }],
  } : {},
};

async function recorded(changes: Partial<PrivateEksClusterArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new PrivateEksCluster("cluster", { ...clusterArguments, ...changes }), { call: answers.call });
}

describe("PrivateEksCluster refuses", () => {
  const badArguments: Partial<PrivateEksClusterArgs> = {
    subnetIds: ["subnet-1"], podSubnetIds: ["subnet-3"], nodes: { minSize: 1 }, logRetentionDays: 7, volumeKeyAlias: "phi-data",
    nodeGroups: [{ name: "reports", capacityType: CapacityType.Spot, taints: [{ key: "reports", effect: TaintEffect.NoSchedule }] }],
    access: [{ name: "jane", principalArn: "arn:aws:iam::111122223333:user/jane", role: ClusterRole.View }],
    workloads: [{ name: "all", namespace: "*", serviceAccount: "api", policyArns: [] }],
  };

  test("every bad argument in one message, before anything is created", async () => {
    const refusal = recorded(badArguments);
    await expect(refusal).rejects.toThrow(
      /^cluster: 8 arguments cannot be used; nothing was created\.\n {2}- subnetIds = .*\n {2}- podSubnetIds = "1 subnets": one for each zone of nodeSubnetIds \(2\), or none\. Give one for each zone\n {2}- access\[0\]\.principalArn = .*\n {2}- workloads\[0\]\.namespace = .*\n {2}- logRetentionDays = 7: .*\n {2}- volumeKeyAlias = .*\n {2}- nodes\.minSize = 1: a whole number from 2 to 450\. Give one within\n {2}- nodeGroups\[0\]\.stateless = false: .*$/u,
    );
    const resources = await record(() => {
      expect(() => new PrivateEksCluster("cluster", { ...clusterArguments, ...badArguments })).toThrow("cannot be used");
    });
    expect(resources.map(({ type }) => type)).toEqual(["hipaa:index:PrivateEksCluster"]);
  });

  test("a Kubernetes version without pinned add-ons, from callers without a compiler", async () => {
    const foreign: Partial<PrivateEksClusterArgs> = JSON.parse('{ "kubernetesVersion": "1.29" }');
    await expect(recorded(foreign)).rejects.toThrow('kubernetesVersion = "1.29": one of 1.34, 1.35, 1.36. Take one of these');
  });
});

describe("PrivateEksCluster's control plane", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("is reached from inside only", () => {
    expect(one(resources, CLUSTER).inputs["vpcConfig"]).toMatchObject({ endpointPrivateAccess: true, endpointPublicAccess: false });
  });

  test("admits by IAM roles only, and its creator not as administrator; no change to that goes unnoticed", () => {
    const cluster = one(resources, CLUSTER);
    expect(cluster.inputs["accessConfig"]).toEqual({ authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false });
    expect(cluster.ignoreChanges).toEqual(["bootstrapSelfManagedAddons"]);
  });

  test("encrypts Kubernetes secrets under the given key (S1-23)", () => {
    expect(one(resources, CLUSTER).inputs["encryptionConfig"]).toEqual({ provider: { keyArn: clusterArguments.secretsKeyArn }, resources: ["secrets"] });
  });

  test("logs all five kinds into a group that is there first, encrypted, for a year", () => {
    const group = one(resources, "aws:cloudwatch/logGroup:LogGroup", "cluster-control-plane");
    expect(one(resources, CLUSTER).inputs["enabledClusterLogTypes"]).toEqual(["api", "audit", "authenticator", "controllerManager", "scheduler"]);
    expect(group.inputs).toMatchObject({ name: "/aws/eks/hipaa-test/cluster", kmsKeyId: clusterArguments.logsKeyArn, retentionInDays: 365, tags: { DataClassification: "audit" } });
    expect(one(resources, "eks:index:Cluster").dependencies).toContain(group.urn);
  });

  test("is protected from deletion, and upgraded before its version falls out of support", () => {
    expect(one(resources, CLUSTER).inputs).toMatchObject({ name: "hipaa-test", deletionProtection: true, upgradePolicy: { supportType: "STANDARD" } });
  });

  test("may act before it is made, under a role for this cluster only", () => {
    const role = one(resources, ROLE, "cluster-control-plane");
    expect(statementsOf(role.inputs["assumeRolePolicy"])).toMatchObject([{
      Principal: { Service: ["eks.amazonaws.com"] },
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" }, ArnEquals: { "aws:SourceArn": "arn:aws:eks:us-east-1:111122223333:cluster/hipaa-test" } },
    }]);
    expect(one(resources, "eks:index:Cluster").dependencies).toContain(one(resources, ATTACHMENT, "cluster-control-plane-AmazonEKSClusterPolicy").urn);
  });

  test("lets nobody in unless asked", () => {
    expect(all(resources, "aws:eks/accessEntry:AccessEntry")).toEqual([]);
  });

  test("has no default group that lets everything out", () => {
    expect(all(resources, "aws:ec2/securityGroup:SecurityGroup").map(({ name }) => name)).toEqual(["cluster-nodes"]);
    expect(all(resources, "aws:ec2/securityGroupRule:SecurityGroupRule")).toEqual([]);
    expect(all(resources, EGRESS).filter(({ inputs }) => inputs["cidrIpv4"] !== undefined || inputs["ipProtocol"] === "-1")).toEqual([]);
  });

  test("does not wait for an add-on that needs nodes, as nodes wait for it", () => {
    expect(resources.filter(({ parent }) => parent === one(resources, "eks:index:Cluster").urn).map(({ type, name }) => `${type} ${name}`).toSorted()).toEqual([
      "aws:eks/addon:Addon cluster-kube-proxy", "aws:eks/cluster:Cluster cluster-eksCluster", "pulumi:providers:kubernetes cluster-eks-k8s",
    ]);
  });

  test("is known to IAM as an issuer of tokens, for AWS alone (S2-19)", () => {
    expect(one(resources, "aws:iam/openIdConnectProvider:OpenIdConnectProvider").inputs).toMatchObject({ clientIdLists: ["sts.amazonaws.com"] });
  });

  test("has every policy known before anything exists", () => {
    const documents = policyDocuments(resources);
    expect(documents).toHaveLength(7);
    for (const { resource, document } of documents) {
      expect(() => JSON.parse(String(document)), resource).not.toThrow();
    }
  });
});

describe("PrivateEksCluster's nodes", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("keep data on volumes under the given key (S1-22)", () => {
    expect(one(resources, TEMPLATE).inputs["blockDeviceMappings"]).toEqual([{
      deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: clusterArguments.volumeKeyArn, volumeType: "gp3", volumeSize: 50, deleteOnTermination: "true" },
    }]);
  });

  test("keep their credentials from pods", () => {
    expect(one(resources, TEMPLATE).inputs["metadataOptions"]).toEqual({ httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1, instanceMetadataTags: "disabled" });
  });

  test("have no public address, no SSH key and no way in by SSH", () => {
    expect(one(resources, TEMPLATE).inputs["networkInterfaces"]).toMatchObject([{ associatePublicIpAddress: "false" }]);
    expect(one(resources, TEMPLATE).inputs).not.toHaveProperty("keyName");
    expect(one(resources, NODES).inputs).not.toHaveProperty("remoteAccess");
    expect(all(resources, INGRESS).filter(({ inputs }) => inputs["fromPort"] === 22)).toEqual([]);
  });

  test("carry the application's group beside their own", () => {
    expect(JSON.stringify(one(resources, TEMPLATE).inputs["networkInterfaces"])).toContain('"sg-app"');
    expect(one(resources, TEMPLATE).dependencies).toContain(one(resources, "aws:ec2/securityGroup:SecurityGroup").urn);
  });

  test("and their volumes carry the required tags, which default tags do not reach (S4-75 to S4-79)", () => {
    const specifications = one(resources, TEMPLATE).inputs["tagSpecifications"];
    expect(specifications).toMatchObject(["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags: clusterArguments.nodeTags })));
    expect(specifications).toMatchObject([{}, { tags: { DataClassification: "phi" } }, {}]);
  });

  test("follow the cluster's version with an image of their processor, one at a time", () => {
    expect(one(resources, NODES).inputs).toMatchObject({
      version: "1.36", amiType: "AL2023_ARM_64_STANDARD", capacityType: "ON_DEMAND", updateConfig: { maxUnavailable: 1 }, nodeRepairConfig: { enabled: true },
    });
  });

  test("are as many as the autoscaler says, between the limits", () => {
    expect(one(resources, NODES)).toMatchObject({ ignoreChanges: ["scalingConfig.desiredSize"], inputs: { scalingConfig: { minSize: 2, maxSize: 6, desiredSize: 2 } } });
  });

  test("start once they can join: rules, agents, network plugin, its role and their own policies", () => {
    const needs = [...all(resources, INGRESS), ...all(resources, EGRESS), one(resources, ADDON, "cluster-eks-pod-identity-agent"), one(resources, ADDON, "cluster-vpc-cni"),
      one(resources, ASSOCIATION, "cluster-vpc-cni"), ...all(resources, ATTACHMENT).filter(({ name }) => name.startsWith("cluster-nodes-"))].map(({ urn }) => urn);
    expect(one(resources, NODES).dependencies).toEqual(expect.arrayContaining(needs));
  });

  test("may join, pull images and be reached by Session Manager, and no more (S4-71, S5-09)", () => {
    expect(all(resources, ATTACHMENT).filter(({ inputs }) => inputs["role"] === "hipaa-test-eks-nodes").map(({ inputs }) => inputs["policyArn"])).toEqual([
      "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ]);
  });
});

describe("PrivateEksCluster with options", () => {
  test("starts nodes once the routes they are told to wait for are there", async () => {
    const route = await record(() => {
      const rule = new SecurityGroup("route", { description: "stands for a route" });
      new PrivateEksCluster("cluster", { ...clusterArguments, nodesWaitFor: [rule.id] });
    }, { call: answers.call });
    expect(one(route, NODES).dependencies).toContain(one(route, "aws:ec2/securityGroup:SecurityGroup", "route").urn);
  });

  test("makes further groups from templates of their own, as safe as the first", async () => {
    const resources = await recorded({
      nodeGroups: [{
        name: "reports", capacityType: CapacityType.Spot, stateless: true, instanceTypes: ["m7i.large"], maxSize: 4, diskGib: 80, labels: { workload: "reports" },
        taints: [{ key: "workload", value: "reports", effect: TaintEffect.NoSchedule }], subnetIds: ["subnet-2"],
      }],
    });
    expect(all(resources, NODES).map(({ name }) => name)).toEqual(["cluster-workers", "cluster-reports"]);
    expect(one(resources, NODES, "cluster-reports").inputs).toMatchObject({
      capacityType: "SPOT", amiType: "AL2023_x86_64_STANDARD", instanceTypes: ["m7i.large"], scalingConfig: { minSize: 0, maxSize: 4, desiredSize: 0 }, labels: { workload: "reports" },
      taints: [{ key: "workload", value: "reports", effect: "NO_SCHEDULE" }],
    });
    const [first, second] = ["cluster-workers", "cluster-reports"].map((name) => one(resources, TEMPLATE, name).inputs);
    expect(second).toMatchObject({ name: "hipaa-test-reports", metadataOptions: first?.["metadataOptions"], networkInterfaces: first?.["networkInterfaces"] });
    expect(JSON.stringify(second?.["blockDeviceMappings"])).toBe(JSON.stringify(first?.["blockDeviceMappings"]).replace('"volumeSize":50', '"volumeSize":80'));
  });

  test("lets named callers reach the Kubernetes API", async () => {
    const resources = await recorded({ apiClients: { runner: "sg-runner" } });
    expect(one(resources, INGRESS, "cluster-api-from-runner").inputs).toMatchObject({ referencedSecurityGroupId: "sg-runner", fromPort: 443, toPort: 443, ipProtocol: "tcp" });
  });

  test("gives each workload a role of its own for one service account (S1-11)", async () => {
    const resources = await recorded({ workloads: [{ name: "records-api", namespace: "records", serviceAccount: "api", policyArns: ["arn:aws:iam::111122223333:policy/records"] }] });
    expect(one(resources, ROLE, "cluster-records-api").inputs["name"]).toBe("hipaa-test-records-api");
    expect(one(resources, ASSOCIATION, "cluster-records-api").inputs).toMatchObject({ clusterName: "hipaa-test", namespace: "records", serviceAccount: "api" });
    expect(one(resources, ASSOCIATION, "cluster-records-api").dependencies).toContain(one(resources, ATTACHMENT, "cluster-records-api-0").urn);
  });

  test("lets in whom the stack names, as what it names", async () => {
    const resources = await recorded({ access: [{ name: "ops", principalArn: "arn:aws:iam::111122223333:role/ops", role: ClusterRole.Edit, namespaces: ["records"] }] });
    expect(one(resources, "aws:eks/accessPolicyAssociation:AccessPolicyAssociation").inputs).toMatchObject({
      principalArn: "arn:aws:iam::111122223333:role/ops", policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
      accessScope: { type: "namespace", namespaces: ["records"] },
    });
  });
});

describe("PrivateEksCluster's outputs", () => {
  test("are its public fields; what is named is known before it exists", async () => {
    const clusters: PrivateEksCluster[] = [];
    const resources = await record(() => clusters.push(new PrivateEksCluster("cluster", clusterArguments)), { call: answers.call });
    expect(registeredOutputs(resources, "hipaa:index:PrivateEksCluster")).toEqual(clusters.flatMap(publicFields));
    expect(one(resources, "hipaa:index:PrivateEksCluster").outputs).toMatchObject({ clusterName: "hipaa-test", logGroupName: "/aws/eks/hipaa-test/cluster" });
  });

  test("are what AWS made", async () => {
    const workloads = [{ name: "records-api", namespace: "records", serviceAccount: "api", policyArns: [] }];
    const resources = await record(() => new PrivateEksCluster("cluster", { ...clusterArguments, workloads }), { ...answers, mode: "up" });
    expect(one(resources, "hipaa:index:PrivateEksCluster").outputs).toMatchObject({
      clusterName: "hipaa-test", endpoint: "https://cluster.example", certificateAuthority: "Y2E=", oidcIssuer: "issuer.example/id/1",
      controlPlaneSecurityGroupId: "sg-eks", nodeSecurityGroupId: "cluster-nodes-id", podSecurityGroupId: "sg-app", nodeGroupNames: { workers: expect.stringMatching(/^hipaa-test-workers-[0-9a-f]{8}$/u) },
      workloadLogGroupNames: ["application", "dataplane", "host", "performance"].map((log) => `/aws/containerinsights/hipaa-test/${log}`), nodeRoleArn: "arn:aws:iam:us-east-1:111122223333:cluster-nodes",
      workloadRoleArns: { "records-api": "arn:aws:iam:us-east-1:111122223333:cluster-records-api" },
    });
  });
});
