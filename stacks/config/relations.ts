import { DatabaseEngine, ObjectLockMode, planAddresses } from "../../components/index.ts";
import { attainedObjectives, DrMode } from "../recovery-objectives.ts";

/** One value that cannot be used. */
export interface ConfigProblem {
  /** Path of the field, such as `network.zones[1]`. */
  readonly key: string;
  /** What stands in the file; undefined where nothing does. */
  readonly value: unknown;
  /** What is allowed, and what to change. */
  readonly advice: string;
}

/** The configuration as far as it is well formed. */
export interface WellFormed {
  /** Undefined for a field that is malformed or missing. */
  value(key: string): unknown;
  /** Something stands there, well formed or not. */
  given(key: string): boolean;
}

/** Days that 45 CFR 164.316(b)(2)(i) keeps required documentation: six years, leap days included. */
const SIX_YEARS = 2192;
/** Stands in for a field that cannot be read, so that what depends on the others is still checked. */
const EXAMPLE = { region: "us-east-1", zones: ["us-east-1a", "us-east-1b"], cidr: "10.0.0.0/16" };

/** Problems that only show between fields; whatever a component would refuse later is refused here, before anything exists. */
export function relationProblems(config: WellFormed, today: Date): readonly ConfigProblem[] {
  return [
    ...regionProblems(config),
    ...addressProblems(config),
    ...nodeProblems(config),
    ...storageProblems(config),
    ...auditProblems(config),
    ...waiverProblems(config, today),
    ...["phiBucket.objectLock", "audit.objectLock", "backup.lock"].flatMap((lock) => confirmationProblems(config, lock)),
    ...backupProblems(config),
    ...recoveryRegionProblems(config),
    ...checkProblems(config),
    ...widerPolicyProblems(config),
    ...objectiveProblems(config),
    ...grafanaProblems(config),
  ];
}

function regionProblems(config: WellFormed): readonly ConfigProblem[] {
  const home = textAt(config, "aws:region");
  const recovery = textAt(config, "dr.region");
  return home === undefined || recovery !== home ? [] : [{
    key: "dr.region", value: recovery, advice: `a region other than aws:region (${home}). Choose one far enough not to share its disasters, such as ${home === "us-west-2" ? "us-east-1" : "us-west-2"}`,
  }];
}

function addressProblems(config: WellFormed): readonly ConfigProblem[] {
  const [home, block, zones] = [textAt(config, "aws:region"), textAt(config, "network.cidr"), textsAt(config, "network.zones")];
  const { problems } = planAddresses({ region: home ?? EXAMPLE.region, zones: zones ?? EXAMPLE.zones, cidrBlock: block ?? EXAMPLE.cidr, tiers: {}, podCidrBlock: undefined });
  const misfits = problems.filter(({ argument }) => (argument === "zones" ? true : argument.startsWith("zones[") ? home !== undefined : block !== undefined));
  const allowed = textsAt(config, "network.allowedCidrs") ?? [];
  return [
    ...misfits.map(({ argument, value, allowed: fits, change }) => ({ key: argument.startsWith("zones") ? `network.${argument}` : "network.cidr", value, advice: `${fits}. ${change}` })),
    ...(new Set(allowed).size === allowed.length ? [] : [{ key: "network.allowedCidrs", value: allowed, advice: "each block once. Leave the second mention out" }]),
  ];
}

function nodeProblems(config: WellFormed): readonly ConfigProblem[] {
  const [minimum, desired, maximum] = ["minimum", "desired", "maximum"].map((name) => numberAt(config, `cluster.nodes.${name}`));
  const types = textsAt(config, "cluster.nodes.instanceTypes") ?? [];
  // Graviton families have a g right after the generation: m7g, c6gn.
  const graviton = types.filter((type) => /^[a-z]+\d+g/u.test(type)).length;
  return [
    ...(minimum === undefined || desired === undefined || maximum === undefined || (minimum <= desired && desired <= maximum) ? [] : [{
      key: "cluster.nodes.desired", value: desired, advice: `from minimum (${String(minimum)}) to maximum (${String(maximum)}). Correct one of the three`,
    }]),
    ...(graviton === 0 || graviton === types.length ? [] : [{
      key: "cluster.nodes.instanceTypes", value: types, advice: "types of one processor architecture, as a node group has one image. Take Graviton types (m7g) or others (m7i), not both",
    }]),
  ];
}

function storageProblems(config: WellFormed): readonly ConfigProblem[] {
  const [storage, ceiling] = [numberAt(config, "database.storageGiB"), numberAt(config, "database.maximumStorageGiB")];
  return storage === undefined || ceiling === undefined || ceiling >= storage * 1.1 ? [] : [{
    key: "database.maximumStorageGiB", value: ceiling, advice: `at least ${String(Math.ceil(storage * 1.1))}, a tenth above storageGiB (${String(storage)}), or RDS refuses it. Raise it`,
  }];
}

