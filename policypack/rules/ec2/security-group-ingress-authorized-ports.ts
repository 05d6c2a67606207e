import { describeOpening, hasPorts, INGRESS_TYPES, openings, type PortRange } from "../../engine/network-openings.ts";
import { defineRule } from "../../engine/rule.ts";

function isAuthorized({ protocol, from, to }: PortRange): boolean {
  return protocol === "tcp" && from === to && (from === 443 || from === 80);
}

export const securityGroupIngressAuthorizedPorts = defineRule({
  name: "security-group-ingress-authorized-ports",
  description: "The internet reaches TCP 443 and 80 only.",
  severity: "high",
  controls: ["sg-open-only-authorized-ports"],
  citations: ["164.308(a)(1)(ii)(B)", "164.312(e)(1)"],
  remediation: ["Give the caller's security group or address range as the source, or close every port but 443 and 80."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  resources: INGRESS_TYPES,
  check: (resource) =>
    openings(resource, "ingress")
      .filter(({ ports }) => hasPorts(ports) && !isAuthorized(ports))
      .map((opening) => ({ property: opening.property, found: describeOpening(opening), required: "a known source, or tcp 443 or 80 alone" })),
});
