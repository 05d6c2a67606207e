import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { beforeAll, describe, expect, test } from "vitest";
import { KubernetesVersion, PrivateEksCluster, type PrivateEksClusterArgs } from "../../../components/private-eks-cluster/index.ts";
import { ADDON_VERSIONS } from "../../../components/private-eks-cluster/kubernetes-versions.ts";
import { podNetwork } from "../../../components/private-eks-cluster/pod-network.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { clusterArguments } from "./cluster-arguments.ts";

const ADDON = "aws:eks/addon:Addon";
const CLUSTER = "aws:eks/cluster:Cluster";
const NODES = "aws:eks/nodeGroup:NodeGroup";
const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const POLICY = "aws:iam/policy:Policy";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const answers = { call: () => ({ partition: "aws" }) };

async function recorded(changes: Partial<PrivateEksClusterArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new PrivateEksCluster("cluster", { ...clusterArguments, ...changes }), answers);
}

function versionsOf(resources: readonly Recorded[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(all(resources, ADDON).map(({ inputs }) => [String(inputs["addonName"]), inputs["addonVersion"]]));
}

describe("add-ons", () => {
  test.each(Object.values(KubernetesVersion))("are pinned for Kubernetes %s", async (kubernetesVersion) => {
    const resources = await recorded({ kubernetesVersion, guardDutyDetectorId: "detector" });
    const versions = ADDON_VERSIONS[kubernetesVersion];
    expect(one(resources, CLUSTER).inputs["version"]).toBe(kubernetesVersion);
    expect(versionsOf(resources)).toEqual({
      "vpc-cni": versions.vpcCni, coredns: versions.coredns, "kube-proxy": versions.kubeProxy, "aws-ebs-csi-driver": versions.ebsCsiDriver,
      "eks-pod-identity-agent": versions.podIdentityAgent, "aws-guardduty-agent": versions.guardDutyAgent, "amazon-cloudwatch-observability": versions.cloudWatchObservability,
    });
  });

  test.each(Object.entries(ADDON_VERSIONS))("of Kubernetes %s are releases of EKS, kube-proxy of the same version", (version, addons) => {
    expect(Object.values(addons).filter((release) => !/^v\d+\.\d+\.\d+-eksbuild\.\d+$/u.test(release))).toEqual([]);
    expect(addons.kubeProxy.startsWith(`v${version}.`)).toBe(true);
  });

  test("each act under a role for their own service account, and nothing acts for two", async () => {
    const associations = all(await recorded(), ASSOCIATION).map(({ inputs }) => `${String(inputs["namespace"])}/${String(inputs["serviceAccount"])}`);
    expect(associations.toSorted()).toEqual(["amazon-cloudwatch/cloudwatch-agent", "kube-system/aws-node", "kube-system/ebs-csi-controller-sa"]);
  });
});

describe("the network plugin", () => {
  test("enforces network policies, known before anything exists, once its role is there", async () => {
    const resources = await recorded();
    const plugin = one(resources, ADDON, "cluster-vpc-cni");
    expect(plugin.inputs).toMatchObject({ configurationValues: podNetwork(false), preserve: true });
    expect(plugin.dependencies).toContain(one(resources, ASSOCIATION, "cluster-vpc-cni").urn);
  });

  test("gives pods addresses of their own subnets, for which nodes wait", async () => {
    const resources = await record(() => {
      const subnets = ["pods-1", "pods-2"].map((name) => new SecurityGroup(name, { description: "stands for a subnet" }).id);
      new PrivateEksCluster("cluster", { ...clusterArguments, podSubnetIds: subnets });
    }, answers);
    expect(one(resources, ADDON, "cluster-vpc-cni").inputs["configurationValues"]).toBe(podNetwork(true));
    expect(one(resources, NODES).dependencies).toEqual(expect.arrayContaining(["pods-1", "pods-2"].map((name) => one(resources, "aws:ec2/securityGroup:SecurityGroup", name).urn)));
  });
});

describe("GuardDuty's agent", () => {
  test("is left to GuardDuty unless its detector is given", async () => {
    const resources = await recorded();
    expect(versionsOf(resources)).not.toHaveProperty("aws-guardduty-agent");
    expect(one(resources, CLUSTER).inputs["tags"]).not.toHaveProperty("GuardDutyManaged");
  });

  test("is this program's alone otherwise, once the detector is there, on nodes from the start", async () => {
    const resources = await record(() => {
      const detector = new SecurityGroup("detector", { description: "stands for a detector" });
      new PrivateEksCluster("cluster", { ...clusterArguments, guardDutyDetectorId: detector.id });
    }, answers);
    const agent = one(resources, ADDON, "cluster-aws-guardduty-agent");
    expect(agent.dependencies).toContain(one(resources, "aws:ec2/securityGroup:SecurityGroup", "detector").urn);
    expect(one(resources, NODES).dependencies).toContain(agent.urn);
    expect(one(resources, CLUSTER).inputs["tags"]).toEqual({ Name: "cluster-eksCluster", GuardDutyManaged: "false" });
  });
});

describe("add-ons that need a node", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded({ workloadLogsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/operations" });
  });

  test("volumes that pods claim are tagged as patients' data, and for the backup plan that holds it", () => {
    const settings = one(resources, ADDON, "cluster-aws-ebs-csi-driver").inputs["configurationValues"];
    expect(JSON.parse(String(settings))).toEqual({ controller: { extraVolumeTags: { ...clusterArguments.nodeTags, BackupPlan: clusterArguments.deployment.prefix, DataClassification: "phi" } } });
  });

  test.each(["coredns", "aws-ebs-csi-driver", "amazon-cloudwatch-observability"])("%s comes once there are nodes for it", (addon) => {
    expect(one(resources, ADDON, `cluster-${addon}`).dependencies).toContain(one(resources, NODES).urn);
  });

  test("come once they may act", () => {
    expect(one(resources, ADDON, "cluster-aws-ebs-csi-driver").dependencies).toContain(one(resources, ASSOCIATION, "cluster-ebs-csi").urn);
    expect(one(resources, ADDON, "cluster-amazon-cloudwatch-observability").dependencies).toContain(one(resources, ASSOCIATION, "cluster-cloudwatch").urn);
  });

  test("use the volume key through EC2 only", () => {
    expect(one(resources, ATTACHMENT, "cluster-ebs-csi-1").dependencies).toContain(one(resources, POLICY, "cluster-volume-key").urn);
    const { policy } = one(resources, POLICY, "cluster-volume-key").inputs;
    expect(statement(policy, "UseVolumeKey").Condition).toEqual({
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/hipaa-test/phi-data" }, StringEquals: { "kms:ViaService": "ec2.us-east-1.amazonaws.com" },
    });
    expect(statement(policy, "GrantVolumeKey").Condition).toMatchObject({ Bool: { "kms:GrantIsForAWSResource": "true" } });
  });

  test("write logs of nodes and pods into groups that are there first, encrypted, for a year (S2-49)", () => {
    const groups = all(resources, LOG_GROUP).filter(({ name }) => name !== "cluster-control-plane");
    expect(groups.map(({ inputs }) => inputs["name"])).toEqual(["application", "dataplane", "host", "performance"].map((log) => `/aws/containerinsights/hipaa-test/${log}`));
    for (const { inputs } of groups) {
      expect(inputs).toMatchObject({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/operations", retentionInDays: 365, tags: { DataClassification: "operational" } });
    }
  });

  test("count as evidence when they share the key of the control plane's logs, as a key opens one class only", async () => {
    for (const { inputs } of all(await recorded(), LOG_GROUP)) {
      expect(inputs).toMatchObject({ kmsKeyId: clusterArguments.logsKeyArn, tags: { DataClassification: "audit" } });
    }
  });

  test("write nowhere else, and make no group", () => {
    const { policy } = one(resources, POLICY, "cluster-cloudwatch").inputs;
    expect(statement(policy, "WriteLogs")).toMatchObject({
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: ["application", "dataplane", "host", "performance"].map((log) => `arn:aws:logs:us-east-1:111122223333:log-group:/aws/containerinsights/hipaa-test/${log}:*`),
    });
    expect(statementsOf(policy)).toHaveLength(2);
  });

  test("change no pod to trace it", () => {
    const settings = JSON.parse(String(one(resources, ADDON, "cluster-amazon-cloudwatch-observability").inputs["configurationValues"]));
    expect(settings).toEqual({
      agent: { config: { logs: { metrics_collected: { kubernetes: { enhanced_container_insights: true } } } } }, containerLogs: { enabled: true },
      manager: { applicationSignals: { autoMonitor: { monitorAllServices: false } } },
    });
  });
});

describe("a cluster on standby", () => {
  test("has no node and nothing that waits for one, but all that nodes will need", async () => {
    const resources = await recorded({ standby: true, nodes: { minSize: 3, maxSize: 9 } });
    expect(one(resources, NODES).inputs["scalingConfig"]).toEqual({ minSize: 0, desiredSize: 0, maxSize: 9 });
    expect(Object.keys(versionsOf(resources)).toSorted()).toEqual(["eks-pod-identity-agent", "kube-proxy", "vpc-cni"]);
    expect(all(resources, ASSOCIATION)).toHaveLength(3);
    expect(all(resources, LOG_GROUP)).toHaveLength(5);
  });
});
