import { CloudError } from "./cloud-error.ts";
import { ACCOUNT, type ResourceContext, type ResourceModel } from "./resource-model.ts";
import { isList, isProperties, UNKNOWN, type Value } from "./wire.ts";

/** Refuses policy documents that AWS would refuse: no JSON, or a principal of this account that does not exist. */
export function checkDocuments(model: ResourceModel, context: ResourceContext): void {
  for (const [property, code] of Object.entries(model.documents ?? {})) {
    const text = context.inputs[property];
    if (typeof text !== "string" || text === UNKNOWN || text === "") {
      continue;
    }
    const document = parsed(text);
    if (document === undefined) {
      throw new CloudError(code, `${property} contains invalid JSON`);
    }
    for (const principal of principalsOf(document)) {
      if (isMissing(principal, context)) {
        throw new CloudError(code, `Invalid principal in policy: "AWS":"${principal}"`);
      }
    }
  }
}

/** The text of a JSON document in one normal form: key order, and a single value against a list of one, do not matter to AWS. */
export function normalizedDocument(text: string): string | undefined {
  const document = parsed(text);
  return document === undefined ? undefined : JSON.stringify(normalized(document));
}

/**
 * True when some statement allows the action to somebody of this account, under whatever condition.
 * @param policy text of a policy document
 */
export function allowsSomebodyHere(policy: string, action: string): boolean {
  const document = parsed(policy);
  return (isProperties(document) ? listed(document["Statement"]) : []).some((statement) => isProperties(statement) && statement["Effect"] === "Allow"
    && listed(statement["Action"]).some((pattern) => typeof pattern === "string" && covers(pattern, action))
    && [statement["Principal"]].flatMap((principal) => (isProperties(principal) ? listed(principal["AWS"]) : listed(principal)))
      .some((principal) => typeof principal === "string" && (principal === "*" || principal.includes(ACCOUNT))));
}

function covers(pattern: string, action: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "iu").test(action);
}

/** The document, or undefined for text that is not a JSON object or list. */
function parsed(text: string): Value | undefined {
  if (!/^\s*[[{]/u.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function normalized(value: Value): Value {
  if (isList(value)) {
    const items = value.map(normalized);
    const only = items[0];
    if (items.length === 1 && only !== undefined) {
      return only;
    }
    // Order is without meaning for lists of texts, such as actions; elsewhere it may matter.
    return items.every((item) => typeof item === "string") ? items.toSorted() : items;
  }
  if (isProperties(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalized(item)] as const).toSorted(([left], [right]) => (left < right ? -1 : 1)));
  }
  return value;
}

/** AWS principals of all statements. */
function principalsOf(document: Value): readonly string[] {
  const statements = isProperties(document) ? listed(document["Statement"]) : [];
  return statements.flatMap((statement) => (isProperties(statement) ? [statement["Principal"], statement["NotPrincipal"]] : []))
    .flatMap((principal) => (isProperties(principal) ? listed(principal["AWS"]) : []))
    .filter((principal) => typeof principal === "string");
}

function isMissing(principal: string, { inventory }: ResourceContext): boolean {
  const [, kind, path = ""] = new RegExp(`^arn:aws:iam::${ACCOUNT}:(role|user)/(.+)$`, "u").exec(principal) ?? [];
  const name = path.split("/").at(-1) ?? "";
  if (kind === "role") {
    return !path.startsWith("aws-service-role/") && inventory.find("aws:iam/role:Role", "", name) === undefined;
  }
  return kind === "user" && name !== "sandbox" && inventory.find("aws:iam/user:User", "", name) === undefined;
}

function listed(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : (isList(value) ? value : [value]);
}

