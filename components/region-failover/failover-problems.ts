import type { Problem } from "../lib/problems.ts";
import { defaultZoneName } from "./failover-plan.ts";
import type { RegionFailoverArgs } from "./region-failover.ts";

/** A name with at least two labels, without a dot at its end. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/** Everything that is wrong with the arguments, before anything is created. */
export function failoverProblems({ deployment, zoneName, activeRegion, api }: Pick<RegionFailoverArgs, "deployment" | "zoneName" | "activeRegion" | "api">): readonly Problem[] {
  const { region, recoveryRegion } = deployment;
  const zone = zoneName ?? defaultZoneName(deployment);
  const problems: Problem[] = [];
  if (region === recoveryRegion) {
    problems.push({ argument: "deployment.recoveryRegion", value: recoveryRegion, allowed: `a region other than ${region}`, change: "Choose one far enough not to share its disasters" });
  }
  if (activeRegion !== undefined && activeRegion !== region && activeRegion !== recoveryRegion) {
    problems.push({ argument: "activeRegion", value: activeRegion, allowed: `${region} or ${recoveryRegion}`, change: `Leave it out for ${region}` });
  }
  if (!DOMAIN.test(zone)) {
    problems.push({ argument: "zoneName", value: zone, allowed: "a domain name of two parts or more, in lower case, such as hipaa.internal", change: "Leave it out for the prefix and .internal" });
  }
  if (api !== undefined && !DOMAIN.test(api.domainName)) {
    problems.push({ argument: "api.domainName", value: api.domainName, allowed: "a domain name such as api.example.org", change: "Give the name that clients call" });
  }
  if (api !== undefined && (api.domainName === zone || api.domainName.endsWith(`.${zone}`))) {
    problems.push({ argument: "zoneName", value: zone, allowed: `not a domain of api.domainName (${api.domainName}): workloads would look that up in the private zone and find nothing`, change: "Choose another, or leave it out" });
  }
  return problems;
}
