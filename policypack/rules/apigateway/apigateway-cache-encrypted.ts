import type { Reader } from "../../engine/reader.ts";
import { settingsOfAllMethods } from "../../engine/rest-stages.ts";
import { defineStackRule } from "../../engine/rule.ts";

/** Caching is on when it says so, and does not say that it encrypts. */
function isPlain(settings: Reader | undefined): boolean {
  const caches = settings?.boolean("cachingEnabled") === true;
  return caches && settings.boolean("cacheDataEncrypted") !== true;
}

export const apigatewayCacheEncrypted = defineStackRule({
  name: "apigateway-cache-encrypted",
  description: "A stage that caches answers encrypts its cache. One that does not cache passes, as nothing of a patient is then kept.",
  severity: "high",
  controls: ["apigw-cache-encrypted"],
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(e)(2)(ii)"],
  remediation: ['Set cacheDataEncrypted to true in the aws.apigateway.MethodSettings for "*/*", or turn the cache off.'],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
  resources: ["aws:apigateway/stage:Stage", "aws:apigateway/methodSettings:MethodSettings"],
  check: (stack) => {
    const settingsOf = settingsOfAllMethods(stack);
    const plain = { property: "settings.cacheDataEncrypted", found: "a cache in plain text", required: "true" };
    const stages = stack
      .ofType("aws:apigateway/stage:Stage")
      .filter(({ props }) => props.boolean("cacheClusterEnabled") === true)
      .filter((stage) => !settingsOf(stage).some(({ props }) => props.object("settings")?.boolean("cacheDataEncrypted") === true))
      .map(({ urn }) => ({ urn, ...plain, property: "(method settings)" }));
    const methods = stack
      .ofType("aws:apigateway/methodSettings:MethodSettings")
      .filter(({ props }) => isPlain(props.object("settings")))
      .map(({ urn }) => ({ urn, ...plain }));
    return [...stages, ...methods];
  },
});
