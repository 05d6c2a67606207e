import * as pulumi from "@pulumi/pulumi";
import { refuseProblems } from "../lib/problems.ts";
import { createNodeAgents, createWorkloadAddons } from "./addons.ts";
import { createControlPlaneRole, createNodeRole } from "./cluster-roles.ts";
import { clusterSettings } from "./cluster-settings.ts";
import { createControlPlane, createLogGroup, createTokenIssuer } from "./control-plane.ts";
import { ADDON_VERSIONS } from "./kubernetes-versions.ts";
import { MAIN_GROUP } from "./node-groups.ts";
import { createNodeSecurityGroup, createNodeRules } from "./node-network.ts";
import type { PrivateEksClusterArgs } from "./private-eks-cluster-args.ts";
import { createNodeGroups } from "./workers.ts";
import { createWorkloadRole } from "./workload-identity.ts";
import { createWorkloadLogs } from "./workload-logs.ts";

/**
 * A Kubernetes cluster that only its own network reaches.
 *
 * Guarantees: no public endpoint; access by IAM roles only, and nobody is administrator of the whole
 * cluster, its creator included; secrets encrypted under the given key; all five kinds of control
 * plane logs, and the logs of nodes and pods, kept encrypted; nodes without public address or SSH key,
 * on encrypted volumes, with metadata out of the reach of pods; spot capacity for stateless pods that
 * tolerate it only; one role for each workload and add-on; network policies enforced; pinned versions;
 * upgraded before the version falls out of support; protected from deletion.
 *
 * Requirement rows: S1-03, S1-11, S1-12, S1-22, S1-23, S1-30, S1-53, S2-19, S2-20, S2-23, S2-26, S2-27, S2-28, S2-49, S2-74, S2-94, S4-71, S4-72, S4-107, S5-09, S5-10, X-04.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(d), 164.312(e)(1), 164.308(a)(4)(ii)(B), 164.308(a)(7)(ii)(C).
 *
 * #### Cost
 * Control plane 73 USD a month; two m7g.large 119 USD; two volumes of 50 GiB 8 USD; logs 0.50 USD a GB; Container Insights 0.21 USD a million observations. On standby the control plane alone.
 *
 * @example
 * ```ts
 * new PrivateEksCluster("hipaa-dev-cluster", {
 *   deployment, vpcId: network.vpcId, subnetIds: network.privateSubnetIds, nodeSubnetIds: network.nodeSubnetIds,
 *   appSecurityGroupId: network.appSecurityGroupId, nodeTags: { Compliance: "HIPAA" },
 *   secretsKeyArn: keys.keyArn("secrets"), logsKeyArn: keys.keyArn("audit"), workloadLogsKeyArn: keys.keyArn("logs"),
 *   volumeKeyArn: keys.keyArn("phi-data"), volumeKeyAlias: "alias/hipaa-dev/phi-data",
 *   nodeGroups: [{ name: "reports", capacityType: CapacityType.Spot, stateless: true, taints: [{ key: "reports", effect: TaintEffect.NoSchedule }] }],
 * });
 * ```
 */
export class PrivateEksCluster extends pulumi.ComponentResource {
  /** Name of the cluster. */
  readonly clusterName: pulumi.Output<string>;
  /** ARN of the cluster. */
  readonly clusterArn: pulumi.Output<string>;
  /** Private endpoint of the Kubernetes API. */
  readonly endpoint: pulumi.Output<string>;
  /** Certificate authority of the endpoint, base64. */
  readonly certificateAuthority: pulumi.Output<string>;
  /** Issuer of service account tokens, without `https://`. */
  readonly oidcIssuer: pulumi.Output<string>;
  /** ARN under which IAM knows the issuer. */
  readonly oidcProviderArn: pulumi.Output<string>;
  /** Group that EKS made for the control plane. */
  readonly controlPlaneSecurityGroupId: pulumi.Output<string>;
  /** Group of the nodes, open to nodes and control plane only. */
  readonly nodeSecurityGroupId: pulumi.Output<string>;
  /** Group of pods as targets of a load balancer, by address and port: the given one of workloads. */
  readonly podSecurityGroupId: pulumi.Output<string>;
  /** ARN of the nodes' role. */
  readonly nodeRoleArn: pulumi.Output<string>;
  /** Name of each node group by its argument's name; `workers` is the group of `nodes`. */
  readonly nodeGroupNames: pulumi.Output<Record<string, string>>;
  /** ARN of each workload's role, by the workload's name. */
  readonly workloadRoleArns: pulumi.Output<Record<string, string>>;
  /** Log group of the control plane. */
  readonly logGroupName: pulumi.Output<string>;
  /** Log groups of pods, of Kubernetes' own parts, of nodes, and of metrics. */
  readonly workloadLogGroupNames: pulumi.Output<string[]>;

