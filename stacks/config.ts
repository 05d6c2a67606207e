import * as pulumi from "@pulumi/pulumi";
import type * as z from "zod";
import { componentProblems } from "./config-components.ts";
import { type ConfigProblem, relationProblems } from "./config-relations.ts";
import { schema } from "./config-schema.ts";
import { serverlessSchema } from "./config-serverless.ts";
import { budgetProblems } from "./cost/budget.ts";

/** The configuration of one platform stack, checked and complete. */
export type PlatformConfig = Readonly<z.infer<typeof schema>>;
/** The same of a stack without network, cluster and database. */
export type ServerlessConfig = Readonly<z.infer<typeof serverlessSchema>>;
/** The configuration of any stack; `profile` tells which. */
export type StackConfig = PlatformConfig | ServerlessConfig;

/**
 * Reads and checks the stack's configuration.
 * @throws {pulumi.RunError} with every problem: the key, the value, what is allowed, what to change
 */
export function readConfig(): StackConfig {
  const project = pulumi.getProject();
  const fields = Object.entries(pulumi.runtime.allConfig()).flatMap(([key, value]) => {
    const [namespace, name] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    // Pulumi.yaml fills in {} for a group that a stack's file leaves out.
    return namespace === project ? (value === "{}" ? [] : [[name, parsed(value)] as const]) : (key === "aws:region" ? [[key, value] as const] : []);
  });
  return parseConfig(Object.fromEntries(fields), pulumi.getStack(), project, { secrets: secretFields(project) });
}

/** What parseConfig takes beside the configuration. */
export interface ParseOptions {
  /**
   * Day against which waivers expire.
   * @default now
   */
  readonly today?: Date;
  /**
   * Top-level fields whose value is stored as a secret, and never repeated.
   * @default none
   */
  readonly secrets?: ReadonlySet<string>;
}

/**
 * The pure part of readConfig.
 * @throws {pulumi.RunError} as readConfig does
 */
export function parseConfig(
  raw: Readonly<Record<string, unknown>>, stack: string, project: string, { today = new Date(), secrets = new Set() }: ParseOptions = {},
): StackConfig {
  const result: z.ZodSafeParseResult<StackConfig> = (raw["profile"] === "serverless" ? serverlessSchema : schema).safeParse(raw);
  const malformed = result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, raw));
  // Checks across fields run on what is well formed, so that one run reports everything.
  const value = (key: string): unknown => (malformed.some((problem) => isWithin(problem.key, key)) ? undefined : valueAt(raw, key.split(".")));
  const problems = [...malformed, ...relationProblems({ value, given: (key) => valueAt(raw, key.split(".")) !== undefined }, today)];
  // What components refuse and what the stack costs can be said only of a configuration that is whole.
  const refused = result.success && problems.length === 0 ? [...(result.data.profile === "platform" ? componentProblems(result.data) : []), ...budgetProblems(result.data)] : problems;
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
