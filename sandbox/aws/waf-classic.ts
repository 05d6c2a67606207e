import type { ResourceModels } from "../resource-model.ts";

/** The web firewall before WAFv2. */
export const wafClassicModels: ResourceModels = {
  "aws:wafregional/webAcl:WebAcl": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["metricName", "name"],
    id: "{uuid}",
    arn: "arn:aws:waf-regional:{region}:{account}:webacl/{id}",
  },
};
