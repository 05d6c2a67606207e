import { apigatewayEndpointNotEdge } from "../../../../policypack/rules/apigateway/apigateway-endpoint-not-edge.ts";
import { testRule } from "../../rule-tester.ts";

testRule(apigatewayEndpointNotEdge, {
  compliant: [{ props: { endpointConfiguration: { types: "REGIONAL" } } }, { props: { endpointConfiguration: { types: ["PRIVATE"] } } }],
  violating: [
    { why: "as AWS makes it", props: { endpointConfiguration: undefined }, property: "endpointConfiguration.types", found: "nothing, so EDGE" },
    { why: "the edge", props: { endpointConfiguration: { types: "EDGE" } }, property: "endpointConfiguration.types", found: "EDGE" },
    { why: "both", props: { endpointConfiguration: { types: ["REGIONAL", "EDGE"] } }, property: "endpointConfiguration.types", found: "REGIONAL, EDGE" },
  ],
  unknown: ["endpointConfiguration", "endpointConfiguration.types"],
});
