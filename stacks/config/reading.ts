import * as pulumi from "@pulumi/pulumi";
import type * as z from "zod";
import type { ConfigProblem, WellFormed } from "./relations.ts";

/** A stack's configuration as the engine hands it over, and whose it is. */
export interface HandedOver {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly stack: string;
  readonly project: string;
  /** Top-level fields whose value is stored as a secret, and never repeated. */
  readonly secrets: ReadonlySet<string>;
}

/** This project's own configuration, with the region of the provider. */
export function handedOver(): HandedOver {
  const project = pulumi.getProject();
  const fields = Object.entries(pulumi.runtime.allConfig()).flatMap(([key, value]) => {
    const [namespace, name] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    // Pulumi.yaml fills in {} for a group that a stack's file leaves out.
    return namespace === project ? (value === "{}" ? [] : [[name, parsed(value)] as const]) : (key === "aws:region" ? [[key, value] as const] : []);
  });
  return { raw: Object.fromEntries(fields), stack: pulumi.getStack(), project, secrets: secretFields(project) };
}

/** What is checked of a configuration. */
export interface ConfigChecks<Config> {
  readonly schema: z.ZodType<Config>;
  /** Problems between fields; asked of what is well formed, so that one run reports everything. */
  readonly relations: (config: WellFormed, today: Date) => readonly ConfigProblem[];
  /** What can be said only of a configuration that is whole. */
  readonly refusals: (config: Config) => readonly ConfigProblem[];
}

/**
 * The configuration, complete.
 * @throws {pulumi.RunError} with every problem: the key, the value, what is allowed, what to change
 */
export function checkedConfig<Config>(raw: HandedOver["raw"], { stack, project, secrets, today }: Omit<HandedOver, "raw"> & { readonly today: Date }, checks: ConfigChecks<Config>): Config {
  const result = checks.schema.safeParse(raw);
  const malformed = result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, raw));
  const value = (key: string): unknown => (malformed.some((problem) => isWithin(problem.key, key)) ? undefined : valueAt(raw, key.split(".")));
  const problems = [...malformed, ...checks.relations({ value, given: (key) => valueAt(raw, key.split(".")) !== undefined }, today)];
  const refused = result.success && problems.length === 0 ? checks.refusals(result.data) : problems;
  if (result.success && refused.length === 0) {
    return result.data;
  }
  const lines = refused.map((problem) => `  - ${qualified(problem.key, project)} = ${shown(problem, secrets)}: ${problem.advice}`);
  const count = refused.length === 1 ? "1 value" : `${String(refused.length)} values`;
  throw new pulumi.RunError(`Pulumi.${stack}.yaml: ${count} cannot be used; nothing was created.\n${lines.join("\n")}`);
}

/** A field's problem; or one for each name in a group that is no field of it. */
function problemsOf(issue: z.core.$ZodIssue, raw: unknown): readonly ConfigProblem[] {
  const { path, message } = issue;
  if (issue.code !== "unrecognized_keys") {
    return [{ key: keyOf(path), value: valueAt(raw, path), advice: message }];
  }
  const owner = path.length === 0 ? "a stack" : keyOf(path);
  return issue.keys.map((name) => ({ key: keyOf([...path, name]), value: NOT_A_FIELD, advice: `${owner} ${message}` }));
}

/** In place of a value that nobody reads, and that may be anything. */
const NOT_A_FIELD = Symbol("not a field");

/** A value as an error repeats it: on one line, not at length, and never a secret. */
function shown({ key, value }: ConfigProblem, secrets: ReadonlySet<string>): string {
  if (value === undefined || value === NOT_A_FIELD) {
    return value === undefined ? "(missing)" : "(not a field)";
  }
  if ([...secrets].some((secret) => isWithin(key, secret))) {
    return "(secret)";
  }
  const written = typeof value === "number" ? String(value) : JSON.stringify(value);
  return written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN)}...` : written;
}

const LONGEST_SHOWN = 100;

/** `["network", "zones", 1]` is `network.zones[1]`; a name that could break the line is put in quotes. */
function keyOf(path: readonly PropertyKey[]): string {
  return path.map((part, index) => {
    if (typeof part === "number") {
      return `[${String(part)}]`;
    }
    const name = String(part);
    return `${index === 0 ? "" : "."}${/^[\w:-]+$/u.test(name) ? name : JSON.stringify(name)}`;
  }).join("");
}

/** True for the field itself and for what lies in it. */
function isWithin(key: string, field: string): boolean {
  return key === field || key.startsWith(`${field}.`) || key.startsWith(`${field}[`);
}

function qualified(key: string, project: string): string {
  return key === "aws:region" ? key : `${project}:${key}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((current, name) => (typeof current === "object" && current !== null && Object.hasOwn(current, name) ? Reflect.get(current, name) : undefined), value);
}

/** Pulumi hands groups and lists over as JSON text, everything else as plain text: an owner called 2024 stays text. */
function parsed(value: string): unknown {
  if (!/^[[{]/u.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Pulumi tells a program by this variable which keys of its configuration are secret. */
function secretFields(project: string): ReadonlySet<string> {
  const keys: unknown = JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] ?? "[]");
  const prefix = `${project}:`;
  return new Set(Array.isArray(keys) ? keys.filter((key) => typeof key === "string").map((key) => key.replace(":config:", ":")).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)) : []);
}
