import { stripVTControlCharacters } from "node:util";

/** The parts of the engine's event log that are read here; the log has more. */
export interface EngineEvent {
  readonly resourcePreEvent?: { readonly metadata: { readonly op: string; readonly urn: string; readonly type: string; readonly old: ResourceState | null; readonly new: ResourceState | null } };
  readonly policyEvent?: { readonly resourceUrn?: string; readonly message: string; readonly policyName: string; readonly enforcementLevel: string };
  readonly diagnosticEvent?: { readonly urn?: string; readonly severity: string; readonly message: string; readonly ephemeral?: boolean };
  readonly policyAnalyzeSummaryEvent?: JudgedRules;
  readonly policyAnalyzeStackSummaryEvent?: JudgedRules;
}

interface ResourceState {
  readonly parent?: string;
  /** Absent for components. */
  readonly custom?: boolean;
}

interface JudgedRules {
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/** One thing that a policy said of one resource. */
export interface PolicyFinding {
  readonly policy: string;
  /** URN; the stack's own where the policy names no resource. */
  readonly resource: string;
  readonly level: string;
  /** The policy could not judge, for want of a value that is known at preview. */
  readonly undecided: boolean;
}

export interface RunSummary {
  /** Number of resources; one that is refreshed and then updated is one. */
  readonly resources: number;
  /** Number of resources by what happens to them, such as `create`; a refreshed one is counted as `refresh` too. */
  readonly operations: ReadonlyMap<string, number>;
  /** Number of resources by top-level component. */
  readonly components: ReadonlyMap<string, number>;
  /** Distinct rules that judged something. */
  readonly rules: number;
  readonly judgements: number;
  readonly violations: number;
  readonly undecided: number;
  readonly advisories: number;
  /** What the three counts above count, in the order of the log. */
  readonly findings: readonly PolicyFinding[];
  /** What the program itself said of the stack as a whole. */
  readonly notes: readonly string[];
}

/** How the pack marks a judgement it could not make, and how the SDK marks a policy it could not run. */
const UNDECIDED = /^(?:.*\n)?(?:Undecided:|can't run policy)/u;

/** What a `replace` consists of; the engine reports each as well. */
const REPLACEMENT_STEPS: ReadonlySet<string> = new Set([
  "create-replacement", "delete-replaced", "discard-replaced", "import-replacement", "read-replacement", "remove-pending-replace",
]);

/** Counts what an engine run planned or did, and what the policy pack said of it. */
export function summarize(events: readonly EngineEvent[]): RunSummary {
  const steps = events.flatMap((event) => (event.resourcePreEvent === undefined ? [] : [event.resourcePreEvent.metadata]))
    .filter(({ type, op }) => !type.startsWith("pulumi:") && !REPLACEMENT_STEPS.has(op));
  // What is deleted has an old state only.
  const states = new Map(steps.map(({ urn, old, new: planned }) => [urn, planned ?? old ?? {}]));
  const verdicts = events.flatMap((event) => event.policyAnalyzeSummaryEvent ?? event.policyAnalyzeStackSummaryEvent ?? [])
    .flatMap(({ passed, failed }) => [...(passed ?? []), ...(failed ?? [])]);
  const findings = events.flatMap((event) => event.policyEvent ?? []).map(({ policyName, resourceUrn, enforcementLevel, message }): PolicyFinding =>
    ({ policy: policyName, resource: resourceUrn ?? "", level: enforcementLevel, undecided: UNDECIDED.test(message) }));
  const decided = findings.filter((finding) => !finding.undecided);
  return {
    resources: states.size,
    operations: countBy(steps, ({ op }) => op),
    components: countBy([...states.keys()], (urn) => componentOf(urn, states)),
    rules: new Set(verdicts).size,
    judgements: verdicts.length,
    violations: decided.filter(({ level }) => level !== "advisory").length,
    undecided: findings.length - decided.length,
    advisories: decided.filter(({ level }) => level === "advisory").length,
    findings,
    notes: events.flatMap((event) => event.diagnosticEvent ?? []).filter(isNote).map(({ message }) => stripVTControlCharacters(message.replaceAll(COLOUR, "")).trim()),
  };
}

/** How the engine marks colours in its messages. */
const COLOUR = /<\{%[^%]*%\}>/gu;

function isNote({ urn, severity, ephemeral }: NonNullable<EngineEvent["diagnosticEvent"]>): boolean {
  return severity === "info" && ephemeral !== true && urn?.split("::")[2] === "pulumi:pulumi:Stack";
}

/** The outermost ancestor under the stack, as `name (Type)`, where it is a component. */
function componentOf(urn: string, states: ReadonlyMap<string, ResourceState>): string {
  let current = urn;
  for (let parent = states.get(current)?.parent; parent !== undefined && states.has(parent); parent = states.get(current)?.parent) {
    current = parent;
  }
  const [, , types, name] = current.split("::");
  const type = types?.split("$").at(-1)?.split(":").at(-1);
  return states.get(current)?.custom === true ? "outside components" : `${name ?? ""} (${type ?? ""})`;
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(items, key)].map(([name, group]) => [name, group.length]));
}
