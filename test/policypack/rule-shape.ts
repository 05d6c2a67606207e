import { expect } from "vitest";
import type { Outcome } from "../../policypack/engine/judge.ts";
import { EVERY_AWS_TYPE, type Finding, type JudgedStack, type Rule } from "../../policypack/engine/rule.ts";
import { declarationOf, undeclaredNames } from "./sdk-declarations.ts";

/** Every type a rule looks at reads like one: `aws:s3/bucket:Bucket`. A misspelt twin would never be judged. */
export function expectTypeTokens({ resources }: Pick<Rule, "resources">): void {
  expect(resources.filter((token) => token !== EVERY_AWS_TYPE && !/^[a-z-]+:[^:]+:[A-Z]\w*$/u.test(token))).toEqual([]);
  expect(resources).not.toEqual([]);
}

/** No finding leaves the reader to guess: property, what was found and what passes are all said. */
export function expectPlainWords(findings: readonly Finding[]): void {
  expect(findings.filter((finding) => [finding.property, finding.found, finding.required].some((text) => text.trim() === "" || /undefined|null|NaN|\[object/u.test(text)))).toEqual([]);
}

/** What may stand in a property of another program or of an old state, in place of what a rule expects; `undefined` for nothing. */
export const STRANGE_VALUES: readonly unknown[] = [undefined, null, 7, "x", true, [], {}, [{}], [null]];

/** A rule that fails is reported as a finding of its own. */
export function failuresOf(outcome: Outcome): readonly string[] {
  return outcome.kind === "violated" ? outcome.findings.filter(({ property }) => property === "(rule)").map(({ found }) => found) : [];
}

/** Why a rule does not apply is said in words. */
export const REASON: unknown = expect.stringMatching(/\w/u);

/** What a rule asked for while it judged. */
export class Asked {
  readonly properties = new Set<string>();
  readonly types = new Set<string>();

  /** The properties of a resource, noting the names that are read. */
  reading(props: object): object {
    const note = (name: string | symbol): void => {
      if (typeof name === "string") {
        this.properties.add(name);
      }
    };
    return new Proxy(props, {
      get: (target, name) => {
        note(name);
        return Reflect.get(target, name);
      },
      has: (target, name) => {
        note(name);
        return Reflect.has(target, name);
      },
    });
  }

  /** The stack, noting the types and properties that are looked up and joined. */
  joining(stack: JudgedStack): JudgedStack {
    const note = (property: string | undefined, types: readonly string[]): void => {
      for (const type of types) {
        this.types.add(type);
      }
      if (property !== undefined) {
        this.properties.add(property);
      }
    };
    return {
      resources: stack.resources,
      ofType: (...types) => {
        note(undefined, types);
        return stack.ofType(...types);
      },
      refersTo: (from, property, to) => {
        note(property, []);
        return stack.refersTo(from, property, to);
      },
      namedBy: (from, property, ...types) => {
        note(property, types);
        return stack.namedBy(from, property, ...types);
      },
      referringTo: (to, property, ...types) => {
        note(property, types);
        return stack.referringTo(to, property, ...types);
      },
    };
  }

  /** A misspelt type is never found, and a misspelt property reads as not given: neither would ever fail by itself. */
  expectDeclared(judged: Iterable<string>): void {
    expect([...this.types].filter((type) => type !== EVERY_AWS_TYPE && declarationOf(type) === "")).toEqual([]);
    expect(undeclaredNames(this.properties, new Set([...judged, ...this.types]))).toEqual([]);
  }
}
