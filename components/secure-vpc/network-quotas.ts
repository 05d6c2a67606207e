import type { Problem } from "../lib/problems.ts";
import { planAcls } from "./acl-plan.ts";
import type { NetworkSettings } from "./network-settings.ts";
import { tierRules } from "./tier-rules.ts";

/** Rules that a security group takes in one direction (VPC quotas). */
const RULES_PER_GROUP = 60;
/** Rules that databases, proxies and clusters add to the group of workloads. */
const RULES_OF_OTHERS = 10;
/** Entries that a network ACL takes in one direction, without AWS's own last one, which denies (VPC quotas). */
const ENTRIES_PER_ACL = 19;
type Counted = Pick<NetworkSettings, "allowedCidrs" | "cidrBlock" | "databasePort" | "enableNacls" | "outboundCidrs" | "plan" | "podCidrBlock">;

/** Refuses before anything exists what AWS would refuse half-way: more rules or entries than a group or an ACL takes. */
export function quotaProblems(settings: Counted): readonly Problem[] {
  const { allowedCidrs, outboundCidrs } = settings;
  const rules = tierRules(settings);
  const count = (group: string, direction: string): number => rules.filter((rule) => rule.group === group && rule.direction === direction).length;
  const workloadRules = count("app", "egress") + RULES_OF_OTHERS;
  const entries = settings.enableNacls ? planAcls(settings).public.ingress.length : 0;
  return [
    ...(count("web", "ingress") <= RULES_PER_GROUP ? [] : [
      tooMany("allowedCidrs", allowedCidrs, `${String(RULES_PER_GROUP / 2)} ranges, as each takes two of the ${String(RULES_PER_GROUP)} rules of a security group`),
    ]),
    ...(workloadRules <= RULES_PER_GROUP ? [] : [
      tooMany("outboundCidrs", outboundCidrs, `${String(RULES_PER_GROUP - workloadRules + outboundCidrs.length)} ranges, as the group of workloads takes ${String(RULES_PER_GROUP)} rules and needs the others itself`),
    ]),
    ...(entries <= ENTRIES_PER_ACL ? [] : [
      tooMany("allowedCidrs", allowedCidrs, `${String(allowedCidrs.length - Math.ceil((entries - ENTRIES_PER_ACL) / 2))} ranges with enableNacls, as each takes two of the ${String(ENTRIES_PER_ACL)} entries of a network ACL, which needs the others itself`),
    ]),
  ];
}

function tooMany(argument: string, cidrs: readonly string[], allowed: string): Problem {
  return { argument, value: `${String(cidrs.length)} ranges`, allowed, change: "Join neighbouring ranges into larger ones, or leave some out" };
}
