import type { Recorded } from "../../recording/record.ts";
import { ResourceLinks } from "./resource-links.ts";
import { type Room, roomsOf } from "./room.ts";

/** One step of a request, and the resources that make it, the one that it leads to last. */
export interface Hop {
  /** What happens, in words. */
  readonly says: string;
  readonly by: readonly Recorded[];
}

/** A step that no resource of the program makes; the message says which. */
export class BrokenPathError extends Error {
  override readonly name = "BrokenPathError";
}

const GROUP = "ec2/securityGroup:SecurityGroup";

/**
 * The way of a request from a person to patients' data (S1-01), found in what the program registers:
 * each step is a resource that names the next one. It does not prove that AWS lets it pass.
 * @throws {BrokenPathError} at the first step that is not there
 */
export function requestPath(recording: readonly Recorded[]): readonly Hop[] {
  const links = new ResourceLinks(recording);
  const entrance = entranceHops(links);
  const { hops, balancerGroup, targets } = privateHops(links, entrance.api);
  const { workloads, clusterHops } = clusterHopsOf(links, roomsOf(recording), balancerGroup, targets);
  return [...entrance.hops, ...hops, ...clusterHops, databaseHop(links, workloads), ...storeHops(links, workloads)];
}

/** From a person to the API, by sign-in and past the web ACL. */
function entranceHops(links: ResourceLinks): { readonly hops: readonly Hop[]; readonly api: Recorded } {
  const pool = first(links.ofKind("cognito/userPool:UserPool"), "people sign in to a user pool");
  const client = first(links.namers("cognito/userPoolClient:UserPoolClient", "userPoolId", pool), "an application signs people in");
  const authorizer = first(links.namers("apigateway/authorizer:Authorizer", "providerArns", pool), "an authorizer takes the pool's tokens");
  const api = first(links.sources(authorizer, "restApi"), "the authorizer belongs to an API");
  const stage = first(links.namers("apigateway/stage:Stage", "restApi", api), "a stage serves the API");
  const guard = (guarded: Recorded, says: string): readonly Recorded[] => {
    const association = first(links.namers("wafv2/webAclAssociation:WebAclAssociation", "resourceArn", guarded), says);
    return [first(links.sources(association, "webAclArn", "wafv2/webAcl:WebAcl"), says), association];
  };
  const methods = links.namers("apigateway/method:Method", "restApi", api);
  const open = methods.filter((method) => !links.sources(method, "authorizerId").includes(authorizer));
  if (methods.length === 0 || open.length > 0) {
    throw new BrokenPathError(`every method asks the authorizer: ${methods.length === 0 ? "there is no method" : `${open.map(({ name }) => name).join(", ")} does not`}`);
  }
  return {
    api,
    hops: [
      { says: "People sign in to an application of the user pool, past a web ACL", by: [...guard(pool, "a web ACL looks at sign-ins"), client, pool] },
      { says: "A request with their token reaches the API's stage, past the web ACL", by: [...guard(stage, "a web ACL looks at requests"), stage, api] },
      { says: "Every method asks the authorizer, which takes tokens of that user pool only", by: [...methods, authorizer] },
    ],
  };
}

interface Way {
  readonly hops: readonly Hop[];
  readonly balancerGroup: Recorded;
  readonly targets: Recorded;
}

/** From the API into the VPC, to the load balancer's targets. */
function privateHops(links: ResourceLinks, api: Recorded): Way {
  const integrations = links.namers("apigateway/integration:Integration", "restApi", api);
  const entering = integrations.filter((integration) => links.sources(integration, "connectionId").length > 0);
  const integration = first(entering, "an integration enters the VPC");
  const link = first(links.sources(integration, "connectionId", "apigatewayv2/vpcLink:VpcLink"), "the integration enters by a VPC link");
  const balancer = first(links.sources(integration, "integrationTarget", "lb/loadBalancer:LoadBalancer"), "the integration goes to a load balancer");
  if (balancer.inputs["internal"] !== true) {
    throw new BrokenPathError(`the load balancer is internal: ${balancer.name} is not`);
  }
  const listener = first(links.namers("lb/listener:Listener", "loadBalancerArn", balancer), "the load balancer listens");
  const linkGroup = first(links.sources(link, "securityGroupIds", GROUP), "the VPC link has a security group");
  const balancerGroup = first(links.sources(balancer, "securityGroups", GROUP), "the load balancer has a security group");
  const others = links.namers("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId", balancerGroup).filter((rule) => !links.sources(rule, "referencedSecurityGroupId").includes(linkGroup));
  if (others.length > 0) {
    throw new BrokenPathError(`the load balancer admits the VPC link alone: ${others.map(({ name }) => name).join(", ")} admits another`);
  }
  const targets = first(links.sources(listener, "defaultActions", "lb/targetGroup:TargetGroup"), "the listener forwards to a target group");
  return {
    balancerGroup, targets,
    hops: [
      { says: "The API enters the VPC by its link", by: [...entering, link] },
      { says: "The link reaches the internal load balancer, whose group admits the link's group alone", by: [...admission(links, linkGroup, balancerGroup, listener.inputs["port"]), listener, balancer] },
      { says: "The load balancer forwards to its target group", by: [listener, targets] },
    ],
  };
}

