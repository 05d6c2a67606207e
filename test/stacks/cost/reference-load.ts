import type { RecoveryLoad } from "../../../stacks/cost/recovery-cost.ts";

/** The load for which the published comparison of recovery designs was computed. */
export const REFERENCE: RecoveryLoad = {
  databaseClass: "db.m6g.large", databaseGigabytes: 100, databaseMillionWrites: 50, aurora: false, phiGigabytes: 500, phiCopy: "s3InfrequentAccess", newPhiGigabytes: 50,
  tableGigabytes: 20, tableMillionWrites: 10, copiesOfReplicated: false, keys: 5, secrets: 5, imageGigabytes: 10, healthChecks: 2, loadBalancers: 1, metrics: 4,
  standbyNodeType: "t3.medium", standbyNodes: 2, zones: 2, endpoints: 5, restoreTests: 3,
};
