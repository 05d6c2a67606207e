import { apigatewayMethodsAuthorized } from "../../../../policypack/rules/apigateway/apigateway-methods-authorized.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const method = (change: object) => ({ type: "aws:apigateway/method:Method", props: { httpMethod: "GET", authorization: "CUSTOM", ...change } });
const route = (change: object) => ({ type: "aws:apigatewayv2/route:Route", props: { routeKey: "GET /records", authorizationType: "JWT", ...change }, refs: { apiId: "api.id" } });
const api = (protocolType: string, change: object = {}) => ({ type: "aws:apigatewayv2/api:Api", props: { protocolType, ...change } });

testStackRule(apigatewayMethodsAuthorized, {
  compliant: [
    { get: method({}), options: method({ httpMethod: "OPTIONS", authorization: "NONE" }) },
    { api: api("HTTP"), get: route({}), options: route({ routeKey: "OPTIONS /records", authorizationType: undefined }) },
    { api: api("WEBSOCKET"), connect: route({ routeKey: "$connect" }), send: route({ routeKey: "$default", authorizationType: "NONE" }) },
  ],
  violating: [
    { why: "a method for anyone", change: { get: method({ authorization: "NONE" }) }, blamed: "get", property: "authorization", found: "anyone may call" },
    { why: "a route for anyone", of: 1, change: { get: route({ authorizationType: "NONE" }) }, blamed: "get", property: "authorizationType", found: "anyone may call" },
    { why: "a route as AWS makes it", of: 1, change: { get: route({ authorizationType: undefined }) }, blamed: "get", property: "authorizationType", found: "anyone may call" },
    { why: "the route for everything else", of: 1, change: { get: route({ routeKey: "$default", authorizationType: "NONE" }) }, blamed: "get", property: "authorizationType", found: "anyone may call" },
    { why: "an open socket", of: 2, change: { connect: route({ routeKey: "$connect", authorizationType: "NONE" }) }, blamed: "connect", property: "authorizationType", found: "anyone may call" },
    { why: "a route made with the API", of: 1, change: { api: api("HTTP", { routeKey: "$default" }) }, blamed: "api", property: "routeKey", found: "a route made with the API, which asks nobody" },
  ],
  unknown: [["get", "authorization"]],
});
