export { AggregatorScope } from "./aggregator.ts";
export { checkScheduleProblems } from "./check-schedule.ts";
export { type ComplianceCheck, ComplianceMonitor, type ComplianceMonitorArgs } from "./compliance-monitor.ts";
export { monitorNames, type MonitorNames } from "./monitor-names.ts";
