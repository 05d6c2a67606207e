import { readFileSync } from "node:fs";
import { judgeResource, judgeStack, looksAt, messageOf, type Outcome } from "../policypack/engine/judge.ts";
import { Reader } from "../policypack/engine/reader.ts";
import type { ResourceRule, StackResource } from "../policypack/engine/rule.ts";
import { judgedStack } from "../policypack/engine/stack.ts";
import { rules } from "../policypack/rules/index.ts";
import { type PackResource, REGION, urnOf } from "./pack-resources.ts";

/*
 * Judges the resources of a JSON file by the whole pack and prints what it found, as tools do that read a
 * plan from a file: without the engine's calls, one for each resource, which such tools do not answer.
 */
const started = performance.now();
const resources: readonly PackResource[] = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const stack = judgedStack(resources.map(stackResource));
const byType = new Map<string, readonly ResourceRule[]>();
const messages: string[] = [];
let judgements = 0;
for (const resource of stack.resources) {
  for (const rule of rulesOf(resource.type)) {
    note(rule, judgeResource(rule, resource));
  }
}
for (const rule of rules) {
  if (rule.scope === "stack") {
    note(rule, judgeStack(rule, stack));
  }
}
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, judgements, findings: messages.length, messages }));

function rulesOf(type: string): readonly ResourceRule[] {
  const known = byType.get(type) ?? rules.filter((rule) => rule.scope === "resource").filter((rule) => looksAt(rule, type));
  byType.set(type, known);
  return known;
}

function note(rule: Parameters<typeof messageOf>[0] & { readonly name: string }, outcome: Outcome): void {
  if (outcome.kind !== "notApplicable") {
    judgements += 1;
  }
  if (outcome.kind === "violated" || outcome.kind === "undecided") {
    messages.push(`${rule.name}: ${messageOf(rule, outcome)}`);
  }
}

function stackResource({ type, name, props }: PackResource): StackResource {
  const urn = urnOf({ type, name });
  return {
    type, name, urn,
    props: new Reader(props, "", urn),
    provider: new Reader({ region: REGION }),
    protect: false, ignoreChanges: [], parentUrn: undefined, propertyDependencies: new Map(),
  };
}
