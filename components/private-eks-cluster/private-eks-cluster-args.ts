import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ClusterAccess } from "./cluster-access.ts";
import type { KubernetesVersion } from "./kubernetes-versions.ts";
import type { NodeGroupArgs } from "./node-groups.ts";
import type { NodePoolArgs } from "./node-settings.ts";
import type { Workload } from "./workload-identity.ts";

/** What a cluster is made of. */
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
  /**
   * Subnets for pods, one for each zone of the nodes, with the tag `kubernetes.io/role/cni: 1` and
   * the nodes' subnets with `0`; as ids that become known once their routes exist.
   * @default pods take addresses of the nodes' subnets
   */
  readonly podSubnetIds?: pulumi.Input<string>[];
  /**
   * Ids of routes, endpoints and what else nodes need to join, where the subnets' ids do not wait for it.
   * @default none
   */
  readonly nodesWaitFor?: pulumi.Input<string>[];
  /** Group of workloads, which nodes carry beside their own: admits the web tier, reaches database and endpoints. */
  readonly appSecurityGroupId: pulumi.Input<string>;
  /**
   * Groups that call the Kubernetes API beside nodes, by name, such as a runner's or an access host's.
   * @default none
   */
  readonly apiClients?: Record<string, pulumi.Input<string>>;
  /** Key that encrypts Kubernetes secrets; EKS never lets go of it. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** Key for the control plane's logs, which CloudWatch Logs in the cluster's region may use. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * Key for the logs of nodes and pods, which are operational data.
   * @default logsKeyArn; they are then kept apart as evidence, like the control plane's
   */
  readonly workloadLogsKeyArn?: pulumi.Input<string>;
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
   * The nodes that every cluster has, for all pods that name no other group.
   * @default 2 to 6 m7g.large with 50 GiB
   */
  readonly nodes?: NodePoolArgs;
  /**
   * More groups, for workloads that need other nodes.
   * @default none
   */
  readonly nodeGroups?: NodeGroupArgs[];
  /**
   * Waits in a recovery region: every group is there without a node, and what needs a node is not
   * installed. Taking it off starts the groups at their sizes.
   * @default false
   */
  readonly standby?: boolean;
  /**
   * GuardDuty's detector in the cluster's region, known once runtime monitoring is on: this program
   * then installs its agent on the nodes, in a pinned version, and GuardDuty does not.
   * @default no agent by this program
   */
  readonly guardDutyDetectorId?: pulumi.Input<string>;
  /** Required tags, for instances and volumes that Auto Scaling starts. */
  readonly nodeTags: Record<string, string>;
  /**
   * Days for which logs of control plane, nodes and pods are kept, a term of CloudWatch Logs from 365 on.
   * @default 365
   */
  readonly logRetentionDays?: number;
}
