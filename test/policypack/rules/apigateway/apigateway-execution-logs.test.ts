import { apigatewayExecutionLogs } from "../../../../policypack/rules/apigateway/apigateway-execution-logs.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const rest: StackFixture = {
  api: { type: "aws:apigateway/restApi:RestApi", props: { name: "records" } },
  stage: { type: "aws:apigateway/stage:Stage", props: { stageName: "v1" }, refs: { restApi: "api.id" } },
  settings: {
    type: "aws:apigateway/methodSettings:MethodSettings",
    props: { methodPath: "*/*", stageName: "v1", settings: { loggingLevel: "INFO", cacheDataEncrypted: true } },
    refs: { restApi: "api.id" },
  },
};

const socket: StackFixture = {
  api: { type: "aws:apigatewayv2/api:Api", props: { protocolType: "WEBSOCKET" } },
  stage: { type: "aws:apigatewayv2/stage:Stage", props: { name: "v1", defaultRouteSettings: { loggingLevel: "ERROR" } }, refs: { apiId: "api.id" } },
};
const silent = { blamed: "stage", property: "(method settings)", found: "no execution log of every method" };

testStackRule(apigatewayExecutionLogs, {
  compliant: [
    rest,
    socket,
    { api: { type: "aws:apigatewayv2/api:Api", props: { protocolType: "HTTP" } }, stage: { type: "aws:apigatewayv2/stage:Stage", refs: { apiId: "api.id" } } },
    { stage: { type: "aws:apigateway/stage:Stage", props: { stageName: "v1", restApi: "a1" } }, settings: { type: "aws:apigateway/methodSettings:MethodSettings", props: { methodPath: "*/*", stageName: "v1", restApi: "a1", settings: { loggingLevel: "ERROR" } } } },
  ],
  violating: [
    { why: "no settings", change: { settings: null }, ...silent },
    { why: "off", change: { settings: { props: { settings: { loggingLevel: "OFF" } } } }, ...silent },
    { why: "one method only", change: { settings: { props: { methodPath: "records/GET" } } }, ...silent },
    { why: "another stage", change: { settings: { props: { stageName: "v2" } } }, ...silent },
    { why: "another API", change: { settings: { props: { restApi: "other" }, refs: { restApi: undefined } } }, ...silent },
    { why: "a silent socket", of: 1, change: { stage: { props: { defaultRouteSettings: {} } } }, blamed: "stage", property: "defaultRouteSettings.loggingLevel", found: "no execution log" },
  ],
  unknown: [["settings", "settings"]],
});
