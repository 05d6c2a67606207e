import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";
import { SEARCH_DOMAIN_TYPES } from "../../engine/search-domains.ts";

export const opensearchDomainInVpc = defineRule({
  name: "opensearch-domain-in-vpc",
  description: "Every search domain is in a VPC, without a public endpoint.",
  severity: "critical",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: ["opensearch-in-vpc"],
  remediation: ["Set vpcOptions with private subnetIds and securityGroupIds; a domain with a public endpoint cannot be moved, so create it anew."],
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
  resources: SEARCH_DOMAIN_TYPES,
  check: ({ props }) =>
    props.has("vpcOptions")
      ? judgePresence(props, "vpcOptions.subnetIds", "private subnets")
      : [{ property: "vpcOptions", found: "nothing, so a public endpoint", required: "private subnets" }],
});
