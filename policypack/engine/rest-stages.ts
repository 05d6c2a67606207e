import type { JudgedStack, StackResource } from "./rule.ts";

const SETTINGS = "aws:apigateway/methodSettings:MethodSettings";

/** The settings that hold for every method of a REST API's stage. */
export function settingsOfAllMethods(stack: JudgedStack, stage: StackResource): readonly StackResource[] {
  const names = stage.props.knownStrings("stageName");
  return stack.ofType(SETTINGS).filter(
    (settings) =>
      settings.props.string("methodPath") === "*/*" &&
      sameApi(stack, settings, stage) &&
      (stack.refersTo(settings, "stageName", stage) || settings.props.knownStrings("stageName").some((name) => names.includes(name))),
  );
}

function sameApi(stack: JudgedStack, settings: StackResource, stage: StackResource): boolean {
  const literal = stage.props.knownStrings("restApi");
  return (
    settings.props.knownStrings("restApi").some((id) => literal.includes(id)) ||
    stack.ofType("aws:apigateway/restApi:RestApi").some((api) => stack.refersTo(settings, "restApi", api) && stack.refersTo(stage, "restApi", api))
  );
}
