/** The parts of the engine's event log that are read here; the log has more. */
export interface EngineEvent {
  readonly resourcePreEvent?: { readonly metadata: { readonly op: string; readonly urn: string; readonly type: string; readonly new: { readonly parent?: string } | null } };
  readonly policyEvent?: { readonly message: string; readonly policyName: string; readonly enforcementLevel: string };
  readonly policyAnalyzeSummaryEvent?: JudgedRules;
  readonly policyAnalyzeStackSummaryEvent?: JudgedRules;
}

interface JudgedRules {
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

export interface RunSummary {
  /** Number of resources by what happens to them, such as `create`. */
  readonly operations: ReadonlyMap<string, number>;
  /** Number of resources by top-level component, or by type where there is none. */
  readonly components: ReadonlyMap<string, number>;
  /** Distinct rules that judged something. */
  readonly rules: number;
  readonly judgements: number;
  readonly violations: number;
  readonly undecided: number;
  readonly advisories: number;
}

/** How the pack marks a judgement it could not make, and how the SDK marks a policy it could not run. */
const UNDECIDED = /^(?:.*\n)?(?:Undecided:|can't run policy)/u;

/** Counts what an engine run planned or did, and what the policy pack said of it. */
export function summarize(events: readonly EngineEvent[]): RunSummary {
  const resources = events.flatMap((event) => (event.resourcePreEvent === undefined ? [] : [event.resourcePreEvent.metadata]))
    .filter(({ type }) => !type.startsWith("pulumi:"));
  const verdicts = events.flatMap((event) => event.policyAnalyzeSummaryEvent ?? event.policyAnalyzeStackSummaryEvent ?? [])
    .flatMap(({ passed, failed }) => [...(passed ?? []), ...(failed ?? [])]);
  const messages = events.flatMap((event) => event.policyEvent ?? []);
  const undecided = messages.filter(({ message }) => UNDECIDED.test(message));
  const decided = messages.filter((message) => !undecided.includes(message));
  const parents = new Map(resources.map(({ urn, new: planned }) => [urn, planned?.parent ?? ""]));
  return {
    operations: countBy(resources, ({ op }) => op),
    components: countBy(resources, ({ urn }) => componentOf(urn, parents)),
    rules: new Set(verdicts).size,
    judgements: verdicts.length,
    violations: decided.filter(({ enforcementLevel }) => enforcementLevel !== "advisory").length,
    undecided: undecided.length,
    advisories: decided.filter(({ enforcementLevel }) => enforcementLevel === "advisory").length,
  };
}

/** The outermost ancestor under the stack, as `name (Type)`. */
function componentOf(urn: string, parents: ReadonlyMap<string, string>): string {
  let current = urn;
  for (let parent = parents.get(current); parent !== undefined && parents.has(parent); parent = parents.get(current)) {
    current = parent;
  }
  const [, , types, name] = current.split("::");
  const type = types?.split("$").at(-1) ?? "";
  return type.startsWith("hipaa:") ? `${name ?? ""} (${type.split(":").at(-1) ?? ""})` : "outside components";
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(items, key)].map(([name, group]) => [name, group.length]));
}
