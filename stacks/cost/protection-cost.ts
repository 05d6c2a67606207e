import { Administration } from "../../components/index.ts";
import type { PlatformConfig } from "../config.ts";
import { DrMode } from "../recovery-objectives.ts";
import { runningNodes, watchedVcpus } from "./compute-cost.ts";
import { type CostItem, priced, vcpus } from "./cost-item.ts";
import { HOURS_PER_MONTH } from "./prices.ts";

/** Checks that Security Hub's standards make of a stack's resources in one region each month. */
const SECURITY_CHECKS = 10_000;
/** Primary and recovery region. */
const REGIONS = 2;
/** Objects are a megabyte each: GuardDuty bills its scans by both. */
const THOUSAND_OBJECTS_A_GIGABYTE = 1;
/** Share of the records of PHI access that are reads and writes of objects. */
const OBJECT_EVENTS = 0.2;
/** Percent of new objects that Macie samples. */
const MACIE_PERCENT = 10;
const IMAGES_A_MONTH = 20;
/** A run of the compliance check: a minute with a quarter of a gigabyte. */
const CHECK_GIGABYTE_SECONDS = 60 * 0.25;

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
      priced("Macie: buckets", buckets, "macieBucket"), priced("Macie: sampled objects", load.newPhiGB * (detection.macieSamplingPercent ?? MACIE_PERCENT) / 100, "macieGigabyte"),
      priced("Inspector: instances", nodes + (accessHost.enabled ? 1 : 0), "inspectedInstance"), priced("Inspector: images", config.delivery === undefined ? 0 : IMAGES_A_MONTH, "inspectedImage"),
      priced("Inspector: functions", config.compliance.check === undefined ? 0 : 1, "inspectedFunction"),
    ]),
  ];
}

/** AWS Config in both regions, and the compliance check's computing time. */
export function complianceCost({ load, compliance: { check } }: PlatformConfig): readonly CostItem[] {
  const runs = check === undefined ? 0 : HOURS_PER_MONTH * 60 / check.everyMinutes;
  return [
    priced("configuration items", load.configItems, "configItem"), priced("rule evaluations", load.configEvaluations, "configEvaluation"),
    priced("runs of the compliance check", runs * CHECK_GIGABYTE_SECONDS / 1000, "functionSeconds"),
  ];
}

/** The account's analysis of unused access. */
export function accountCost(roles: number): readonly CostItem[] {
  return [priced("analysis of roles", roles, "analyzedIdentity")];
}
