import { defineRule } from "../../engine/rule.ts";

export const apigatewayEndpointNotEdge = defineRule({
  name: "apigateway-endpoint-not-edge",
  description: "REST APIs have private or regional endpoints, not one on AWS's edge that no web ACL of the region guards.",
  severity: "medium",
  controls: ["apigw-private-endpoint"],
  citations: ["164.312(e)(1)"],
  remediation: ['Set endpointConfiguration.types to "PRIVATE" or "REGIONAL".'],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html",
  resources: ["aws:apigateway/restApi:RestApi"],
  check: ({ props }) => {
    const types = props.objects("endpointConfiguration")[0]?.strings("types") ?? [];
    return types.length > 0 && types.every((type) => type === "PRIVATE" || type === "REGIONAL")
      ? []
      : [{ property: "endpointConfiguration.types", found: types.length === 0 ? "nothing, so EDGE" : types.join(", "), required: '"PRIVATE" or "REGIONAL"' }];
  },
});
