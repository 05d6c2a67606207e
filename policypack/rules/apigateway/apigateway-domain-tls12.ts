import { defineRule } from "../../engine/rule.ts";

export const apigatewayDomainTls12 = defineRule({
  name: "apigateway-domain-tls12",
  description: "Custom domain names accept TLS 1.2 and 1.3 only.",
  severity: "high",
  controls: ["apigw-domain-tls12"],
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  remediation: ['Set securityPolicy to "TLS_1_2" or one that begins with "SecurityPolicy_TLS13".'],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
  resources: ["aws:apigateway/domainName:DomainName", "aws:apigatewayv2/domainName:DomainName"],
  check: ({ type, props }) => {
    const isV2 = type === "aws:apigatewayv2/domainName:DomainName";
    const property = isV2 ? "domainNameConfiguration.securityPolicy" : "securityPolicy";
    const owner = isV2 ? props.objects("domainNameConfiguration")[0] : props;
    const policy = owner?.string("securityPolicy");
    return policy !== undefined && /^(?:TLS_1_2$|SecurityPolicy_TLS1[23]_)/u.test(policy) ? [] : [{ property, found: policy ?? "nothing", required: '"TLS_1_2" or "SecurityPolicy_TLS13_…"' }];
  },
});
