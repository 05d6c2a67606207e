import type { JudgedStack, StackResource } from "./rule.ts";

const SETTINGS = "aws:apigateway/methodSettings:MethodSettings";

/** For each stage of a REST API, the settings that hold for all of its methods. */
export function settingsOfAllMethods(stack: JudgedStack): (stage: StackResource) => readonly StackResource[] {
  const byApi = Map.groupBy(
    stack.ofType(SETTINGS).filter(({ props }) => props.string("methodPath") === "*/*").flatMap((settings) => apisOf(stack, settings).map((api) => ({ api, settings }))),
    ({ api }) => api,
  );
  return (stage) => {
    const names = stage.props.knownStrings("stageName");
    const ofApi = new Set(apisOf(stack, stage).flatMap((api) => (byApi.get(api) ?? []).map(({ settings }) => settings)));
    return [...ofApi].filter((settings) => stack.refersTo(settings, "stageName", stage) || settings.props.knownStrings("stageName").some((name) => names.includes(name)));
  };
}

/** The API by its URN, and by its literal id when it is of another stack. */
function apisOf(stack: JudgedStack, resource: StackResource): readonly string[] {
  return [...stack.namedBy(resource, "restApi", "aws:apigateway/restApi:RestApi").map(({ urn }) => urn), ...resource.props.knownStrings("restApi")];
}