function auditProblems(config: WellFormed): readonly ConfigProblem[] {
  const [retention, lock, archive] = ["retentionDays", "objectLock.days", "archiveAfterDays"].map((name) => numberAt(config, `audit.${name}`));
  if (retention === undefined) {
    return [];
  }
  const floor = textAt(config, "environment") === "Production" && retention < SIX_YEARS && !config.given("audit.retentionWaiver");
  return [
    ...(floor ? [{
      key: "audit.retentionDays", value: retention,
      advice: `at least ${String(SIX_YEARS)} days in Production, the six years of 45 CFR 164.316(b)(2)(i). Raise it, or set audit.retentionWaiver with reason, ticket and expires`,
    }] : []),
    ...(lock === undefined || lock <= retention ? [] : [{
      key: "audit.objectLock.days", value: lock, advice: `at most audit.retentionDays (${String(retention)}): a locked log cannot expire. Lower it or raise the retention`,
    }]),
    ...(archive === undefined || archive < retention ? [] : [{
      key: "audit.archiveAfterDays", value: archive, advice: `less than audit.retentionDays (${String(retention)}): an expired log cannot be archived. Lower it or raise the retention`,
    }]),
  ];
}

/** A waiver holds to the end of its last day, UTC. */
function waiverProblems(config: WellFormed, today: Date): readonly ConfigProblem[] {
  const expires = textAt(config, "audit.retentionWaiver.expires");
  const now = today.toISOString().slice(0, 10);
  return expires === undefined || expires >= now ? [] : [{
    key: "audit.retentionWaiver.expires", value: expires, advice: `a day that is not over; today is ${now}. Raise audit.retentionDays and remove the waiver, or have it approved again`,
  }];
}

function confirmationProblems(config: WellFormed, lock: string): readonly ConfigProblem[] {
  const key = `${lock}.confirmCompliance`;
  const confirmed = config.value(key);
  const malformed = confirmed === undefined && config.given(key);
  return config.value(`${lock}.mode`) !== ObjectLockMode.Compliance || confirmed === true || malformed ? [] : [{
    key, value: confirmed,
    advice: "true, as nobody, AWS included, can lift a COMPLIANCE lock before its time. Confirm that, or set mode to GOVERNANCE",
  }];
}

function backupProblems(config: WellFormed): readonly ConfigProblem[] {
  const [monthly, longest, apart] = ["backup.monthlyRetentionDays", "backup.lock.maximumDays", "backup.airGapped.retentionDays"].map((key) => numberAt(config, key));
  const outlives = (key: string, days: number | undefined, job: string): readonly ConfigProblem[] => (days === undefined || longest === undefined || days <= longest ? [] : [{
    key, value: days, advice: `at most backup.lock.maximumDays (${String(longest)}), or every ${job} job fails. Lower it or raise the lock's maximum`,
  }]);
  const confirmed = config.value("backup.airGapped.confirmCompliance");
  return [
    ...outlives("backup.monthlyRetentionDays", monthly, "monthly"),
    ...outlives("backup.airGapped.retentionDays", apart, "air-gapped"),
    ...(apart === undefined || confirmed === true || (confirmed === undefined && config.given("backup.airGapped.confirmCompliance")) ? [] : [{
      key: "backup.airGapped.confirmCompliance", value: confirmed, advice: "true, as an air-gapped vault is always under a COMPLIANCE lock, which nobody can lift before its time. Confirm that, or remove backup.airGapped",
    }]),
  ];
}

function recoveryRegionProblems(config: WellFormed): readonly ConfigProblem[] {
  const [home, recovery, active] = ["aws:region", "dr.region", "dr.activeRegion"].map((key) => textAt(config, key));
  const [mode, zones] = [textAt(config, "dr.mode"), textsAt(config, "dr.network.zones")];
  return [
    ...(mode === undefined || mode === DrMode.Backup || config.given("dr.network") ? [] : [{
      key: "dr.network", value: undefined, advice: `cidr and zones of a network in dr.region, which ${mode} keeps ready. Give both, or set dr.mode to backup`,
    }]),
    ...(mode !== DrMode.WarmStandby || config.value("database.engine") === DatabaseEngine.AuroraPostgres ? [] : [{
      key: "dr.mode", value: mode, advice: "backup or pilotLight, unless database.engine is aurora-postgresql, whose secondary runs all the time. Choose one of the two, or that engine",
    }]),
    ...(active === undefined || active === home || active === recovery ? [] : [{
      key: "dr.activeRegion", value: active, advice: `aws:region (${home ?? ""}), or dr.region (${recovery ?? ""}) once its replicas are promoted. Leave it out until a failover`,
    }]),
    ...(active !== recovery || active === undefined || mode !== DrMode.Backup ? [] : [{
      key: "dr.activeRegion", value: active, advice: "aws:region where dr.mode is backup: there is no replica to promote. Restore from the copies instead",
    }]),
    ...(recovery === undefined || zones === undefined || zones.every((zone) => zone.startsWith(recovery)) ? [] : [{
      key: "dr.network.zones", value: zones, advice: `zones of dr.region (${recovery}). Name some such as ${recovery}a`,
    }]),
  ];
}

