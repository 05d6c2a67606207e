import { apigatewayDomainTls12 } from "../../../../policypack/rules/apigateway/apigateway-domain-tls12.ts";
import { testRule } from "../../rule-tester.ts";

const v2 = { type: "aws:apigatewayv2/domainName:DomainName" };

testRule(apigatewayDomainTls12, {
  compliant: [
    { props: { securityPolicy: "TLS_1_2" } },
    { props: { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" } },
    { ...v2, props: { domainNameConfiguration: { securityPolicy: "TLS_1_2" } } },
  ],
  violating: [
    { why: "TLS 1.0", props: { securityPolicy: "TLS_1_0" }, property: "securityPolicy", found: "TLS_1_0" },
    { why: "a policy that only ends as one", props: { securityPolicy: "OLD_TLS_1_2" }, property: "securityPolicy", found: "OLD_TLS_1_2" },
    { why: "a policy that only begins as one", props: { securityPolicy: "TLS_1_2_AND_OLDER" }, property: "securityPolicy", found: "TLS_1_2_AND_OLDER" },
    { why: "not said", props: { securityPolicy: undefined }, property: "securityPolicy", found: "nothing" },
    { why: "TLS 1.0, version 2", fixture: v2, props: { domainNameConfiguration: { securityPolicy: "TLS_1_0" } }, property: "domainNameConfiguration.securityPolicy", found: "TLS_1_0" },
  ],
  unknown: ["securityPolicy"],
});
