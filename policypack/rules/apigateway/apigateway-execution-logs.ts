import { settingsOfAllMethods } from "../../engine/rest-stages.ts";
import { defineStackRule } from "../../engine/rule.ts";

const LEVELS: ReadonlySet<string> = new Set(["ERROR", "INFO"]);

export const apigatewayExecutionLogs = defineStackRule({
  name: "apigateway-execution-logs",
  description: "Stages of REST and WebSocket APIs log their executions, at least the errors.",
  severity: "medium",
  controls: ["apigw-execution-logging"],
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(6)(ii)", "164.312(b)"],
  remediation: [
    'Add an aws.apigateway.MethodSettings for "*/*" with loggingLevel "ERROR" or "INFO", or set defaultRouteSettings.loggingLevel of a WebSocket stage.',
  ],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  resources: ["aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"],
  check: (stack) => {
    const required = '"ERROR" or "INFO"';
    const settingsOf = settingsOfAllMethods(stack);
    const rest = stack
      .ofType("aws:apigateway/stage:Stage")
      .filter((stage) => !settingsOf(stage).some(({ props }) => LEVELS.has(props.object("settings")?.string("loggingLevel") ?? "")))
      .map(({ urn }) => ({ urn, property: "(method settings)", found: "no execution log of every method", required: `an aws.apigateway.MethodSettings for "*/*" with loggingLevel ${required}` }));
    // HTTP APIs have access logs only.
    const sockets = stack
      .ofType("aws:apigatewayv2/api:Api")
      .filter(({ props }) => props.string("protocolType") === "WEBSOCKET")
      .flatMap((api) => stack.referringTo(api, "apiId", "aws:apigatewayv2/stage:Stage"))
      .filter(({ props }) => !LEVELS.has(props.objects("defaultRouteSettings")[0]?.string("loggingLevel") ?? ""))
      .map(({ urn }) => ({ urn, property: "defaultRouteSettings.loggingLevel", found: "no execution log", required }));
    return [...rest, ...sockets];
  },
});
