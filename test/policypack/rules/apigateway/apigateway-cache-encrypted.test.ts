import { apigatewayCacheEncrypted } from "../../../../policypack/rules/apigateway/apigateway-cache-encrypted.ts";
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

const cached = { stage: { props: { cacheClusterEnabled: true } } };

testStackRule(apigatewayCacheEncrypted, {
  compliant: [
    rest,
    { ...rest, stage: { ...rest["stage"], type: "aws:apigateway/stage:Stage", props: { stageName: "v1", cacheClusterEnabled: true } } },
    { ...rest, settings: { ...rest["settings"], type: "aws:apigateway/methodSettings:MethodSettings", props: { methodPath: "records/GET", settings: { cachingEnabled: true, cacheDataEncrypted: true } } } },
    { ...rest, settings: { ...rest["settings"], type: "aws:apigateway/methodSettings:MethodSettings", props: { methodPath: "records/GET", settings: { cachingEnabled: false } } } },
  ],
  violating: [
    { why: "a cache without settings", change: { ...cached, settings: null }, blamed: "stage", property: "(method settings)", found: "a cache in plain text" },
    { why: "a cache in plain text", change: { ...cached, settings: { props: { settings: { cacheDataEncrypted: false } } } }, blamed: "stage", property: "(method settings)", found: "a cache in plain text" },
    {
      why: "one method in plain text",
      change: { settings: { props: { methodPath: "records/GET", settings: { cachingEnabled: true } } } },
      blamed: "settings",
      property: "settings.cacheDataEncrypted",
      found: "a cache in plain text",
    },
  ],
});
