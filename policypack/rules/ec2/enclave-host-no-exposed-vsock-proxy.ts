import { enclaveHosts, groupsOf, HOST_TYPES } from "../../engine/enclave-hosts.ts";
import { describeOpening, hasPorts, includesPort, openings } from "../../engine/network-openings.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const enclaveHostNoExposedVsockProxy = defineStackRule({
  name: "enclave-host-no-exposed-vsock-proxy",
  description: "The ports on which a host forwards to its Nitro enclaves (vsock) are open to security groups only, never to address ranges.",
  severity: "high",
  controls: ["enclave-host-no-vsock-proxy-exposed"],
  citations: ["164.312(e)(1)"],
  remediation: ["Give the security group of the callers as the source."],
  url: "https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave-concepts.html",
  parameters: { proxyPorts: { description: "The TCP ports on which hosts forward to enclaves.", default: ["5000", "5005", "8000", "8001", "8002", "9000"] } },
  resources: HOST_TYPES,
  check: (stack, settings) => {
    const ports = settings.strings("proxyPorts").map(Number);
    return enclaveHosts(stack).flatMap((host) =>
      groupsOf(stack, host).flatMap((group) =>
        openings(group, "ingress", () => true)
          .filter(({ ports: range }) => hasPorts(range) && ports.some((port) => includesPort(range, port)))
          .map((opening) => ({ urn: group.urn, property: opening.property, found: `${describeOpening(opening)}, to the proxy of the enclave host ${host.name}`, required: "a security group as the source" })),
      ),
    );
  },
});
