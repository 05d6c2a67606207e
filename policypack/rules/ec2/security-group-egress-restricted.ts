import { describeOpening, EGRESS_TYPES, openings } from "../../engine/network-openings.ts";
import { defineRule } from "../../engine/rule.ts";

export const securityGroupEgressRestricted = defineRule({
  name: "security-group-egress-restricted",
  description: "Nothing but TCP 443 leaves for the internet; everything else goes to named groups and ranges.",
  severity: "high",
  controls: ["sg-egress-restricted"],
  citations: ["164.312(e)(1)"],
  remediation: [
    "Give the security group, prefix list or address range of the destination; for services on the internet open tcp 443 alone.",
  ],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  resources: EGRESS_TYPES,
  check: (resource) =>
    openings(resource, "egress")
      .filter(({ ports: { protocol, from, to } }) => !(protocol === "tcp" && from === 443 && to === 443))
      .map((opening) => ({ property: opening.property, found: describeOpening(opening), required: "a known destination, or tcp 443 alone" })),
});
