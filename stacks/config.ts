import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";
import { KubernetesVersion, NatStrategy, ObjectLockMode, planAddresses } from "../components/index.ts";
import { cidr, group, listOf, oneOf, oneOfNumbers, region, text, wholeNumber } from "./config-fields.ts";

/** Days that 45 CFR 164.316(b)(2)(i) keeps required documentation: six years, leap days included. */
const SIX_YEARS = 2192;

const waiver = group({
  reason: text(/\S.{9,}/u, "a sentence of at least 10 characters", "Say why the deployment must differ"),
  ticket: text(/\S+/u, "the reference of the decision", "Give the ticket in which it was approved"),
  expires: text(/^\d{4}-\d{2}-\d{2}$/u, "a date such as 2027-01-31", "Give the day on which the waiver ends"),
});

const lockMode = oneOf([ObjectLockMode.Governance, ObjectLockMode.Compliance], "GOVERNANCE can be lifted by an administrator, COMPLIANCE by nobody");

const objectLock = group({
  mode: lockMode,
  days: wholeNumber(1, 3650, "days", "Give the days for which nobody may delete or overwrite"),
  confirmCompliance: z.boolean().default(false),
});

const schema = group({
  "aws:region": region,
  prefix: text(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/u, "3 to 20 of a-z, 0-9 and -, starting with a letter", "Choose the first part of every resource's name"),
  environment: oneOf(["Production", "Staging", "Development"], "It becomes the Environment tag (S4-75)"),
  owner: text(/^\S.{1,63}$/u, "2 to 64 characters", "Name the team that answers for the stack (S4-77)"),
  network: group({
    cidr,
    zones: listOf(text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/u, "an availability zone such as us-east-1a", "Give zones of aws:region"), "availability zone", "Two zones are the least for high availability"),
    natGateways: oneOf([NatStrategy.OnePerAz, NatStrategy.Single, NatStrategy.None], "OnePerAz survives the loss of a zone"),
    allowedCidrs: listOf(cidr, "IPv4 block", "Who may reach the web tier; 0.0.0.0/0 is everybody"),
  }),
  cluster: group({
    version: oneOf([KubernetesVersion.V1_34, KubernetesVersion.V1_35], "These are in EKS standard support and have pinned add-ons; put the version in quotes"),
    nodes: group({
      instanceTypes: listOf(text(/^[a-z0-9-]+\.[a-z0-9]+$/u, "an instance type such as m7i.large", "Give types of EC2"), "instance type", "Give types of EC2"),
      minimum: wholeNumber(2, 450, "nodes", "Two nodes, so that one may fail"),
      desired: wholeNumber(2, 450, "nodes", "Between minimum and maximum"),
      maximum: wholeNumber(2, 450, "nodes", "Not below desired"),
      diskGiB: wholeNumber(20, 1000, "GiB", "Images and logs need at least 20"),
    }),
  }),
  database: group({
    instanceClass: text(/^db\.[a-z0-9]+\.[a-z0-9]+$/u, "an RDS class such as db.m7g.large", "Give a class of RDS for PostgreSQL"),
    storageGiB: wholeNumber(20, 65_536, "GiB", "gp3 starts at 20"),
    maximumStorageGiB: wholeNumber(22, 65_536, "GiB", "Storage grows by itself up to this; at least 10 % above storageGiB"),
  }),
  phiBucket: group({ objectLock }),
  audit: group({
    retentionDays: wholeNumber(365, 36_500, "days", "365 is the documents' figure (S4-34); six years are 2192"),
    archiveAfterDays: wholeNumber(30, 3650, "days", "90 is the documents' figure (S4-33)"),
    objectLock,
    retentionWaiver: waiver.optional(),
  }),
  logs: group({
    retentionDays: oneOfNumbers([365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], "days, the terms of CloudWatch Logs from a year on",
      "365 is the documents' figure (S4-102); evidence outside Development is kept for six years, 2192"),
  }),
  backup: group({
    lock: group({
      mode: lockMode,
      minimumDays: wholeNumber(1, 36_500, "days", "Recovery points cannot be deleted earlier"),
      maximumDays: wholeNumber(1, 36_500, "days", "Not shorter than the longest rule"),
      confirmCompliance: z.boolean().default(false),
    }),
    everyHours: wholeNumber(1, 24, "hours", "Hours between backups that are copied to dr.region"),
    monthlyRetentionDays: wholeNumber(90, 36_500, "days", "Monthly recovery points, copied to dr.region"),
  }),
  dr: group({ region }),
});

/** The configuration of one platform stack, checked and complete. */
export type PlatformConfig = Readonly<z.infer<typeof schema>>;

/** One value that cannot be used. */
interface ConfigProblem {
  readonly key: string;
  readonly value: unknown;
  readonly advice: string;
}

/**
 * Reads and checks the stack's configuration.
 * @throws {pulumi.RunError} with every problem: the key, the value, what is allowed, what to change
 */
export function readConfig(): PlatformConfig {
  const project = pulumi.getProject();
  const raw: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(pulumi.runtime.allConfig())) {
    const [namespace, name] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    if (namespace === project) {
      raw[name] = parsed(value);
    } else if (key === "aws:region") {
      raw[key] = value;
    }
  }
  return parseConfig(raw, pulumi.getStack(), project);
}

