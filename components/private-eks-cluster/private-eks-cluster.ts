import * as pulumi from "@pulumi/pulumi";
import { closedSetProblems } from "../lib/closed-set.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Deployment } from "../lib/deployment.ts";
import { type Problem, refuseProblems } from "../lib/problems.ts";
import { createPodIdentity, createVolumeDriver } from "./addons.ts";
import { accessProblems, type ClusterAccess } from "./cluster-access.ts";
import { createControlPlaneRole, createNodeRole } from "./cluster-roles.ts";
import { createControlPlane, createLogGroup } from "./control-plane.ts";
import { ADDON_VERSIONS, KubernetesVersion } from "./kubernetes-versions.ts";
import { createNodeSecurityGroup, createNodeRules } from "./node-network.ts";
import { type NodePoolArgs, nodeSettings } from "./node-settings.ts";
import { createNodeTemplate } from "./node-template.ts";
import { createWorkers } from "./workers.ts";
import { createWorkloadRole, type Workload, workloadProblems } from "./workload-identity.ts";

/** A year (S4-102). */
const RETENTION_DAYS = 365;

export interface PrivateEksClusterArgs {
  readonly deployment: Deployment;
  /** VPC of the cluster. */
  readonly vpcId: pulumi.Input<string>;
  /** Private subnets for the control plane's interfaces, in two zones or more. */
  readonly subnetIds: pulumi.Input<string>[];
  /**
   * Private subnets for nodes, as ids that become known once routes and endpoints exist: nodes that
   * start earlier cannot join.
   */
  readonly nodeSubnetIds: pulumi.Input<string>[];
  /** Group of workloads, which nodes carry beside their own: admits the web tier, reaches database and endpoints. */
  readonly appSecurityGroupId: pulumi.Input<string>;
  /**
   * Groups that call the Kubernetes API beside nodes, by name, such as a runner's or an access host's.
   * @default none
   */
  readonly apiClients?: Record<string, pulumi.Input<string>>;
  /** Key that encrypts Kubernetes secrets; EKS never lets go of it. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** Key for the control plane's logs, which CloudWatch Logs in the primary region may use. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** Key for volumes of nodes and workloads, which EC2 and Auto Scaling may use. */
  readonly volumeKeyArn: pulumi.Input<string>;
  /** Alias of the same key, such as `alias/hipaa-dev/phi-data`. */
  readonly volumeKeyAlias: string;
  /**
   * Kubernetes version; add-ons follow it.
   * @default KubernetesVersion.V1_36
   */
  readonly kubernetesVersion?: KubernetesVersion;
  /**
   * Who gets in beside nodes.
   * @default nobody
   */
  readonly access?: ClusterAccess[];
  /**
   * Workloads that call AWS, each with a role of its own by Pod Identity.
   * @default none
   */
  readonly workloads?: Workload[];
  /**
   * The nodes.
   * @default 2 to 6 m7g.large with 50 GiB
   */
  readonly nodes?: NodePoolArgs;
  /** Required tags, for instances and volumes that Auto Scaling starts. */
  readonly nodeTags: Record<string, string>;
  /**
   * Days for which the control plane's logs are kept, a term of CloudWatch Logs, at least 365.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/**
 * A Kubernetes cluster that only its own network reaches.
 *
 * Guarantees: no public endpoint; access by IAM roles only, and nobody is administrator of the whole
 * cluster, its creator included; secrets encrypted under the given key; all five kinds of control
 * plane logs kept encrypted; nodes without public address or SSH key, on encrypted volumes, with
 * metadata out of the reach of pods; one role for each workload; network policies enforced; pinned
 * versions; protected from deletion.
 *
 * Requirement rows: S1-11, S1-12, S1-22, S1-23, S2-94, S4-71, S4-72, S4-107, S5-09, S5-10.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(d), 164.312(e)(1), 164.308(a)(4)(ii)(B).
 *
 * #### Cost
 * Control plane 73 USD a month; two m7g.large 119 USD; two volumes 8 USD; logs 0.50 USD a GB.
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
  /** Group that EKS made for the control plane. */
  readonly controlPlaneSecurityGroupId: pulumi.Output<string>;
  /** Group of the nodes. */
  readonly nodeSecurityGroupId: pulumi.Output<string>;
  /** ARN of the nodes' role. */
  readonly nodeRoleArn: pulumi.Output<string>;
  /** Name of the node group. */
  readonly nodeGroupName: pulumi.Output<string>;
  /** ARN of each workload's role, by the workload's name. */
  readonly workloadRoleArns: pulumi.Output<Record<string, string>>;
  /** Log group of the control plane. */
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: PrivateEksClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:PrivateEksCluster", name, {}, opts);
    const { deployment } = args;
    const version = args.kubernetesVersion ?? KubernetesVersion.V1_36;
    const { settings, problems } = nodeSettings(args.nodes ?? {});
    refuseProblems([...problemsOf(args, version), ...problems], this, name);

