import type { Reader } from "./reader.ts";
import { regionOf } from "./regions.ts";
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
    return wholly && selector.objects("dataResources").some((data) => data.string("type") === type && names(stack, trail, "eventSelectors", data.knownStrings("values"), "beginning", target));
  });
  return basic || trail.props.objects("advancedEventSelectors").some((selector) => recordsAdvanced(stack, trail, selector, type, target));
}

/** A resource whose events are looked for. */
export interface DataTarget {
  readonly resource: StackResource;
  /** Whether an ARN of a selector takes the resource in: `beginning` is the whole ARN of a table, or how ARNs begin. */
  takes(beginning: string, match: "whole" | "beginning"): boolean;
}

/** The objects of a bucket; a selector names them by how their ARNs begin. */
export function objectsOf(resource: StackResource): DataTarget {
  const arn = `arn:aws:s3:::${nameOf(resource, "bucket")}/`;
  return { resource, takes: (beginning) => arn.startsWith(beginning.replace(/^arn:[^:]*/u, "arn:aws")) };
}

/** The items of a table. Its account is known at `up` alone, and one trail looks at one. */
export function itemsOf(resource: StackResource): DataTarget {
  const table = nameOf(resource, "name");
  return {
    resource,
    takes: (beginning, match) => {
      const [place = "", named] = beginning.split(":table/");
      const [, , service, region] = place.split(":");
      const elsewhere = region !== undefined && region !== "" && ![undefined, region].includes(regionOf(resource));
      return service === "dynamodb" && !elsewhere && (named === undefined || named === table || (match === "beginning" && table.startsWith(named)));
    },
  };
}

function nameOf({ props }: StackResource, property: string): string {
  return props.knownStrings(property)[0] ?? "(not known yet)";
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
  const excluded = EXCLUDING.some(([name, match]) => place.strings(name).some((arn) => target.takes(arn, match)));
  const open = place.isEmpty("startsWiths") && place.isEmpty("equals");
  return !excluded && (open || NAMING.some(([name, match]) => names(stack, trail, "advancedEventSelectors", place.knownStrings(name), match, target)));
}

const NAMING = [["startsWiths", "beginning"], ["equals", "whole"]] as const;
const EXCLUDING = [["notStartsWiths", "beginning"], ["notEquals", "whole"]] as const;

/** Whether a list of ARNs, or of their beginnings, takes the target in. */
function names(stack: JudgedStack, trail: StackResource, property: string, arns: readonly string[], match: "whole" | "beginning", target: DataTarget | undefined): boolean {
  return target === undefined || arns.some((arn) => target.takes(arn, match)) || stack.refersTo(trail, property, target.resource);
}

function fieldOf(selector: Reader, field: string): Reader | undefined {
  return selector.objects("fieldSelectors").find((candidate) => candidate.string("field") === field);
}
