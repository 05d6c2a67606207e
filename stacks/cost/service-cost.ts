import type { PlatformConfig } from "../config.ts";
import { type CostItem, priced } from "./cost-item.ts";
import { logs } from "./log-cost.ts";
import { HOURS_PER_MONTH } from "./prices.ts";

/** Rules of a web ACL, which are the same before the API and before the site. */
const FIREWALL_RULES = 7;
/** Gigabytes that the access log and the web ACL's log take of a million requests. */
const REQUEST_LOG_GIGABYTES = 2;
/** Gigabytes of a million answers of the API. */
const ANSWER_GIGABYTES = 10;
/** Requests a second that are always traced, and the share that is of the rest. */
const TRACED_A_SECOND = 1;
const TRACED_PERCENT = 5;
const MILLION_SECONDS = HOURS_PER_MONTH * 3600 / 1_000_000;
const CANARY_MINUTES = 5;

/** Metrics, traces, masking and the canary; alarms and dashboards are counted by the piece. */
export function observabilityCost({ load, observability, api, identity }: PlatformConfig): readonly CostItem[] {
  return [
    priced("masking of logs", load.logGB, "maskedLogGigabyte"), priced("samples for Prometheus", observability.prometheus ? load.metricMillionSamples : 0, "metricSamples"),
    priced("people who edit in Grafana", observability.managedGrafana ? Math.max(1, load.grafanaEditors) : 0, "grafanaEditor"),
    priced("people who look at it", observability.managedGrafana ? load.grafanaViewers : 0, "grafanaViewer"),
    priced("traces", identity === undefined ? 0 : traced(load.apiMillionRequests, observability.tracing.samplingPercent), "traces"),
    priced("runs of the canary", observability.canary && api.domain !== undefined ? 60 / (observability.canaryEveryMinutes ?? CANARY_MINUTES) * HOURS_PER_MONTH : 0, "canaryRun"),
  ];
}

/** Millions of requests of which a trace is kept, if they come evenly. */
export function traced(millionRequests: number, percent: number = TRACED_PERCENT): number {
  const always = Math.min(millionRequests, TRACED_A_SECOND * MILLION_SECONDS);
  return always + percent / 100 * (millionRequests - always);
}

/** Threat protection needs the Plus plan, which has no free users. */
export function identityCost({ load }: PlatformConfig): readonly CostItem[] {
  return [priced("users of the month", load.monthlyUsers, "activeUser")];
}

/** Web ACL, API, the balancer before the cluster and their logs. */
export function apiCost({ load, logs: { retentionDays } }: PlatformConfig): readonly CostItem[] {
  return [
    ...firewall(load.apiMillionRequests), priced("requests", load.apiMillionRequests, "apiRequests"), priced("answers to the internet", load.apiMillionRequests * ANSWER_GIGABYTES, "internetGigabyte"),
    priced("load balancer", 1, "loadBalancer"), ...logs("access and firewall logs", load.apiMillionRequests * REQUEST_LOG_GIGABYTES, retentionDays),
  ];
}

/** Web ACL, CloudFront and their logs; as many requests as the API's. */
export function siteCost({ load, logs: { retentionDays } }: PlatformConfig): readonly CostItem[] {
  return [
    ...firewall(load.apiMillionRequests), priced("pages", load.siteGB, "contentGigabyte"), priced("requests", load.apiMillionRequests, "contentRequests"),
    ...logs("access and firewall logs", load.apiMillionRequests * REQUEST_LOG_GIGABYTES, retentionDays),
  ];
}

/** Images in both regions. */
export function deliveryCost({ load }: PlatformConfig): readonly CostItem[] {
  return [priced("images in both regions", 2 * load.imageGB, "imageStorage"), priced("their replication", load.imageGB, "regionTransfer")];
}

function firewall(millionRequests: number): readonly CostItem[] {
  return [priced("web ACL", 1, "webAcl"), priced("its rules", FIREWALL_RULES, "webAclRule"), priced("requests it looks at", millionRequests, "firewallRequests")];
}
