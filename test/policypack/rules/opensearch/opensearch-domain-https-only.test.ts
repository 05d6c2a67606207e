import { opensearchDomainHttpsOnly } from "../../../../policypack/rules/opensearch/opensearch-domain-https-only.ts";
import { testRule } from "../../rule-tester.ts";

testRule(opensearchDomainHttpsOnly, {
  compliant: [
    { props: { domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" } } },
    { type: "aws:elasticsearch/domain:Domain", props: { domainEndpointOptions: { tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" } } },
  ],
  violating: [
    {
      why: "plain HTTP allowed",
      props: { domainEndpointOptions: { enforceHttps: false, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" } },
      property: "domainEndpointOptions.enforceHttps",
      found: "false",
    },
    { why: "no endpoint options", props: { domainEndpointOptions: undefined }, property: "domainEndpointOptions.enforceHttps", found: "nothing, so false" },
    {
      why: "TLS 1.0",
      props: { domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" } },
      property: "domainEndpointOptions.tlsSecurityPolicy",
      found: "Policy-Min-TLS-1-0-2019-07",
    },
    {
      why: "the default policy",
      props: { domainEndpointOptions: { enforceHttps: true } },
      property: "domainEndpointOptions.tlsSecurityPolicy",
      found: "nothing, so Policy-Min-TLS-1-0-2019-07",
    },
  ],
  unknown: ["domainEndpointOptions", "domainEndpointOptions.enforceHttps", "domainEndpointOptions.tlsSecurityPolicy"],
});
