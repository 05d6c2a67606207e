import { enclaveHosts, HOST_TYPES } from "../../engine/enclave-hosts.ts";
import { isGiven } from "../../engine/given-values.ts";
import { publicSubnets, subnetsNamed } from "../../engine/network-routes.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const enclaveHostNotPublic = defineStackRule({
  name: "enclave-host-not-public",
  description: "A host of Nitro enclaves has no public address and is in no subnet with a route to an internet gateway.",
  severity: "high",
  controls: ["enclave-host-no-public-ip"],
  citations: ["164.308(a)(1)(ii)(B)", "164.312(a)(1)"],
  remediation: ["Put the host in a private subnet and set associatePublicIpAddress to false."],
  url: "https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave.html",
  resources: HOST_TYPES,
  check: (stack) => {
    const open = new Set(publicSubnets(stack));
    return enclaveHosts(stack).flatMap((host) => {
      const { urn, props } = host;
      const interfaces = isGiven(host, "networkInterfaces") ? props.objects("networkInterfaces") : [];
      const isAddressed = (isGiven(host, "associatePublicIpAddress") && props.boolean("associatePublicIpAddress") === true) || interfaces.some((one) => one.boolean("associatePublicIpAddress") === true);
      const subnets = [...subnetsNamed(stack, host, "subnetId"), ...subnetsNamed(stack, host, "networkInterfaces")].filter((subnet) => open.has(subnet));
      return [
        ...(isAddressed ? [{ urn, property: "associatePublicIpAddress", found: "a public address", required: "false" }] : []),
        ...subnets.map(({ name }) => ({ urn, property: "subnetId", found: `the public subnet ${name}`, required: "a private subnet" })),
      ];
    });
  },
});
