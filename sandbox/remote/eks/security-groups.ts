import { isProperties } from "../../wire.ts";
import { asText, combine, dependingOn, type Input, type Inputs } from "../output.ts";
import { type Registered, type Registrar, settled } from "../registrar.ts";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const EVERYTHING = { protocol: "-1", fromPort: 0, toPort: 0 };
const INTERNET = { type: "egress", description: "Allow internet access.", ...EVERYTHING, cidrBlocks: ["0.0.0.0/0"] };

/** What a default group needs of the component around it. */
export interface GroupContext {
  readonly registrar: Registrar;
  readonly parent: string;
  readonly name: string;
  readonly vpcId: Input;
  readonly tags: Input;
}

/** The default group of the control plane. */
export async function registerClusterGroup(context: GroupContext): Promise<Registered> {
  return await registerGroup(context, `${context.name}-eksClusterSecurityGroup`, {}, []);
}

/** The published component lets the control plane reach everything. */
export async function registerClusterEgress(context: GroupContext, group: Registered): Promise<Registered> {
  return await registerRule(context, "eksClusterInternetEgressRule", { ...INTERNET, securityGroupId: group.id });
}

/** The default group of the nodes, and the rules between it and the control plane's. */
export interface NodeGroupRules {
  readonly group: Registered;
  readonly clusterIngress: Registered;
}

export async function registerNodeGroup(context: GroupContext, cluster: Registered, clusterGroup: Registered): Promise<NodeGroupRules> {
  const owned = combine({ name: cluster.output("name") }, ({ name }) => ({ [`kubernetes.io/cluster/${asText(name)}`]: "owned" }));
  const group = await registerGroup(context, `${context.name}-nodeSecurityGroup`, owned, [cluster.urn]);
  const fromCluster = { type: "ingress", protocol: "tcp", securityGroupId: group.id, sourceSecurityGroupId: clusterGroup.id };
  const [clusterIngress] = await settled([
    registerRule(context, "eksClusterIngressRule", {
      type: "ingress", description: "Allow pods to communicate with the cluster API Server", protocol: "tcp", fromPort: 443, toPort: 443,
      securityGroupId: clusterGroup.id, sourceSecurityGroupId: group.id,
    }),
    registerRule(context, "eksNodeIngressRule", { type: "ingress", description: "Allow nodes to communicate with each other", ...EVERYTHING, self: true, securityGroupId: group.id }),
    registerRule(context, "eksNodeClusterIngressRule", {
      ...fromCluster, description: "Allow worker Kubelets and pods to receive communication from the cluster control plane", fromPort: 1025, toPort: 65535,
    }),
    registerRule(context, "eksExtApiServerClusterIngressRule", {
      ...fromCluster, description: "Allow pods running extension API servers on port 443 to receive communication from cluster control plane", fromPort: 443, toPort: 443,
    }),
    registerRule(context, "eksNodeInternetEgressRule", { ...INTERNET, securityGroupId: group.id }),
  ]);
  return { group, clusterIngress };
}

async function registerGroup({ registrar, parent, vpcId, tags }: GroupContext, name: string, more: Input, dependsOn: readonly string[]): Promise<Registered> {
  const merged = combine({ tags: tags ?? {}, more }, (values) => ({
    Name: name,
    ...(isProperties(values["more"]) ? values["more"] : {}),
    ...(isProperties(values["tags"]) ? values["tags"] : {}),
  }));
  return await registrar.resource({ type: GROUP, name, parent, dependsOn, inputs: {
    vpcId, description: "Managed by Pulumi", revokeRulesOnDelete: true, tags: dependingOn(merged, dependsOn),
  } });
}

async function registerRule({ registrar, parent, name }: GroupContext, rule: string, inputs: Inputs): Promise<Registered> {
  return await registrar.resource({ type: "aws:ec2/securityGroupRule:SecurityGroupRule", name: `${name}-${rule}`, parent, inputs });
}
