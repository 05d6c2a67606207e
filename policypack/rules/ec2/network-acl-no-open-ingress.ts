import { ACL_TYPES, internetIngress, opensPort } from "../../engine/network-acls.ts";
import { describeOpening, hasPorts } from "../../engine/network-openings.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const networkAclNoOpenIngress = defineStackRule({
  name: "network-acl-no-open-ingress",
  description: "No network ACL lets the internet in on all ports, nor on 22 and 3389; the ports of answers (1024 and up) may be open when an earlier entry denies 3389.",
  severity: "medium",
  controls: ["nacl-no-open-ingress"],
  citations: ["164.308(a)(1)(ii)(B)", "164.312(e)(1)"],
  remediation: [
    "Allow the ports that are served and 1024-65535 for answers.",
    "Deny port 3389 in an entry with a lower number.",
  ],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  resources: ACL_TYPES,
  check: (stack) =>
    internetIngress(stack).flatMap((entries) => {
      const whole = entries.filter(({ allows, opening: { ports } }) => allows && (ports.protocol === "all" || (hasPorts(ports) && ports.from <= 1 && ports.to === 65_535)));
      const remote = [22, 3389].flatMap((port) => opensPort(entries, port) ?? []);
      return [...new Set([...whole, ...remote])].map(({ urn, opening }) => ({ urn, property: opening.property, found: describeOpening(opening), required: "neither all ports nor 22 or 3389" }));
    }),
});
