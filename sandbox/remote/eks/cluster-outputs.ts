import { isList, isProperties, type Value } from "../../wire.ts";
import { asText, combine, gather, type Inputs, Output } from "../output.ts";
import type { Registered } from "../registrar.ts";
import type { ClusterArguments } from "./cluster-arguments.ts";
import { kubeconfig, kubeconfigJson } from "./kubeconfig.ts";
import type { NodeGroupRules } from "./security-groups.ts";

/** All that was registered for one cluster component. */
export interface ClusterParts {
  readonly cluster: Registered;
  /** A reference to the control plane's role. */
  readonly role: Output;
  readonly clusterGroup: Registered | undefined;
  readonly nodes: NodeGroupRules | undefined;
  readonly kubernetes: Registered;
  readonly vpcCni: Output | undefined;
  readonly oidcProvider: Registered | undefined;
}

/** The component's outputs: references are known at a first preview, `core` and what AWS decides are not. */
export function clusterOutputs(args: ClusterArguments, parts: ClusterParts): Inputs {
  const { cluster, clusterGroup, nodes, oidcProvider } = parts;
  const config = kubeconfig(cluster);
  const issuer = combine({ identities: cluster.output("identities") }, ({ identities = null }) => issuerOf(identities));
  // A preview shows the vpcConfig that was asked for, without the group that EKS will add.
  const ownGroup = !cluster.id.known ? cluster.id : combine({ vpcConfig: cluster.output("vpcConfig") }, ({ vpcConfig = null }) => (isProperties(vpcConfig) ? vpcConfig["clusterSecurityGroupId"] ?? null : null));
  return {
    eksCluster: reference(cluster),
    clusterSecurityGroup: reference(clusterGroup),
    nodeSecurityGroup: reference(nodes?.group),
    eksClusterIngressRule: reference(nodes?.clusterIngress),
    clusterSecurityGroupId: clusterGroup?.id ?? ownGroup,
    nodeSecurityGroupId: nodes?.group.id ?? ownGroup,
    clusterIngressRuleId: nodes?.clusterIngress.output("securityGroupRuleId") ?? "",
    kubeconfig: config,
    kubeconfigJson: kubeconfigJson(config),
    core: core(args, parts, config),
    instanceRoles: [],
    // Undefined in truth, which a preview shows as unknown.
    defaultNodeGroup: undefined,
    defaultNodeGroupAsgName: "",
    fargateProfileId: "",
    fargateProfileStatus: "",
    autoModeNodeRoleName: "",
    oidcProviderArn: oidcProvider?.output("arn") ?? "",
    oidcProviderUrl: issuer,
    oidcIssuer: combine({ issuer }, (values) => asText(values["issuer"]).replace("https://", "")),
  };
}

function core(args: ClusterArguments, parts: ClusterParts, config: Output): Output {
  const { cluster, clusterGroup, nodes } = parts;
  const encryption = args.encryptionKeyArn === undefined ? {} : { encryptionConfig: { provider: { keyArn: args.encryptionKeyArn }, resources: ["secrets"] } };
  return gather({
    vpcId: args.vpcId,
    subnetIds: args.subnetIds,
    privateSubnetIds: args.subnetIds,
    tags: args.tags,
    cluster: reference(cluster),
    clusterIamRole: parts.role,
    clusterSecurityGroup: reference(clusterGroup),
    endpoint: cluster.output("endpoint"),
    kubeconfig: config,
    provider: reference(parts.kubernetes),
    vpcCni: parts.vpcCni,
    oidcProvider: reference(parts.oidcProvider),
    nodeGroupOptions: { version: args.version, nodeSecurityGroup: reference(nodes?.group), clusterIngressRule: reference(nodes?.clusterIngress) },
    instanceRoles: [],
    accessEntries: args.givenAccessEntries === undefined ? [] : combine({ entries: args.givenAccessEntries }, ({ entries = null }) => (isProperties(entries) ? Object.values(entries) : [])),
    autoModeNodeRoleName: "",
    storageClasses: {},
    ...encryption,
  });
}

function reference(resource: Registered | undefined): Output | undefined {
  return resource === undefined ? undefined : new Output(resource.reference(), [resource.urn]);
}

export function issuerOf(identities: Value): string {
  const identity = isList(identities) ? identities[0] : undefined;
  const oidcs = isProperties(identity) ? identity["oidcs"] : undefined;
  const oidc = isList(oidcs) ? oidcs[0] : undefined;
  return isProperties(oidc) ? asText(oidc["issuer"] ?? "") : "";
}
