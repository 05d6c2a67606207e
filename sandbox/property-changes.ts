import { normalizedDocument } from "./documents.ts";
import type { ResourceModel } from "./resource-model.ts";
import { isList, isProperties, type Properties, sameValue, type Value } from "./wire.ts";

export interface PropertyChange {
  readonly property: string;
  readonly kind: "add" | "update" | "delete";
  readonly replaces: boolean;
}

/** Inputs whose text is a JSON document, which the provider compares by meaning. */
const DOCUMENTS = /(?:policy|policydocument|policies|eventpattern|dashboardbody|filterpattern)$/iu;

/**
 * Compares two sets of inputs as the provider does.
 * @param replacing inputs whose change or removal replaces
 * @param computed inputs that AWS fills when they are left out: taking one away changes nothing
 */
export function propertyChanges(olds: Properties, news: Properties, replacing: Pick<ResourceModel, "replaceOn" | "replaceWhenRemoved">, computed: ReadonlySet<string>): readonly PropertyChange[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)].filter((name) => name !== "__defaults"));
  return [...names].filter((name) => !same(name, olds[name], news[name]) && !(news[name] === undefined && computed.has(name))).map((property) => ({
    property,
    kind: olds[property] === undefined ? "add" : (news[property] === undefined ? "delete" : "update"),
    replaces: property === "region" || (news[property] === undefined && replacing.replaceWhenRemoved?.includes(property) === true)
      || replacing.replaceOn.some((path) => isPathChanged(path.split("."), property, olds, news)),
  }));
}

function isPathChanged([head, ...rest]: readonly string[], property: string, olds: Properties, news: Properties): boolean {
  return head === property && !sameValue(at(olds[head], rest), at(news[head], rest));
}

/** Values at a path; a list stands for its items. Absent parts are null, so that their number is compared too. */
function at(value: Value | undefined, path: readonly string[]): Value {
  const [head, ...rest] = path;
  if (head === undefined || value === undefined) {
    return value ?? null;
  }
  if (isList(value)) {
    return value.map((item) => at(item, path));
  }
  // Text in the place of an object is the sentinel of an unknown value.
  return isProperties(value) ? at(value[head], rest) : value;
}

function same(name: string, left: Value | undefined, right: Value | undefined): boolean {
  if (typeof left === "string" && typeof right === "string" && left !== right && DOCUMENTS.test(name)) {
    const document = normalizedDocument(left);
    return document !== undefined && document === normalizedDocument(right);
  }
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => same(name, item, right[index]));
  }
  if (isProperties(left) && isProperties(right)) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => key === "__defaults" || same(key, left[key], right[key]));
  }
  return left === right;
}