/** The compliance check belongs to the stack that has AWS Config, and publishes to a topic whose key it may use. */
function checkProblems(config: WellFormed): readonly ConfigProblem[] {
  const [check, alias] = ["compliance.check", "compliance.check.topicKeyAlias"];
  if (!config.given(check)) {
    return [];
  }
  const [elsewhere, existing] = [config.value("account.managedHere") === false, config.given("alerts.existingTopicArn")];
  return [
    ...(elsewhere ? [{ key: check, value: config.value(check), advice: "nothing where account.managedHere is false: the check is part of the stack that has AWS Config. Remove it here, and set it there" }] : []),
    ...(existing && !config.given(alias) ? [{
      key: alias, value: undefined, advice: "the alias of the key of alerts.existingTopicArn, or results of the check reach nobody. Give it, alias/aws/sns for AWS's own key",
    }] : []),
    ...(!existing && config.value(alias) !== undefined ? [{ key: alias, value: config.value(alias), advice: "nothing without alerts.existingTopicArn: the stack's own topics have the stack's own key. Remove it" }] : []),
  ];
}

function grafanaProblems(config: WellFormed): readonly ConfigProblem[] {
  return config.value("observability.managedGrafana") !== true || config.value("observability.prometheus") !== false ? [] : [{
    key: "observability.managedGrafana", value: true, advice: "false where observability.prometheus is false: it shows the metrics of Prometheus. Leave prometheus out, or managedGrafana",
  }];
}

/** A wider policy without need is nobody's wish. */
function widerPolicyProblems(config: WellFormed): readonly ConfigProblem[] {
  const [key, given] = ["iam.widerPolicies", config.value("iam.widerPolicies")];
  return typeof given !== "object" || given === null || Object.keys(given).length === 0 || config.value("iam.managedOnly") === true ? [] : [{
    key, value: given, advice: "nothing unless iam.managedOnly is true: the platform's own policies are narrower. Remove it, or set iam.managedOnly to true",
  }];
}

/** Objectives that the design misses, each with the stores that miss it. */
function objectiveProblems(config: WellFormed): readonly ConfigProblem[] {
  const [mode, backupEveryHours] = [Object.values(DrMode).find((known) => known === config.value("dr.mode")), numberAt(config, "backup.everyHours")];
  if (mode === undefined || backupEveryHours === undefined) {
    return [];
  }
  const engine = Object.values(DatabaseEngine).find((known) => known === config.value("database.engine"));
  const attained = attainedObjectives({ mode, backupEveryHours, ...(engine === undefined ? {} : { engine }) });
  return [
    ...missed(config, "dr.rpoMinutes", attained.rpoMinutes, attained.stores.map(({ store, rpoMinutes, by }) => ({ store, minutes: rpoMinutes, by })), "lost"),
    ...missed(config, "dr.rtoMinutes", attained.rtoMinutes, attained.stores.map(({ store, rtoMinutes, by }) => ({ store, minutes: rtoMinutes, by })), "until it is back"),
  ].map((problem) => ({ ...problem, advice: `${problem.advice}${mode === DrMode.Backup ? ", or set dr.mode to pilotLight" : ""}` }));
}

function missed(
  config: WellFormed, key: string, attained: number, stores: readonly { readonly store: string; readonly minutes: number; readonly by: string }[], what: string,
): readonly ConfigProblem[] {
  const objective = numberAt(config, key);
  if (objective === undefined || objective >= attained) {
    return [];
  }
  const late = stores.filter(({ minutes }) => minutes > objective);
  const alike = [...Map.groupBy(late, ({ minutes, by }) => `${String(minutes)} minutes ${what}: ${by}`)].map(([figures, of]) => `${of.map(({ store }) => store).join(", ")}: ${figures}`);
  const reasons = late.length === 0 ? ["the stores are back in time, but not the workloads and names after them"] : alike;
  return [{ key, value: objective, advice: `at least the ${String(attained)} minutes that the design attains: ${reasons.join("; ")}. Raise it to ${String(attained)}` }];
}

function textAt(config: WellFormed, key: string): string | undefined {
  const value = config.value(key);
  return typeof value === "string" ? value : undefined;
}

function numberAt(config: WellFormed, key: string): number | undefined {
  const value = config.value(key);
  return typeof value === "number" ? value : undefined;
}

function textsAt(config: WellFormed, key: string): readonly string[] | undefined {
  const value: unknown = config.value(key);
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}
