import { UndecidedError } from "./reader.ts";
import { EVERY_AWS_TYPE, type Finding, type JudgedResource, type JudgedStack, type NotApplicable, type ResourceRule, type StackFinding, type StackRule } from "./rule.ts";
import { settingsFrom } from "./settings.ts";

/** Marks a message as "could not be judged", for people and for programs that count. */
export const UNDECIDED = "Undecided:";

/** The four outcomes; `undecided` and `violated` both block. */
export type Outcome =
  | { readonly kind: "compliant" }
  | { readonly kind: "notApplicable"; readonly reason: string }
  | { readonly kind: "violated"; readonly findings: readonly (Finding & { readonly urn?: string })[] }
  | { readonly kind: "undecided"; readonly property: string; readonly urn?: string };

/** Judges one resource. Never throws: a rule that fails is a finding, or a broken rule would let everything pass. */
export function judgeResource(rule: ResourceRule, resource: JudgedResource, configuration: object = {}): Outcome {
  if (!looksAt(rule, resource.type)) {
    return { kind: "notApplicable", reason: "the rule judges resources of other types" };
  }
  return outcomeOf(() => rule.check(resource, settingsFrom(rule.parameters ?? {}, configuration)));
}

/** Judges the stack as a whole; see judgeResource. */
export function judgeStack(rule: StackRule, stack: JudgedStack, configuration: object = {}): Outcome {
  if (stack.ofType(...rule.resources).length === 0) {
    return { kind: "notApplicable", reason: "the stack has no resource of the types that the rule judges" };
  }
  return outcomeOf(() => rule.check(stack, settingsFrom(rule.parameters ?? {}, configuration)));
}

/** The text a person reads: what was found, what is required, how to fix it. */
export function messageOf(rule: Pick<ResourceRule, "remediation">, outcome: Extract<Outcome, { kind: "violated" | "undecided" }>): string {
  const fix = `Fix: ${rule.remediation.join(" ")}`;
  if (outcome.kind === "undecided") {
    return `${UNDECIDED} ${outcome.property} is not known until the update, so this cannot be judged. ` +
      `Give it a value that is known at preview: a literal, or a name instead of the output of a new resource. ${fix}`;
  }
  const lines = new Set(outcome.findings.map(({ property, found, required }) => `${property}: found ${found}, required ${required}.`));
  return `${[...lines].join(" ")} ${fix}`;
}

/** True for the types that a rule looks at. */
export function looksAt({ resources }: Pick<ResourceRule, "resources">, type: string): boolean {
  return resources.includes(type) || (resources[0] === EVERY_AWS_TYPE && type.startsWith("aws:"));
}

function outcomeOf(check: () => readonly (Finding | StackFinding)[] | NotApplicable): Outcome {
  try {
    const verdict = check();
    if ("notApplicable" in verdict) {
      return { kind: "notApplicable", reason: verdict.notApplicable };
    }
    return verdict.length === 0 ? { kind: "compliant" } : { kind: "violated", findings: verdict };
  } catch (error) {
    if (error instanceof UndecidedError) {
      return { kind: "undecided", property: error.property, ...(error.urn === undefined ? {} : { urn: error.urn }) };
    }
    const found = `the rule failed (${error instanceof Error ? error.name : "unknown error"})`;
    return { kind: "violated", findings: [{ property: "(rule)", found, required: "a judgement; report this as a defect of the pack" }] };
  }
}