    const logGroup = createLogGroup(this, name, deployment, args.logsKeyArn, args.logRetentionDays ?? RETENTION_DAYS);
    const plane = { deployment, vpcId: args.vpcId, subnetIds: args.subnetIds, secretsKeyArn: args.secretsKeyArn, version, access: args.access ?? [] };
    const cluster = createControlPlane(this, name, plane, createControlPlaneRole(this, name, deployment), logGroup);
    const { eksCluster } = cluster;
    this.clusterName = eksCluster.apply((made) => made.name);
    this.nodeSecurityGroupId = createNodeSecurityGroup(this, name, deployment.prefix, args.vpcId).id;
    this.controlPlaneSecurityGroupId = cluster.clusterSecurityGroupId;

    const groupIds = { nodes: this.nodeSecurityGroupId, controlPlane: this.controlPlaneSecurityGroupId };
    const place = { deployment, clusterName: this.clusterName, versions: ADDON_VERSIONS[version] };
    const needs = [...createNodeRules(this, name, groupIds, args.apiClients ?? {}), ...createPodIdentity(this, name, place)];
    const nodeRole = createNodeRole(this, name, deployment);
    const template = createNodeTemplate(this, name, {
      prefix: deployment.prefix, diskGib: settings.diskGib, volumeKeyArn: args.volumeKeyArn,
      securityGroupIds: [this.nodeSecurityGroupId, args.appSecurityGroupId], tags: args.nodeTags,
    });
    const workers = { prefix: deployment.prefix, version, settings, subnetIds: args.nodeSubnetIds, tags: args.nodeTags, needs: needs.map(({ id }) => id) };
    const nodeGroup = createWorkers(this, name, workers, cluster, nodeRole, template);
    createVolumeDriver(this, name, place, args.volumeKeyAlias, nodeGroup.nodeGroup);

    const roles = (args.workloads ?? []).map((workload) => ({ workload, made: createWorkloadRole(this, name, deployment, this.clusterName, workload) }));

    this.clusterArn = eksCluster.apply((made) => made.arn);
    this.endpoint = eksCluster.apply((made) => made.endpoint);
    this.certificateAuthority = eksCluster.apply((made) => made.certificateAuthority.data);
    this.oidcIssuer = cluster.oidcIssuer;
    this.nodeRoleArn = nodeRole.role.arn;
    this.nodeGroupName = nodeGroup.nodeGroup.apply((made) => made.nodeGroupName);
    this.workloadRoleArns = pulumi.output(Object.fromEntries(roles.map(({ workload, made }) => [workload.name, made.role.arn])));
    this.logGroupName = logGroup.name;
    this.registerOutputs({
      clusterName: this.clusterName, clusterArn: this.clusterArn, endpoint: this.endpoint, certificateAuthority: this.certificateAuthority, oidcIssuer: this.oidcIssuer,
      controlPlaneSecurityGroupId: this.controlPlaneSecurityGroupId, nodeSecurityGroupId: this.nodeSecurityGroupId, nodeRoleArn: this.nodeRoleArn,
      nodeGroupName: this.nodeGroupName, workloadRoleArns: this.workloadRoleArns, logGroupName: this.logGroupName,
    });
  }
}

function problemsOf(args: PrivateEksClusterArgs, version: KubernetesVersion): readonly Problem[] {
  return [
    ...zoneProblems("subnetIds", args.subnetIds),
    ...zoneProblems("nodeSubnetIds", args.nodeSubnetIds),
    ...closedSetProblems("kubernetesVersion", version, KubernetesVersion),
    ...accessProblems(args.access ?? []),
    ...workloadProblems(args.workloads ?? []),
    ...logRetentionProblems("logRetentionDays", args.logRetentionDays ?? RETENTION_DAYS),
    ...(args.volumeKeyAlias.startsWith("alias/") ? [] : [{
      argument: "volumeKeyAlias", value: args.volumeKeyAlias, allowed: "an alias of KMS, which starts with alias/", change: "Give the alias of the key in volumeKeyArn",
    }]),
  ];
}

function zoneProblems(argument: string, subnetIds: readonly unknown[]): readonly Problem[] {
  return subnetIds.length >= 2 ? [] : [{
    argument, value: `${String(subnetIds.length)} subnets`, allowed: "subnets in two zones or more", change: "Give one for each zone",
  }];
}
