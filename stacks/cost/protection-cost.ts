import { Administration } from "../../components/index.ts";
import type { PlatformConfig } from "../config.ts";
import { DrMode } from "../recovery-objectives.ts";
import { runningNodes, watchedVcpus } from "./compute-cost.ts";
import { type CostItem, priced, vcpus } from "./cost-item.ts";

/** Checks that Security Hub's standards make of a stack's resources in one region each month. */
const SECURITY_CHECKS = 10_000;
/** Primary and recovery region. */
const REGIONS = 2;
/** Objects are a megabyte each: GuardDuty bills its scans by both. */
const THOUSAND_OBJECTS_A_GIGABYTE = 1;
/** Share of the records of PHI access that are reads and writes of objects. */
const OBJECT_EVENTS = 0.2;
/** Share of new objects that Macie samples. */
const MACIE_SAMPLE = 0.1;
const IMAGES_A_MONTH = 20;

/** GuardDuty, Security Hub, Macie and Inspector in both regions; nothing where the organization's administrator owns and pays for them. */
export function detectionCost(config: PlatformConfig, buckets: number): readonly CostItem[] {
  const { detection, load, database, dr, accessHost } = config;
  const databases = dr.mode === DrMode.Backup ? 1 : 2;
  const nodes = runningNodes(config).reduce((sum, group) => sum + group.nodes, 0);
  return [
    // The scan of uploads belongs to the bucket's account whoever administers the rest.
    priced("malware scans of new objects", load.newPhiGB, "malwareGigabyte"), priced("scanned objects", load.newPhiGB * THOUSAND_OBJECTS_A_GIGABYTE, "malwareObjects"),
    ...(detection.administration === Administration.Organization ? [] : [
      priced("GuardDuty: management events", load.managementMillionEvents, "guardManagementEvents"), priced("GuardDuty: flow and DNS logs", load.flowLogGB, "guardLogGigabyte"),
      priced("GuardDuty: events of objects", load.auditMillionEvents * OBJECT_EVENTS, "guardObjectEvents"), priced("GuardDuty: audit events of the cluster", load.clusterMillionEvents, "guardClusterEvents"),
      priced("GuardDuty: processors of nodes", watchedVcpus(config), "guardRuntime"), priced("GuardDuty: processors of databases", databases * vcpus(database.instanceClass), "guardDatabase"),
      priced("Security Hub: checks", REGIONS * SECURITY_CHECKS, "securityCheck"),
      priced("Macie: buckets", buckets, "macieBucket"), priced("Macie: sampled objects", load.newPhiGB * MACIE_SAMPLE, "macieGigabyte"),
      priced("Inspector: instances", nodes + (accessHost.enabled ? 1 : 0), "inspectedInstance"), priced("Inspector: images", config.delivery === undefined ? 0 : IMAGES_A_MONTH, "inspectedImage"),
    ]),
  ];
}

/** AWS Config in both regions. */
export function complianceCost({ load }: PlatformConfig): readonly CostItem[] {
  return [priced("configuration items", load.configItems, "configItem"), priced("rule evaluations", load.configEvaluations, "configEvaluation")];
}

/** The account's analysis of unused access. */
export function accountCost(roles: number): readonly CostItem[] {
  return [priced("analysis of roles", roles, "analyzedIdentity")];
}
