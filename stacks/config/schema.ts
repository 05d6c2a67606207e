import { awsManagedPolicyName, ClusterRole, DatabaseEngine, KubernetesVersion, NatStrategy, TaintEffect } from "../../components/index.ts";
import { anyOf, choice, cidr, exactly, group, listOf, mapOf, oneOf, oneOrMore, region, text, wholeNumber } from "./fields.ts";
import { load } from "./load.ts";
import { clientSecrets, databaseOptions, iamOptions, keys, networkOptions, nodeGroupOptions } from "./options.ts";
import { accessHost, account, alerts, api, compliance, delivery, detection, identity, observability, site } from "./services.ts";
import { audit, backup, budget, logs, objectLock, stackFields } from "./shared.ts";
import { DrMode } from "../recovery-objectives.ts";

const zones = listOf(text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/u, "an availability zone such as us-east-1a", "Give zones of its region"), "availability zone", "Two zones are the least for high availability");

const instanceTypes = listOf(text(/^[a-z]+\d+[a-z-]*\.[a-z0-9-]+$/u, "an instance type such as m7i.large", "Give types of EC2"), "instance type", "Give types of EC2", 20);

const nodeGroup = group({
  name: text(/^(?!workers$)(?=.{1,25}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u, "1 to 25 of a-z, 0-9 and single -, and not workers", "Name the group"),
  instanceTypes,
  minimum: wholeNumber(0, 450, "nodes", "0 where the group may be empty"),
  maximum: wholeNumber(1, 450, "nodes", "Not below minimum"),
  spot: choice("true for a group whose pods may be lost at any moment; it needs a taint"),
  taints: anyOf(group({
    key: text(/^[A-Za-z0-9][\w.\-/]{0,252}$/u, "a key of Kubernetes", "Give the key that pods tolerate"),
    effect: oneOf([TaintEffect.NoSchedule, TaintEffect.NoExecute, TaintEffect.PreferNoSchedule], "NoSchedule keeps other pods away"),
  }), "taints", "Pods that do not tolerate them stay away"),
  ...nodeGroupOptions,
});

const access = group({
  name: text(/^[a-z0-9-]{1,40}$/u, "1 to 40 of a-z, 0-9 and -", "Name the entry"),
  roleArn: text(/^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/u, "ARN of an IAM role", "Users have credentials that do not expire; give a role"),
  role: oneOf([ClusterRole.View, ClusterRole.Edit, ClusterRole.NamespaceAdmin], "Nobody is administrator of the whole cluster"),
  namespaces: anyOf(text(/^(?=.{1,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u, "a namespace", "Namespaces in which the role holds"), "namespaces", "namespace-admin needs some"),
});

/** Every field of a stack's configuration, with what it takes and what to change where it takes something else. */
export const schema = group({
  ...stackFields,
  profile: exactly("platform", "one of \"platform\", \"serverless\"", "serverless has neither network nor cluster nor database").default("platform"),
  network: group({
    cidr,
    zones,
    natGateways: oneOf([NatStrategy.OnePerAz, NatStrategy.Single, NatStrategy.None], "OnePerAz survives the loss of a zone"),
    allowedCidrs: listOf(cidr, "IPv4 block", "Who may reach the web tier; 0.0.0.0/0 is everybody"),
    podCidr: cidr.default("100.64.0.0/16"),
    outboundCidrs: anyOf(cidr, "IPv4 blocks", "Partners outside AWS that workloads call through NAT"),
    acls: choice("true adds network ACLs under the security groups (S4-24)"),
    blockPublicAccess: choice("true for one stack of an account in a region: other networks there lose their internet gateways"),
    ...networkOptions,
  }),
  organizationId: text(/^o-[a-z0-9]{10,32}$/u, "an id of AWS Organizations such as o-abcde12345", "Give the organization whose accounts may use the endpoints, or leave it out").optional(),
  cluster: group({
    version: oneOf([KubernetesVersion.V1_34, KubernetesVersion.V1_35, KubernetesVersion.V1_36], "These are in EKS standard support and have pinned add-ons; put the version in quotes"),
    nodes: group({
      instanceTypes,
      minimum: wholeNumber(2, 450, "nodes", "Two nodes, so that one may fail"),
      desired: wholeNumber(2, 450, "nodes", "Between minimum and maximum"),
      maximum: wholeNumber(2, 450, "nodes", "Not below desired"),
      diskGiB: wholeNumber(20, 1000, "GiB", "Images and logs need at least 20"),
    }),
    nodeGroups: anyOf(nodeGroup, "node groups", "Groups beside nodes, for workloads that need others"),
    access: anyOf(access, "access entries", "Who gets into the cluster; nobody is its administrator"),
  }),
  database: group({
    instanceClass: text(/^db\.(?:serverless|[a-z0-9]+\.(?!(?:micro|small)$)[a-z0-9]+)$/u, "an RDS class such as db.m7g.large, medium or larger", "Give a class of RDS for PostgreSQL; db.t4g.medium where cost decides"),
    storageGiB: wholeNumber(20, 59_578, "GiB", "gp3 starts at 20, and it must have room to grow to 65536; of Aurora what its cost is estimated with"),
    maximumStorageGiB: wholeNumber(20, 65_536, "GiB", "Storage grows by itself up to this; at least a tenth above storageGiB"),
    engine: oneOf([DatabaseEngine.Postgres, DatabaseEngine.Mysql, DatabaseEngine.AuroraPostgres], "Only its own port is opened (X-06); warmStandby needs aurora-postgresql").default(DatabaseEngine.Postgres),
    proxy: choice("true puts RDS Proxy before the database"),
    ...databaseOptions,
  }),
  keys,
  phiBucket: group({ objectLock }),
  audit,
  logs,
  backup,
  dr: group({
    region,
    mode: oneOf([DrMode.Backup, DrMode.PilotLight, DrMode.WarmStandby], "What stands ready in dr.region; only replicas meet minutes"),
    rpoMinutes: wholeNumber(1, 10_080, "minutes", "The most data that may be lost with the region"),
    rtoMinutes: wholeNumber(1, 10_080, "minutes", "The longest the platform may be away when the region is lost"),
    network: group({ cidr, zones, podCidr: cidr.default("100.65.0.0/16") }).optional(),
    activeRegion: region.optional(),
  }),
  alerts,
  account,
  detection,
  compliance,
  observability,
  identity,
  clientSecrets,
  api,
  site,
  accessHost,
  delivery,
  iam: group({
    ...iamOptions,
    managedOnly: choice("true refuses every policy that AWS does not maintain (S5-09), and lists them"),
    widerPolicies: mapOf(
      oneOrMore((arn) => awsManagedPolicyName(arn) !== undefined, "ARN of a policy that AWS maintains and lets roles have, such as arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy, or a list of 1 to 5", "iam.managedOnly says which come nearest", 5),
      "ARNs of AWS's policies by the name of the policy whose place they take", "Give names as iam.managedOnly lists them",
    ),
  }).prefault({}),
  load,
  budget,
});
