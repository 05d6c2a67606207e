import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule, type StackFinding, type StackResource } from "../../engine/rule.ts";

function open({ urn, props }: StackResource, property: string): readonly StackFinding[] {
  const authorization = (props.has(property) ? props.string(property) : undefined) ?? "NONE";
  return authorization === "NONE" ? [{ urn, property, found: "anyone may call", required: "an authorizer or AWS_IAM" }] : [];
}

export const apigatewayMethodsAuthorized = defineStackRule({
  name: "apigateway-methods-authorized",
  description: "Every method and route asks who is calling, but OPTIONS, which browsers send without credentials; of a WebSocket API that is $connect.",
  severity: "critical",
  controls: ["apigw-authorization"],
  citations: ["164.312(a)(1)", "164.312(d)"],
  remediation: [
    'Set authorization of the method to "AWS_IAM", "COGNITO_USER_POOLS" or "CUSTOM", or authorizationType of the route to "JWT", "AWS_IAM" or "CUSTOM".',
  ],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  resources: ["aws:apigateway/method:Method", "aws:apigatewayv2/route:Route", "aws:apigatewayv2/api:Api"],
  check: (stack) => {
    const isJudged = (route: StackResource): boolean => {
      const key = route.props.string("routeKey") ?? "";
      return stack.namedBy(route, "apiId", "aws:apigatewayv2/api:Api").some(({ props }) => props.string("protocolType") === "WEBSOCKET") ? key === "$connect" : !key.startsWith("OPTIONS ");
    };
    return [
      ...stack.ofType("aws:apigateway/method:Method").filter(({ props }) => props.string("httpMethod") !== "OPTIONS").flatMap((method) => open(method, "authorization")),
      ...stack.ofType("aws:apigatewayv2/route:Route").filter(isJudged).flatMap((route) => open(route, "authorizationType")),
      ...stack.ofType("aws:apigatewayv2/api:Api").filter((api) => isGiven(api, "routeKey")).map(({ urn }) => ({ urn, property: "routeKey", found: "a route made with the API, which asks nobody", required: "an aws.apigatewayv2.Route" })),
    ];
  },
});