  constructor(name: string, args: PrivateEksClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:PrivateEksCluster", name, {}, opts);
    const { deployment } = args;
    const { settings, problems } = clusterSettings(args);
    refuseProblems(problems, this, name);

    const logGroup = createLogGroup(this, name, deployment, args.logsKeyArn, settings.logRetentionDays);
    const workloadLogs = createWorkloadLogs(this, name, args, settings.logRetentionDays);
    const plane = { ...args, version: settings.version, access: args.access ?? [], ownGuardDutyAgent: args.guardDutyDetectorId !== undefined };
    const cluster = createControlPlane(this, name, plane, createControlPlaneRole(this, name, deployment), logGroup);
    const { eksCluster } = cluster;
    this.clusterName = eksCluster.apply(({ name: made }) => made);
    this.nodeSecurityGroupId = createNodeSecurityGroup(this, name, deployment.prefix, args.vpcId).id;
    this.controlPlaneSecurityGroupId = cluster.clusterSecurityGroupId;

    const groupIds = { nodes: this.nodeSecurityGroupId, controlPlane: cluster.clusterSecurityGroupId };
    const place = { deployment, clusterName: this.clusterName, versions: ADDON_VERSIONS[settings.version] };
    const beforeNodes = [...createNodeRules(this, name, groupIds, args.apiClients ?? {}), ...createNodeAgents(this, name, place, args)];
    const nodeRole = createNodeRole(this, name, deployment);
    const workers = {
      prefix: deployment.prefix, version: settings.version, tags: args.nodeTags, volumeKeyArn: args.volumeKeyArn, securityGroupIds: [this.nodeSecurityGroupId, args.appSecurityGroupId],
      needs: [...beforeNodes.map(({ id }) => id), ...(args.podSubnetIds ?? []), ...(args.nodesWaitFor ?? [])],
    };
    const groups = createNodeGroups(this, name, settings.groups, workers, cluster, nodeRole);
    createWorkloadAddons(this, name, place, args, settings.standby ? undefined : groups[MAIN_GROUP]);
    const roles = (args.workloads ?? []).map((workload) => [workload.name, createWorkloadRole(this, name, deployment, this.clusterName, workload).role.arn] as const);

    this.clusterArn = eksCluster.apply(({ arn }) => arn);
    this.endpoint = eksCluster.apply(({ endpoint }) => endpoint);
    this.certificateAuthority = eksCluster.apply(({ certificateAuthority }) => certificateAuthority.data);
    this.oidcIssuer = cluster.oidcIssuer;
    this.oidcProviderArn = createTokenIssuer(this, name, cluster.oidcIssuer).arn;
    this.podSecurityGroupId = pulumi.output(args.appSecurityGroupId);
    this.nodeRoleArn = nodeRole.role.arn;
    this.nodeGroupNames = pulumi.output(Object.fromEntries(Object.entries(groups).map(([group, nodes]) => [group, nodes.apply(({ nodeGroupName }) => nodeGroupName)])));
    this.workloadRoleArns = pulumi.output(Object.fromEntries(roles));
    this.logGroupName = logGroup.name;
    this.workloadLogGroupNames = pulumi.output(workloadLogs.map((group) => group.name));
    this.registerOutputs({
      clusterName: this.clusterName, clusterArn: this.clusterArn, endpoint: this.endpoint, certificateAuthority: this.certificateAuthority,
      oidcIssuer: this.oidcIssuer, oidcProviderArn: this.oidcProviderArn, controlPlaneSecurityGroupId: this.controlPlaneSecurityGroupId,
      nodeSecurityGroupId: this.nodeSecurityGroupId, podSecurityGroupId: this.podSecurityGroupId, nodeRoleArn: this.nodeRoleArn, nodeGroupNames: this.nodeGroupNames,
      workloadRoleArns: this.workloadRoleArns, logGroupName: this.logGroupName, workloadLogGroupNames: this.workloadLogGroupNames,
    });
  }
}
