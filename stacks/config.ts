import * as pulumi from "@pulumi/pulumi";
import type * as z from "zod";
import { BACKUP_EVERY_HOURS, KubernetesVersion, LOG_RETENTION_DAYS, NatStrategy, ObjectLockMode } from "../components/index.ts";
import { cidr, confirmation, day, group, listOf, oneOf, oneOfNumbers, region, text, wholeNumber } from "./config-fields.ts";
import { type ConfigProblem, relationProblems } from "./config-relations.ts";

const waiver = group({
  reason: text(/\S.{9,}/u, "a sentence of at least 10 characters", "Say why the deployment must differ"),
  ticket: text(/\S/u, "the reference of the decision", "Give the ticket in which it was approved"),
  expires: day,
});

const lockMode = oneOf([ObjectLockMode.Governance, ObjectLockMode.Compliance], "GOVERNANCE can be lifted by an administrator, COMPLIANCE by nobody");
const confirmCompliance = confirmation("true says that nobody may ever lift the lock");

const objectLock = group({
  mode: lockMode,
  days: wholeNumber(1, 3650, "days", "Give the days for which nobody may delete or overwrite"),
  confirmCompliance,
});

const schema = group({
  "aws:region": region,
  prefix: text(/^(?=.{3,20}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, "3 to 20 of a-z, 0-9 and single -, starting with a letter", "Choose the first part of every resource's name"),
  environment: oneOf(["Production", "Staging", "Development"], "It becomes the Environment tag (S4-75)"),
  owner: text(/^[\p{L}\p{N}_.:/=+\-@][\p{L}\p{N}\p{Zs}_.:/=+\-@]{1,63}$/u, "2 to 64 letters, digits, spaces and _ . : / = + - @, as AWS takes in tags", "Name the team that answers for the stack (S4-77)"),
  network: group({
    cidr,
    zones: listOf(text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/u, "an availability zone such as us-east-1a", "Give zones of aws:region"), "availability zone", "Two zones are the least for high availability"),
    natGateways: oneOf([NatStrategy.OnePerAz, NatStrategy.Single, NatStrategy.None], "OnePerAz survives the loss of a zone"),
    allowedCidrs: listOf(cidr, "IPv4 block", "Who may reach the web tier; 0.0.0.0/0 is everybody"),
  }),
  cluster: group({
    version: oneOf([KubernetesVersion.V1_34, KubernetesVersion.V1_35, KubernetesVersion.V1_36], "These are in EKS standard support and have pinned add-ons; put the version in quotes"),
    nodes: group({
      instanceTypes: listOf(text(/^[a-z]+\d+[a-z-]*\.[a-z0-9-]+$/u, "an instance type such as m7i.large", "Give types of EC2"), "instance type", "Give types of EC2", 20),
      minimum: wholeNumber(2, 450, "nodes", "Two nodes, so that one may fail"),
      desired: wholeNumber(2, 450, "nodes", "Between minimum and maximum"),
      maximum: wholeNumber(2, 450, "nodes", "Not below desired"),
      diskGiB: wholeNumber(20, 1000, "GiB", "Images and logs need at least 20"),
    }),
  }),
  database: group({
    instanceClass: text(/^db\.[a-z0-9]+\.(?!(?:micro|small)$)[a-z0-9]+$/u, "an RDS class such as db.m7g.large, medium or larger", "Give a class of RDS for PostgreSQL; db.t4g.medium where cost decides"),
    storageGiB: wholeNumber(20, 59_578, "GiB", "gp3 starts at 20, and it must have room to grow to 65536"),
    maximumStorageGiB: wholeNumber(20, 65_536, "GiB", "Storage grows by itself up to this; at least a tenth above storageGiB"),
  }),
  phiBucket: group({ objectLock }),
  audit: group({
    retentionDays: wholeNumber(365, 36_500, "days", "365 is the documents' figure (S4-34); six years are 2192"),
    archiveAfterDays: wholeNumber(30, 3650, "days", "90 is the documents' figure (S4-33)"),
    objectLock,
    retentionWaiver: waiver.optional(),
  }),
  logs: group({
    retentionDays: oneOfNumbers(LOG_RETENTION_DAYS, "days, the terms of CloudWatch Logs from a year on",
      "365 is the documents' figure (S4-102); evidence outside Development is kept for six years, 2192"),
  }),
  backup: group({
    lock: group({
      mode: lockMode,
      minimumDays: wholeNumber(7, 35, "days", "No recovery point can be deleted earlier; continuous backups live 35 days"),
      maximumDays: wholeNumber(90, 36_500, "days", "Not shorter than monthlyRetentionDays"),
      confirmCompliance,
    }),
    everyHours: oneOfNumbers(BACKUP_EVERY_HOURS, "hours", "Time between backups that are copied to dr.region; it must divide a day"),
    monthlyRetentionDays: wholeNumber(90, 36_500, "days", "Monthly recovery points, copied to dr.region"),
  }),
  dr: group({ region }),
});

/** The configuration of one platform stack, checked and complete. */
export type PlatformConfig = Readonly<z.infer<typeof schema>>;

/**
 * Reads and checks the stack's configuration.
 * @throws {pulumi.RunError} with every problem: the key, the value, what is allowed, what to change
 */
export function readConfig(): PlatformConfig {
  const project = pulumi.getProject();
  const fields = Object.entries(pulumi.runtime.allConfig()).flatMap(([key, value]) => {
    const [namespace, name] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    return namespace === project ? [[name, parsed(value)] as const] : (key === "aws:region" ? [[key, value] as const] : []);
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
): PlatformConfig {
  const result = schema.safeParse(raw);
  const malformed = result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, raw));
  // Checks across fields run on what is well formed, so that one run reports everything.
  const value = (key: string): unknown => (malformed.some((problem) => isWithin(problem.key, key)) ? undefined : valueAt(raw, key.split(".")));
  const problems = [...malformed, ...relationProblems({ value, given: (key) => valueAt(raw, key.split(".")) !== undefined }, today)];
  if (result.success && problems.length === 0) {
    return result.data;
  }
  const lines = problems.map((problem) => `  - ${qualified(problem.key, project)} = ${shown(problem, secrets)}: ${problem.advice}`);
  const count = problems.length === 1 ? "1 value" : `${String(problems.length)} values`;
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
