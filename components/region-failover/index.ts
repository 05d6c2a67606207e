export { failoverProblems } from "./failover-problems.ts";
export { type ApiFailover, type DatabaseFailover, RegionFailover, type RegionFailoverArgs } from "./region-failover.ts";