/** The pure part of readConfig. */
export function parseConfig(raw: Readonly<Record<string, unknown>>, stack: string, project: string): PlatformConfig {
  const result = schema.safeParse(raw);
  const shape = result.success ? [] : result.error.issues.map((issue): ConfigProblem => {
    const path = issue.path.map(String);
    return { key: path.join("."), value: valueAt(raw, path), advice: issue.message };
  });
  // Checks across fields run on what is well formed, so that one run reports everything.
  const problems = [...shape, ...relationProblems(raw, new Set(shape.map(({ key }) => key)))];
  if (result.success && problems.length === 0) {
    return result.data;
  }
  const lines = problems.map(({ key, value, advice }) => `  - ${qualified(key, project)} = ${value === undefined ? "(missing)" : JSON.stringify(value)}: ${advice}`);
  const count = problems.length === 1 ? "1 value" : `${String(problems.length)} values`;
  throw new pulumi.RunError(`Pulumi.${stack}.yaml: ${count} cannot be used; nothing was created.\n${lines.join("\n")}`);
}

/** Problems that only show between fields. */
function relationProblems(raw: Readonly<Record<string, unknown>>, bad: ReadonlySet<string>): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const get = <T>(field: z.ZodType<T>, ...path: readonly string[]): T | undefined => {
    const parsedField = bad.has(path.join(".")) ? undefined : field.safeParse(valueAt(raw, path));
    return parsedField?.success === true ? parsedField.data : undefined;
  };
  const refuse = (key: string, value: unknown, advice: string): void => {
    problems.push({ key, value, advice });
  };
  const home = get(z.string(), "aws:region");
  const recovery = get(z.string(), "dr", "region");
  if (home !== undefined && home === recovery) {
    refuse("dr.region", recovery, `a region other than aws:region (${home}). Choose one far enough not to share its disasters, such as us-west-2`);
  }
  const block = get(z.string(), "network", "cidr");
  const zones = get(z.array(z.string()), "network", "zones");
  if (home !== undefined && block !== undefined && zones !== undefined) {
    const { problems: misfits } = planAddresses({ region: home, zones, cidrBlock: block, tiers: {}, podCidrBlock: undefined });
    for (const { argument, value, allowed, change } of misfits) {
      refuse(argument.startsWith("zones") ? `network.${argument}` : "network.cidr", value, `${allowed}. ${change}`);
    }
  }
  const environment = get(z.string(), "environment");
  const retention = get(z.number(), "audit", "retentionDays");
  const waived = get(waiver, "audit", "retentionWaiver");
  if (environment === "Production" && retention !== undefined && retention < SIX_YEARS && waived === undefined) {
    refuse("audit.retentionDays", retention, `at least ${String(SIX_YEARS)} days in Production, the six years of 45 CFR 164.316(b)(2)(i). Raise it, or set audit.retentionWaiver with reason, ticket and expires`);
  }
  const lockDays = get(z.number(), "audit", "objectLock", "days");
  if (retention !== undefined && lockDays !== undefined && lockDays > retention) {
    refuse("audit.objectLock.days", lockDays, `at most audit.retentionDays (${String(retention)}): a locked log cannot expire. Lower it or raise the retention`);
  }
  for (const lock of ["phiBucket.objectLock", "audit.objectLock", "backup.lock"]) {
    const path = lock.split(".");
    if (get(z.string(), ...path, "mode") === ObjectLockMode.Compliance && get(z.boolean(), ...path, "confirmCompliance") !== true) {
      refuse(`${lock}.mode`, ObjectLockMode.Compliance, `with ${lock}.confirmCompliance: true only. Nobody, AWS included, can delete what is locked before its time; confirm it`);
    }
  }
  const monthly = get(z.number(), "backup", "monthlyRetentionDays");
  const longest = get(z.number(), "backup", "lock", "maximumDays");
  if (monthly !== undefined && longest !== undefined && monthly > longest) {
    refuse("backup.monthlyRetentionDays", monthly, `at most backup.lock.maximumDays (${String(longest)}), or every monthly job fails. Lower it or raise the lock's maximum`);
  }
  const [minimum, desired, maximum] = ["minimum", "desired", "maximum"].map((name) => get(z.number(), "cluster", "nodes", name));
  if (minimum !== undefined && desired !== undefined && maximum !== undefined && !(minimum <= desired && desired <= maximum)) {
    refuse("cluster.nodes.desired", desired, `from minimum (${String(minimum)}) to maximum (${String(maximum)}). Correct one of the three`);
  }
  const storage = get(z.number(), "database", "storageGiB");
  const ceiling = get(z.number(), "database", "maximumStorageGiB");
  if (storage !== undefined && ceiling !== undefined && ceiling < storage * 1.1) {
    refuse("database.maximumStorageGiB", ceiling, `at least 10 % above storageGiB (${String(storage)}), or RDS refuses it. Raise it`);
  }
  return problems;
}

function qualified(key: string, project: string): string {
  return key === "aws:region" ? key : `${project}:${key}`;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((current, name) => (typeof current === "object" && current !== null ? Reflect.get(current, name) : undefined), value);
}

/** Pulumi hands groups over as JSON text and everything else as plain text. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