/** From the target group to the nodes and pods of the cluster. */
function clusterHopsOf(links: ResourceLinks, rooms: readonly Room[], balancerGroup: Recorded, targets: Recorded): { readonly clusterHops: readonly Hop[]; readonly workloads: Recorded } {
  const says = "workloads admit the load balancer at the target group's port";
  const rule = first(links.namers("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "referencedSecurityGroupId", balancerGroup).filter(({ inputs }) => inputs["fromPort"] === targets.inputs["port"]), says);
  const workloads = first(links.sources(rule, "securityGroupId", GROUP), says);
  const template = first(links.namers("ec2/launchTemplate:LaunchTemplate", "networkInterfaces", workloads), "nodes carry the workloads' group");
  const nodes = first(links.namers("eks/nodeGroup:NodeGroup", "launchTemplate", template), "a node group uses the launch template");
  // The node group's own component takes the cluster as a whole, and says no more of it than that.
  const cluster = first(rooms.filter(({ resources }) => resources.includes(nodes)).flatMap(({ resources }) => resources.filter(({ type }) => type === "aws:eks/cluster:Cluster")), "the node group's component holds its cluster");
  return {
    workloads,
    clusterHops: [{ says: "Workloads on the cluster's nodes admit the load balancer, at the target group's port", by: [...admission(links, balancerGroup, workloads, targets.inputs["port"]), template, nodes, cluster] }],
  };
}

/** From the workloads to the database. */
function databaseHop(links: ResourceLinks, workloads: Recorded): Hop {
  const says = "the database's group admits the workloads' group";
  const rules = links.namers("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "referencedSecurityGroupId", workloads);
  const reached = rules.flatMap((rule) => links.sources(rule, "securityGroupId", GROUP).flatMap((group) =>
    ["rds/instance:Instance", "rds/cluster:Cluster"].flatMap((kind) => links.namers(kind, "vpcSecurityGroupIds", group)).map((database) => ({ rule, group, database }))));
  const { rule, group, database } = first(reached, says);
  return { says: "Workloads reach the database, whose group admits theirs, at its own port", by: [...admission(links, workloads, group, rule.inputs["fromPort"]), database] };
}

/** From the workloads to stores outside the VPC, by gateway endpoints that lead to this account's alone. */
function storeHops(links: ResourceLinks, workloads: Recorded): readonly Hop[] {
  const stores = [["s3", "s3/bucket:Bucket", "the PHI bucket"], ["dynamodb", "dynamodb/table:Table", "the records table"]] as const;
  return stores.map(([service, kind, store]) => {
    const says = `workloads reach ${store} by a gateway endpoint`;
    const gateways = links.namers("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "securityGroupId", workloads)
      .flatMap((rule) => links.sources(rule, "prefixListId", "ec2/vpcEndpoint:VpcEndpoint").map((endpoint) => ({ rule, endpoint })))
      .filter(({ endpoint }) => String(endpoint.inputs["serviceName"]).endsWith(`.${service}`) && endpoint.inputs["vpcEndpointType"] === "Gateway");
    const { rule, endpoint } = first(gateways, says);
    if (!/"aws:ResourceAccount":"\d{12}"/u.test(String(endpoint.inputs["policy"]))) {
      throw new BrokenPathError(`${says}: the policy of ${endpoint.name} names no account whose stores it leads to`);
    }
    const holding = first(links.ofKind(kind).filter(({ inputs }) => classOf(inputs["tags"]) === "phi"), says);
    return { says: `Workloads reach ${store} by a gateway endpoint, whose policy leads them to stores of the stack's own account alone`, by: [rule, endpoint, holding] };
  });
}

/** The two rules by which one group may call another. */
function admission(links: ResourceLinks, from: Recorded, to: Recorded, port: unknown): readonly Recorded[] {
  const between = (direction: "Egress" | "Ingress", owner: Recorded, other: Recorded): Recorded => first(
    links.namers(`vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`, "securityGroupId", owner)
      .filter((rule) => links.sources(rule, "referencedSecurityGroupId").includes(other) && rule.inputs["fromPort"] === port && rule.inputs["toPort"] === port),
    `${direction === "Egress" ? `${from.name} may call ${to.name}` : `${to.name} admits ${from.name}`} at port ${String(port)} and no other`,
  );
  return [between("Egress", from, to), between("Ingress", to, from)];
}

function classOf(tags: unknown): unknown {
  const { DataClassification }: { readonly DataClassification?: unknown } = Object(tags ?? {});
  return DataClassification;
}

function first<Item>(items: readonly Item[], says: string): Item {
  const [item] = items;
  if (item === undefined) {
    throw new BrokenPathError(`${says}: nothing in the program does`);
  }
  return item;
}
