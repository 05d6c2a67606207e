import type { Reader } from "./reader.ts";
import type { JudgedStack, StackResource } from "./rule.ts";

export const TRAIL = "aws:cloudtrail/trail:Trail";

/** What of the management plane a trail leaves out; empty when it records every event. */
export function unrecordedManagementEvents(trail: Reader): readonly string[] {
  const advanced = trail.objects("advancedEventSelectors").filter((selector) => fieldOf(selector, "eventCategory")?.strings("equals").includes("Management") === true);
  if (!trail.isEmpty("advancedEventSelectors")) {
    const whole = advanced.some((selector) => selector.objects("fieldSelectors").length === 1);
    return whole ? [] : [advanced.length === 0 ? "all of them" : "those that the field selectors leave out"];
  }
  const selectors = trail.objects("eventSelectors");
  if (selectors.length === 0) {
    return [];
  }
  const recording = selectors.filter((selector) => selector.boolean("includeManagementEvents") !== false);
  const whole = recording.find((selector) => (selector.string("readWriteType") ?? "All") === "All" && selector.isEmpty("excludeManagementEventSources"));
  return whole === undefined ? [recording.length === 0 ? "all of them" : "those that the selectors leave out"] : [];
}

/** Whether a trail records every read and write of a kind of resource, such as `AWS::S3::Object`, at an ARN. */
export function recordsDataEvents(stack: JudgedStack, trail: StackResource, type: string, target?: DataTarget): boolean {
  const basic = trail.props.objects("eventSelectors").some((selector) => {
    const wholly = (selector.string("readWriteType") ?? "All") === "All";
    return wholly && selector.objects("dataResources").some((data) => data.string("type") === type && names(stack, trail, "eventSelectors", data, "values", target));
  });
  return basic || trail.props.objects("advancedEventSelectors").some((selector) => recordsAdvanced(stack, trail, selector, type, target));
}

/** A resource whose events are looked for; `arn` as far as it can be told. */
export interface DataTarget {
  readonly resource: StackResource;
  readonly arn: string;
}

function recordsAdvanced(stack: JudgedStack, trail: StackResource, selector: Reader, type: string, target: DataTarget | undefined): boolean {
  const isData = fieldOf(selector, "eventCategory")?.strings("equals").includes("Data") === true;
  const isType = fieldOf(selector, "resources.type")?.strings("equals").includes(type) === true;
  const fields = selector.objects("fieldSelectors").map((field) => field.string("field") ?? "");
  const narrowed = fields.some((field) => !["eventCategory", "resources.type", "resources.ARN"].includes(field));
  const place = fieldOf(selector, "resources.ARN");
  if (!isData || !isType || narrowed) {
    return false;
  }
  if (place === undefined || target === undefined) {
    return true;
  }
  const excluded = ["notStartsWiths", "notEquals"].some((name) => place.strings(name).some((prefix) => target.arn.startsWith(prefix)));
  const open = place.isEmpty("startsWiths") && place.isEmpty("equals");
  return !excluded && (open || ["startsWiths", "equals"].some((name) => names(stack, trail, "advancedEventSelectors", place, name, target)));
}

/** Whether a list of ARNs, or of their beginnings, takes the target in. */
function names(stack: JudgedStack, trail: StackResource, property: string, part: Reader, name: string, target: DataTarget | undefined): boolean {
  const prefixes = part.knownStrings(name);
  return target === undefined || prefixes.some((prefix) => `${target.arn}/`.startsWith(prefix)) || stack.refersTo(trail, property, target.resource);
}

function fieldOf(selector: Reader, field: string): Reader | undefined {
  return selector.objects("fieldSelectors").find((candidate) => candidate.string("field") === field);
}
