import { judgeResource, judgeStack, looksAt, type Outcome } from "../../../policypack/engine/judge.ts";
import { Reader } from "../../../policypack/engine/reader.ts";
import type { JudgedStack, Rule, StackResource, StackRule } from "../../../policypack/engine/rule.ts";
import { judgedStack } from "../../../policypack/engine/stack.ts";
import { unknownCheckingProxy } from "../unknown-value.ts";
import { answering, type RandomSource, randomSource, randomValue } from "./random-inputs.ts";

/** What came of judging random resources of one type. */
export interface FuzzResult {
  readonly judgements: number;
  readonly milliseconds: number;
  /** Of one judgement. */
  readonly slowestMilliseconds: number;
  /** A line for each rule that failed, with the input's number. */
  readonly failures: readonly string[];
}

/** Judges so many random resources of a type by every rule that looks at it, alone and beside others in a stack. */
export function fuzzType(type: string, rules: readonly Rule[], inputs: number, seed: number): FuzzResult {
  const looking = rules.filter((rule) => looksAt(rule, type));
  const neighbours = new Neighbours(looking.filter((rule) => rule.scope === "stack"));
  const failures = new Set<string>();
  let judgements = 0;
  let milliseconds = 0;
  let slowestMilliseconds = 0;
  for (let input = 0; input < inputs; input += 1) {
    const source = randomSource(seed + input);
    const subject = resourceOf(source, type, "subject");
    const stack = neighbours.stackOf(subject, source);
    for (const rule of looking) {
      const configuration: object = Object(randomValue(source, 1));
      const started = performance.now();
      const outcome = rule.scope === "stack" ? judgeStack(rule, stack, configuration) : judgeResource(rule, subject, configuration);
      const took = performance.now() - started;
      judgements += 1;
      milliseconds += took;
      slowestMilliseconds = Math.max(slowestMilliseconds, took);
      for (const failure of failuresOf(outcome)) {
        failures.add(`${rule.name} on ${type}, input ${String(seed + input)}: ${failure}`);
      }
    }
  }
  return { judgements, milliseconds, slowestMilliseconds, failures: [...failures] };
}

/** Types that the rules look at, and others that they join, which are learned while they judge. */
class Neighbours {
  readonly #types: Set<string>;

  constructor(rules: readonly StackRule[]) {
    this.#types = new Set(rules.flatMap(({ resources }) => resources));
  }

  /** The subject with up to five others, some of whose properties are made from others. */
  stackOf(subject: StackResource, source: RandomSource): JudgedStack {
    const types = [...this.#types];
    const others = Array.from({ length: types.length === 0 ? 0 : source.below(6) }, (_none, index) => resourceOf(source, types[source.below(types.length)] ?? subject.type, `other-${String(index)}`));
    const stack = judgedStack([subject, ...others]);
    const learn = (joined: readonly string[]): void => {
      for (const type of joined) {
        this.#types.add(type);
      }
    };
    return {
      ...stack,
      ofType: (...joined) => {
        learn(joined);
        return stack.ofType(...joined);
      },
      namedBy: (from, property, ...joined) => {
        learn(joined);
        return stack.namedBy(from, property, ...joined);
      },
      referringTo: (to, property, ...joined) => {
        learn(joined);
        return stack.referringTo(to, property, ...joined);
      },
    };
  }
}

function resourceOf(source: RandomSource, type: string, name: string): StackResource {
  const urn = `urn:pulumi:test::test::${type}::${name}`;
  const feeding = ["urn:pulumi:test::test::other", `urn:pulumi:test::test::${type}::subject`];
  return {
    type, name, urn,
    props: new Reader(unknownCheckingProxy(answering(source)), "", urn),
    provider: source.below(2) === 0 ? undefined : new Reader(unknownCheckingProxy(answering(source, 1))),
    protect: source.below(2) === 0,
    ignoreChanges: ["tags", "*", "policy"].slice(source.below(4)),
    parentUrn: source.below(2) === 0 ? undefined : "not an URN",
    propertyDependencies: new Map(["bucket", "rules", "kmsKeyId", "policy", "role", "subnetIds"].filter(() => source.below(2) === 0).map((property) => [property, feeding])),
  };
}

/** A rule that fails is reported as a finding of its own. */
function failuresOf(outcome: Outcome): readonly string[] {
  return outcome.kind === "violated" ? outcome.findings.filter(({ property }) => property === "(rule)").map(({ found }) => found) : [];
}
