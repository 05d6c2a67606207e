import { describeOpening, hasPorts, includesPort, INGRESS_TYPES, openings } from "../../engine/network-openings.ts";
import { defineRule } from "../../engine/rule.ts";

export const securityGroupNoOpenSsh = defineRule({
  name: "security-group-no-open-ssh",
  description: "No security group lets the internet reach port 22.",
  severity: "critical",
  controls: ["sg-no-open-ssh"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)",
    "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  remediation: [
    "Remove the rule and open a session with AWS Systems Manager, or give the address range of the operators.",
  ],
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
  resources: INGRESS_TYPES,
  check: (resource) =>
    openings(resource, "ingress")
      .filter(({ ports }) => hasPorts(ports) && includesPort(ports, 22))
      .map((opening) => ({ property: opening.property, found: describeOpening(opening), required: "no way from the internet to port 22" })),
});
