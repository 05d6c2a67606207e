import type { input } from "@pulumi/aws/types/index.js";
import type { Problem } from "./problems.ts";

export type FirewallRule = input.wafv2.WebAclRule;

/** What a web ACL lets through. */
export interface FirewallLimits {
  /** Countries that requests may come from, as ISO 3166-1 alpha-2 codes. */
  readonly countries: readonly string[];
  /** Requests within five minutes after which an address is blocked. */
  readonly requestsPerFiveMinutes: number;
  /** Largest request body, in KiB; what is larger cannot be looked through. */
  readonly bodyKib: number;
}

/** Where requests are allowed from, by default: the country whose law this is. */
export const DEFAULT_COUNTRIES: readonly string[] = ["US"];

/** Requests of one address within five minutes after which it is blocked, by default. */
export const REQUEST_RATE = 2000;

/** Groups of rules that AWS keeps up to date, in the order in which they are asked. */
const MANAGED_GROUPS = [
  { id: "ip-reputation", group: "AWSManagedRulesAmazonIpReputationList", overrides: [] },
  { id: "known-bad-inputs", group: "AWSManagedRulesKnownBadInputsRuleSet", overrides: [] },
  // Its limit of 8 KiB for bodies is too low for clinical notes; the rule on size stands in its place.
  { id: "common", group: "AWSManagedRulesCommonRuleSet", overrides: ["SizeRestrictions_BODY"] },
  { id: "sql-injection", group: "AWSManagedRulesSQLiRuleSet", overrides: [] },
] as const;

/** Rules of a web ACL. Sampled requests are off: they would show addresses of records in the console. */
export function firewallRules({ countries, requestsPerFiveMinutes, bodyKib }: FirewallLimits): FirewallRule[] {
  const own: readonly { readonly id: string; readonly statement: FirewallRule["statement"] }[] = [
    { id: "other-countries", statement: { notStatement: { statement: { geoMatchStatement: { countryCodes: [...countries] } } } } },
    { id: "rate-limit", statement: { rateBasedStatement: { limit: requestsPerFiveMinutes, evaluationWindowSec: 300, aggregateKeyType: "IP" } } },
    {
      id: "body-size",
      statement: {
        sizeConstraintStatement: {
          comparisonOperator: "GT", size: bodyKib * 1024,
          // What WAF cannot see as a whole counts as too large.
          fieldToMatch: { body: { oversizeHandling: "MATCH" } },
          textTransformations: [{ priority: 0, type: "NONE" }],
        },
      },
    },
  ];
  return [
    ...own.map(({ id, statement }, priority) => ({ name: id, priority, action: { block: {} }, statement, visibilityConfig: counted(id) })),
    ...MANAGED_GROUPS.map(({ id, group, overrides }, index) => ({
      name: id,
      priority: own.length + index,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: "AWS", name: group,
          ...(overrides.length === 0 ? {} : { ruleActionOverrides: overrides.map((rule) => ({ name: rule, actionToUse: { count: {} } })) }),
        },
      },
      visibilityConfig: counted(id),
    })),
  ];
}

function counted(metricName: string): FirewallRule["visibilityConfig"] {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}

/** Countries that are no country codes, or none at all. */
export function countryProblems(argument: string, countries: readonly string[]): readonly Problem[] {
  if (countries.length === 0) {
    return [{ argument, value: countries, allowed: "at least one country, or nobody could call", change: "Leave it out for the United States" }];
  }
  return countries.flatMap((country, index) => (/^[A-Z]{2}$/u.test(country) ? [] : [{
    argument: `${argument}[${String(index)}]`, value: country, allowed: "two capital letters of ISO 3166-1, such as US", change: "Use the country's code",
  }]));
}

/** A rate that WAF does not take. */
export function rateProblems(argument: string, requests: number): readonly Problem[] {
  return Number.isInteger(requests) && requests >= 10 && requests <= 2_000_000_000 ? [] : [{
    argument, value: requests, allowed: "WAF takes whole numbers from 10 to 2,000,000,000", change: "Leave it out for 2,000",
  }];
}
