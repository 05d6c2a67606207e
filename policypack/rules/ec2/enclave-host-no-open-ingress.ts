import { enclaveHosts, groupsOf, HOST_TYPES } from "../../engine/enclave-hosts.ts";
import { describeOpening, openings } from "../../engine/network-openings.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const enclaveHostNoOpenIngress = defineStackRule({
  name: "enclave-host-no-open-ingress",
  description: "The security groups of a host of Nitro enclaves let nothing in from the internet, on no port.",
  severity: "high",
  controls: ["enclave-host-no-unrestricted-ingress"],
  citations: ["164.312(e)(1)"],
  remediation: ["Give security groups or known address ranges as the source."],
  url: "https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave.html",
  resources: HOST_TYPES,
  check: (stack) =>
    enclaveHosts(stack).flatMap((host) =>
      groupsOf(stack, host).flatMap((group) =>
        openings(group, "ingress").map((opening) => ({ urn: group.urn, property: opening.property, found: `${describeOpening(opening)}, to the enclave host ${host.name}`, required: "a known source" })),
      ),
    ),
});
