import { describeOpening, hasPorts, includesPort, INGRESS_TYPES, openings } from "../../engine/network-openings.ts";
import { defineRule } from "../../engine/rule.ts";

/** FTP, Telnet, mail, RPC, SMB, LDAP, databases, NFS, Docker, etcd, RDP, VNC, caches, search, message brokers, kubelet. */
const PORTS: readonly number[] = [
  20, 21, 23, 25, 110, 111, 135, 137, 139, 143, 389, 445, 1433, 1434, 1521, 2049, 2375, 2376, 2379, 3306, 3389, 4333, 5432, 5439,
  5500, 5601, 5672, 5900, 6379, 8080, 8088, 8182, 8888, 9042, 9092, 9200, 9300, 10_250, 11_211, 27_017,
];

export const securityGroupNoOpenInternalPorts = defineRule({
  name: "security-group-no-open-internal-ports",
  description: "No security group lets the internet reach the ports of remote access, file sharing, databases and cluster components.",
  severity: "critical",
  controls: ["sg-no-open-common-ports"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)",
    "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  remediation: ["Give the security group or the address range of the callers as the source."],
  url: "https://docs.aws.amazon.com/config/latest/developerguide/restricted-common-ports.html",
  resources: INGRESS_TYPES,
  check: (resource) =>
    openings(resource, "ingress")
      .filter(({ ports }) => hasPorts(ports) && PORTS.some((port) => includesPort(ports, port)))
      .map((opening) => ({ property: opening.property, found: describeOpening(opening), required: "no way from the internet to this port" })),
});
