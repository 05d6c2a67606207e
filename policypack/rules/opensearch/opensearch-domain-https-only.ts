import { judgeSwitch, judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";
import { SEARCH_DOMAIN_TYPES } from "../../engine/search-domains.ts";

const TLS_POLICIES = ["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10", "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08"];

export const opensearchDomainHttpsOnly = defineRule({
  name: "opensearch-domain-https-only",
  description: "Every search domain refuses plain HTTP and TLS older than 1.2.",
  severity: "high",
  citations: ["164.312(c)(1)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)"],
  controls: ["opensearch-https"],
  remediation: ['Set domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" }.'],
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html",
  resources: SEARCH_DOMAIN_TYPES,
  check: ({ props }) => [
    ...judgeSwitch(props, "domainEndpointOptions.enforceHttps", { required: true, absent: props.has("domainEndpointOptions") }),
    ...judgeText(props, "domainEndpointOptions.tlsSecurityPolicy", { allowed: TLS_POLICIES, absent: "Policy-Min-TLS-1-0-2019-07" }),
  ],
});
