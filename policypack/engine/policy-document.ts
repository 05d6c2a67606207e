import { parseCondition, type Condition } from "./policy-document-conditions.ts";
import type { Reader } from "./reader.ts";
import type { Finding } from "./rule.ts";

export type PrincipalKind = "AWS" | "Service" | "Federated" | "CanonicalUser";

/** One principal; `"*"` alone and `{ "AWS": "*" }` read the same. */
export interface Principal {
  readonly kind: PrincipalKind;
  readonly value: string;
}

/** One statement, every element a list; an element that was not given is undefined. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly Principal[] | undefined;
  readonly notPrincipals: readonly Principal[] | undefined;
  readonly actions: readonly string[] | undefined;
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[] | undefined;
  readonly notResources: readonly string[] | undefined;
  readonly conditions: readonly Condition[];
}

export type PolicyDocument =
  | { readonly kind: "document"; readonly statements: readonly Statement[] }
  | { readonly kind: "malformed"; readonly problem: string };

/** What a rule says of one statement; `path` is where it stands, such as `policy.Statement[0]`. */
export type StatementCheck = (statement: Statement, path: string) => readonly Finding[];

/** Reads a policy given as JSON or as an object; undefined when it was not given. Throws UndecidedError. */
export function documentOf(props: Reader, name: string): PolicyDocument | undefined {
  const value = props.plain(name);
  if (value === undefined || value === null || value === "") {
    return undefined;
  }
  return parsePolicy(typeof value === "string" ? value : JSON.stringify(value));
}

/** Judges every statement of a policy; a text that is no policy is a finding of its own. */
export function judgeStatements(props: Reader, name: string, check: StatementCheck): readonly Finding[] {
  const document = documentOf(props, name);
  if (document === undefined) {
    return [];
  }
  return document.kind === "malformed"
    ? [malformed(props.pathOf(name), document.problem)]
    : document.statements.flatMap((statement, index) => check(statement, `${props.pathOf(name)}.Statement[${String(index)}]`));
}

export function malformed(property: string, problem: string): Finding {
  return { property, found: `a text that is not a policy document (${problem})`, required: "a JSON policy document that AWS accepts" };
}

/** Parsed documents by text: many rules ask about the same one. Emptied when full, as a pack may serve for long. */
const parsed = new Map<string, PolicyDocument>();
const MOST_PARSED = 5000;

export function parsePolicy(text: string): PolicyDocument {
  const known = parsed.get(text);
  if (known !== undefined) {
    return known;
  }
  if (parsed.size >= MOST_PARSED) {
    parsed.clear();
  }
  const document = parse(text);
  parsed.set(text, document);
  return document;
}

class Malformed extends Error {}

function parse(text: string): PolicyDocument {
  try {
    const { Statement: statements } = asObject(JSON.parse(text), "the document");
    if (statements === undefined) {
      throw new Malformed("no Statement");
    }
    return { kind: "document", statements: asList(statements).map(statementFrom) };
  } catch (error) {
    if (error instanceof Malformed) {
      return { kind: "malformed", problem: error.message };
    }
    if (error instanceof SyntaxError) {
      return { kind: "malformed", problem: "not JSON" };
    }
    throw error;
  }
}

const ELEMENTS = new Set(["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"]);

function statementFrom(value: unknown): Statement {
  const given = asObject(value, "a statement");
  const stranger = Object.keys(given).find((key) => !ELEMENTS.has(key));
  if (stranger !== undefined) {
    throw new Malformed(`the element ${stranger} does not exist`);
  }
  const { Effect: effect } = given;
  if (effect !== "Allow" && effect !== "Deny") {
    throw new Malformed("an Effect other than Allow and Deny");
  }
  for (const element of ["Action", "Resource", "Principal"] as const) {
    if (given[element] !== undefined && given[`Not${element}`] !== undefined) {
      throw new Malformed(`${element} and Not${element} in one statement`);
    }
  }
  if (given["Action"] === undefined && given["NotAction"] === undefined) {
    throw new Malformed("a statement without Action");
  }
  return {
    effect,
    principals: principalsFrom(given["Principal"]),
    notPrincipals: principalsFrom(given["NotPrincipal"]),
    actions: stringsFrom(given["Action"], "Action"),
    notActions: stringsFrom(given["NotAction"], "NotAction"),
    resources: stringsFrom(given["Resource"], "Resource"),
    notResources: stringsFrom(given["NotResource"], "NotResource"),
    conditions: conditionsFrom(given["Condition"]),
  };
}

function principalsFrom(value: unknown): readonly Principal[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (value === "*") {
    return [{ kind: "AWS", value }];
  }
  return Object.entries(asObject(value, "Principal")).flatMap(([kind, names]) => {
    if (kind !== "AWS" && kind !== "Service" && kind !== "Federated" && kind !== "CanonicalUser") {
      throw new Malformed(`a principal of the kind ${kind}`);
    }
    return (stringsFrom(names, "Principal") ?? []).map((name) => ({ kind, value: name }));
  });
}

function conditionsFrom(value: unknown): readonly Condition[] {
  return Object.entries(asObject(value ?? {}, "Condition")).flatMap(([operator, keys]) =>
    Object.entries(asObject(keys, `Condition.${operator}`)).map(([key, values]) => parseCondition(operator, key, stringsFrom(values, "a condition value") ?? [])),
  );
}

function stringsFrom(value: unknown, element: string): readonly string[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  return asList(value).map((item) => {
    if (typeof item === "string") {
      return item;
    }
    if (typeof item === "boolean" || typeof item === "number") {
      return String(item);
    }
    throw new Malformed(`${element} is neither a text nor a list of texts`);
  });
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function asObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Malformed(`${what} is not an object`);
  }
  return Object.fromEntries(Object.entries(value));
}
