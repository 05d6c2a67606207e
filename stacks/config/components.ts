import { databaseProblems, networkSettings, planNodeGroups, type Problem } from "../../components/index.ts";
import type { PlatformConfig } from "../config.ts";
import type { ConfigProblem } from "./relations.ts";
import { serviceProblems } from "./service-problems.ts";
import { databaseRequest } from "../database-request.ts";
import { networkRequest, recoveryNetworkRequest } from "../network-request.ts";
import { nodeGroupRequest } from "../node-group-request.ts";
import { DrMode } from "../recovery-objectives.ts";

/** Fields of the configuration by the argument that a component knows them under. */
const NETWORK_FIELDS: Readonly<Record<string, string>> = {
  cidrBlock: "network.cidr", podCidrBlock: "network.podCidr", demand: "cluster.nodes.maximum", peerCidrs: "dr.network.cidr", natStrategy: "network.natGateways",
  enableNacls: "network.acls", databaseEngine: "database.engine", databasePort: "database.port", flowLogRetentionDays: "logs.retentionDays", organizationId: "organizationId",
};
const RECOVERY_FIELDS: Readonly<Record<string, string>> = { ...NETWORK_FIELDS, cidrBlock: "dr.network.cidr", zones: "dr.network.zones", podCidrBlock: "dr.network.podCidr", peerCidrs: "network.cidr" };
const NODE_FIELDS: Readonly<Record<string, string>> = { minSize: "minimum", maxSize: "maximum", desiredSize: "desired", diskGib: "diskGiB", capacityType: "spot", stateless: "spot" };

/** What components would refuse of a configuration that is well formed, in the configuration's own words. */
export function componentProblems(config: PlatformConfig): readonly ConfigProblem[] {
  const network = networkSettings({ deployment: { region: config["aws:region"] }, ...networkRequest(config) }).problems;
  const recovery = config.dr.network === undefined ? [] : networkSettings({ deployment: { region: config.dr.region }, ...recoveryNetworkRequest(config, config.dr.network) }).problems;
  const nodes = planNodeGroups({ ...nodeGroupRequest(config), nodeSubnetIds: config.network.zones, standby: false }).problems;
  return [
    ...network.map((problem) => rootOf(problem.argument) === "demand" ? { ...problem, value: config.cluster.nodes.maximum } : problem)
      .map((problem) => inConfiguration(problem, fieldOf(problem.argument, NETWORK_FIELDS, "network"))),
    // What both networks share is said once.
    ...recovery.filter(({ argument }) => RECOVERY_FIELDS[rootOf(argument)]?.startsWith("dr.") === true)
      .map((problem) => inConfiguration(problem, fieldOf(problem.argument, RECOVERY_FIELDS, "dr.network"))),
    ...nodes.map((problem) => inConfiguration(problem, nodeField(problem.argument))),
    ...databaseProblems("database", databaseRequest(config), config.network.zones, config.dr.mode !== DrMode.Backup).map((problem) => inConfiguration(problem, problem.argument)),
    ...serviceProblems(config).map((problem) => inConfiguration(problem, problem.argument)),
  ];
}

function inConfiguration({ value, allowed, change }: Problem, key: string): ConfigProblem {
  return { key, value, advice: `${allowed}. ${change}` };
}

/** `allowedCidrs[2]` is `network.allowedCidrs[2]`. */
function fieldOf(argument: string, fields: Readonly<Record<string, string>>, group: string): string {
  const root = rootOf(argument);
  const field = fields[root];
  return field === undefined ? `${group}.${argument}` : `${field}${/^(?:peerCidrs|demand)/u.test(root) ? "" : argument.slice(root.length)}`;
}

function nodeField(argument: string): string {
  const parts = argument.split(".");
  const last = parts.pop() ?? "";
  const owner = parts.length === 0 ? (last.startsWith("nodeGroups") ? "" : "nodes.") : `${parts.join(".")}.`;
  return `cluster.${owner}${NODE_FIELDS[last] ?? last}`;
}

function rootOf(argument: string): string {
  return argument.split(/[.[]/u)[0] ?? argument;
}
