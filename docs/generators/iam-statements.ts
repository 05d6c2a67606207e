import type { Reasons } from "./iam-reasons.ts";

/** One statement of a policy, as a person reads it. */
export interface ReportedStatement {
  readonly sid: string;
  readonly effect: string;
  /** Who is allowed or denied; empty in policies of identities. */
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** One line each, such as `StringEquals aws:SourceAccount = 123456789012`. */
  readonly conditions: readonly string[];
  /** Undefined where no component says why. */
  readonly reason: string | undefined;
}

/** The statements of a document with their reasons. One that is not known, or no document, is a statement without a reason. */
export function statementsOf(document: unknown, reasons: Reasons): readonly ReportedStatement[] {
  const statements = typeof document === "string" ? parsedStatements(document) : undefined;
  if (statements === undefined || typeof document !== "string") {
    return [{ sid: "a document that is not known before it is deployed", effect: "Allow", principals: [], actions: [], resources: [], conditions: [], reason: undefined }];
  }
  return statements.map((statement, index) => ({
    sid: texts(statement["Sid"])[0] ?? `statement ${String(index + 1)}`,
    effect: texts(statement["Effect"]).join(),
    principals: principalsOf(statement["Principal"]),
    actions: [...texts(statement["Action"]), ...texts(statement["NotAction"]).map((action) => `all but ${action}`)],
    resources: [...texts(statement["Resource"]), ...texts(statement["NotResource"]).map((resource) => `all but ${resource}`)],
    conditions: conditionsOf(statement["Condition"]),
    reason: reasons.statement(document, index),
  }));
}

function parsedStatements(document: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    const { Statement: statements }: { readonly Statement?: unknown } = Object(JSON.parse(document));
    return (Array.isArray(statements) ? statements : [statements]).map((statement: unknown) => ({ ...Object(statement) }));
  } catch {
    return undefined;
  }
}

function principalsOf(principal: unknown): readonly string[] {
  return typeof principal === "string" ? [principal] : Object.entries(Object(principal ?? {})).flatMap(([kind, names]) => texts(names).map((name) => (kind === "Service" ? name : `${kind} ${name}`)));
}

function conditionsOf(condition: unknown): readonly string[] {
  return Object.entries(Object(condition ?? {})).flatMap(([operator, keys]) =>
    Object.entries(Object(keys)).map(([key, values]) => `${operator} ${key} = ${texts(values).join(" or ")}`));
}

function texts(value: unknown): readonly string[] {
  return value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);
}
