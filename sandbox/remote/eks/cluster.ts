import { createHash } from "node:crypto";
import { isList, isProperties, RESOURCE_REFERENCE, SIGNATURE } from "../../wire.ts";
import { Arguments } from "../arguments.ts";
import type { Construction } from "../construction.ts";
import { asText, combine, gather, type Input, Output } from "../output.ts";
import { type Registered, type Registrar, settled } from "../registrar.ts";
import { registerAccessEntries } from "./access-entries.ts";
import { registerAddon, registerVpcCni } from "./addons.ts";
import { type ClusterArguments, readClusterArguments } from "./cluster-arguments.ts";
import { clusterOutputs, issuerOf } from "./cluster-outputs.ts";
import { kubeconfig, kubeconfigJson } from "./kubeconfig.ts";
import { registerClusterEgress, registerClusterGroup, registerNodeGroup } from "./security-groups.ts";
import { roleArn } from "./role-argument.ts";
import { registerServiceRole } from "./service-role.ts";

/** The control plane's role as the cluster needs it. */
interface RoleInUse {
  readonly reference: Output;
  readonly arn: Output;
  readonly dependsOn: readonly string[];
}

const ABSENT = Promise.resolve(undefined);

/** Stands in for the remote component `eks:index:Cluster`. */
export const constructCluster: Construction = async ({ name, inputs, registrar }) => {
  const problems = new Arguments();
  const args = readClusterArguments(inputs, problems);
  problems.check();

  const component = await registrar.root();
  const groups = { registrar, parent: component, name, vpcId: args.vpcId, tags: args.tags };
  // Nothing is awaited before all is under way: what does not depend on each other goes out together.
  const role = controlPlaneRole(registrar, component, name, args);
  const group = args.defaultSecurityGroups ? registerClusterGroup(groups) : ABSENT;
  const groupRule = group.then(async (made) => await (made === undefined ? ABSENT : registerClusterEgress(groups, made)));
  const cluster = Promise.all([role, group]).then(async ([usedRole, made]) => await registerCluster(registrar, component, name, args, usedRole, made));
  const nodes = Promise.all([cluster, group]).then(async ([made, clusterGroup]) => await (clusterGroup === undefined ? ABSENT : registerNodeGroup(groups, made, clusterGroup)));
  const entries = cluster.then(async (made) => await registerAccessEntries(registrar, component, name, made, args.accessEntries));
  const kubernetes = cluster.then(async (made) => await registrar.resource({ type: "pulumi:providers:kubernetes", name: `${name}-eks-k8s`, parent: component, inputs: {
    kubeconfig: kubeconfigJson(kubeconfig(made)),
  } }));
  const vpcCni = Promise.all([cluster, entries, kubernetes]).then(async ([made, { entries: allowed }, provider]) =>
    await (args.vpcCni === undefined ? ABSENT : registerVpcCni(registrar, component, `${name}-vpc-cni`, made, { ...args.vpcCni, tags: args.tags }, allowed, provider)));
  const otherAddons = cluster.then(async (made) => await settled([
    registerAddon(registrar, component, `${name}-kube-proxy`, "kube-proxy", made, args.kubeProxy, args.tags),
    args.coredns === undefined ? ABSENT : registerAddon(registrar, component, `${name}-coredns`, "coredns", made, args.coredns, args.tags),
  ]));
  const oidcProvider = cluster.then(async (made) => await (args.createOidcProvider ? registerOidcProvider(registrar, component, name, made) : ABSENT));
  const policies = entries.then(async (made) => await made.policies);

  const parts = await settled([role, cluster, group, nodes, kubernetes, vpcCni, oidcProvider, entries, policies, groupRule, otherAddons]);
  const outputs = clusterOutputs(args, {
    role: parts[0].reference, cluster: parts[1], clusterGroup: parts[2], nodes: parts[3], kubernetes: parts[4],
    vpcCni: parts[5] === undefined ? undefined : new Output({ [SIGNATURE]: RESOURCE_REFERENCE, urn: parts[5] }, [parts[5]]), oidcProvider: parts[6],
  });
  await registrar.registerOutputs(component, outputs);
  return registrar.response(component, outputs);
};

async function controlPlaneRole(registrar: Registrar, component: string, name: string, args: ClusterArguments): Promise<RoleInUse> {
  const partition = registrar.invoke("aws:index/getPartition:getPartition", {}, "partition");
  if (args.serviceRole === undefined) {
    const [{ role, attachments }] = await settled([registerServiceRole(registrar, component, `${name}-eksRole`, args.tags, partition), partition]);
    return { reference: new Output(role.reference(), [role.urn]), arn: role.output("arn"), dependsOn: [role.urn, ...attachments.map(({ urn }) => urn)] };
  }
  const [arn] = await settled([roleArn(registrar, args.serviceRole), partition]);
  return { reference: gather(args.serviceRole), arn, dependsOn: [] };
}

async function registerCluster(registrar: Registrar, parent: string, name: string, args: ClusterArguments, role: RoleInUse, group: Registered | undefined): Promise<Registered> {
  const logicalName = `${name}-eksCluster`;
  return await registrar.resource({
    type: "aws:eks/cluster:Cluster",
    name: logicalName,
    parent,
    dependsOn: role.dependsOn,
    ignoreChanges: ["accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons"],
    inputs: {
      name: args.name,
      roleArn: role.arn,
      version: args.version,
      vpcConfig: {
        subnetIds: combine({ ids: args.subnetIds }, ({ ids = null }) => (isList(ids) ? [...ids] : [])),
        securityGroupIds: group === undefined ? undefined : [group.id],
        endpointPrivateAccess: args.endpointPrivateAccess,
        endpointPublicAccess: args.endpointPublicAccess,
      },
      accessConfig: { authenticationMode: args.authenticationMode, bootstrapClusterCreatorAdminPermissions: true },
      bootstrapSelfManagedAddons: true,
      deletionProtection: args.deletionProtection,
      enabledClusterLogTypes: args.enabledClusterLogTypes,
      encryptionConfig: args.encryptionKeyArn === undefined ? undefined : combine({ keyArn: args.encryptionKeyArn }, ({ keyArn = null }) => ({ provider: { keyArn }, resources: ["secrets"] })),
      kubernetesNetworkConfig: args.serviceIpv4Cidr === undefined ? undefined : combine({ cidr: args.serviceIpv4Cidr }, ({ cidr = null }) => ({ ipFamily: "ipv4", serviceIpv4Cidr: cidr })),
      tags: named(logicalName, args.tags),
    },
  });
}

/** The program's own Name wins. */
function named(name: string, tags: Input): Output {
  return combine({ tags: tags ?? {} }, (values) => ({ Name: name, ...(isProperties(values["tags"]) ? values["tags"] : {}) }));
}

async function registerOidcProvider(registrar: Registrar, parent: string, name: string, cluster: Registered): Promise<Registered> {
  const region = await registrar.invoke("aws:index/getRegion:getRegion", {}, "region");
  return await registrar.resource({ type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider", name: `${name}-oidcProvider`, parent, inputs: {
    clientIdLists: ["sts.amazonaws.com"],
    // The fake cloud's issuer has no certificate, so its host name stands for one.
    thumbprintLists: [combine({ region }, (values) => createHash("sha1").update(`oidc.eks.${asText(values["region"])}.amazonaws.com`).digest("hex"))],
    url: combine({ identities: cluster.output("identities") }, ({ identities = null }) => issuerOf(identities)),
  } });
}
