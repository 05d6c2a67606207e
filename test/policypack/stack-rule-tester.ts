import { describe, expect, test } from "vitest";
import { judgeStack, messageOf } from "../../policypack/engine/judge.ts";
import type { StackRule } from "../../policypack/engine/rule.ts";
import { Asked, expectPlainWords, expectTypeTokens, failuresOf, REASON, STRANGE_VALUES } from "./rule-shape.ts";
import { type Member, type Props, STACK_FORMS, type StackFixture, stackOf, unknownMember, urnOf } from "./stack-fixture.ts";

/** The base stack with one change: members replaced in part, added, or (`null`) removed. */
export interface StackChange {
  /** What the change is, in words. */
  readonly why: string;
  /** By member name; given fields replace the member's, inside `props` key by key (`undefined` removes one). */
  readonly change: Readonly<Record<string, Partial<Member> | null>>;
  /** Which compliant stack the change is made to. @default 0, the first */
  readonly of?: number;
}

export interface StackViolation extends StackChange {
  /** Name of the member that must be blamed, exactly. */
  readonly blamed: string;
  /** Path of the property at fault, exactly. */
  readonly property: string;
  /** What the message must say was found, exactly. */
  readonly found: string;
}

/** A stack judged under a configuration of the pack. */
export interface ConfiguredStack {
  readonly why: string;
  readonly stack: StackFixture;
  readonly configuration: Props;
  /** What must be found; nothing when absent. */
  readonly finding?: Pick<StackViolation, "blamed" | "property" | "found">;
}

export interface StackRuleCases {
  /** Each a whole stack, by member name. The first is the base of the changes. */
  readonly compliant: readonly [StackFixture, ...StackFixture[]];
  readonly violating: readonly [StackViolation, ...StackViolation[]];
  /** Guarded properties as `member: path`: unknown at preview must block, naming both. */
  readonly unknown?: readonly (readonly [member: string, path: string])[];
  /** Properties as `member: path` whose value must not matter: unknown at preview must pass. */
  readonly presence?: readonly (readonly [member: string, path: string])[];
  readonly notApplicable?: readonly StackChange[];
  readonly configured?: readonly ConfiguredStack[];
}

/**
 * Proves that a rule about several resources judges, in both forms a stack comes in: a first preview
 * (ids unknown, joins by dependencies) and an exported state (ids literal, no dependencies).
 */
export function testStackRule(rule: StackRule, cases: StackRuleCases): void {
  describe.each(STACK_FORMS)(`${rule.name}, %s`, (form) => {
    const judged = (fixture: StackFixture): ReturnType<typeof judgeStack> => judgeStack(rule, stackOf(fixture, form));
    test.each(cases.compliant.map((fixture, index) => [index + 1, fixture] as const))("passes compliant stack %i", (_index, fixture) => {
      expect(judged(fixture)).toEqual({ kind: "compliant" });
    });
    test.each(cases.violating.map((change) => [change.why, change] as const))("finds: %s", (_why, change) => {
      const fixture = changedStack(cases, change);
      const outcome = judged(fixture);
      expect(outcome.kind).toBe("violated");
      if (outcome.kind === "violated") {
        expect(outcome.findings.map(({ urn, property, found }) => ({ urn, property, found }))).toContainEqual({
          urn: urnOf(fixture, change.blamed),
          property: change.property,
          found: change.found,
        });
        expectPlainWords(outcome.findings);
        expect(messageOf(rule, outcome)).toContain(rule.remediation[0]);
      }
    });
    test.each(cases.unknown ?? [])("blocks while %s's %s is unknown", (member, path) => {
      const fixture = unknownMember(cases.compliant[0], member, path);
      expect(judged(fixture)).toEqual({ kind: "undecided", property: path, urn: urnOf(fixture, member) });
    });
    test.each(cases.presence ?? [])("does not wait for %s's %s", (member, path) => {
      expect(judged(unknownMember(cases.compliant[0], member, path))).toEqual({ kind: "compliant" });
    });
    test.each((cases.notApplicable ?? []).map((change) => [change.why, change] as const))("does not apply: %s", (_why, change) => {
      expect(judged(changedStack(cases, change))).toEqual({ kind: "notApplicable", reason: REASON });
    });
    test.each((cases.configured ?? []).map((configured) => [configured.why, configured] as const))("judges as configured: %s", (_why, { stack, configuration, finding }) => {
      const outcome = judgeStack(rule, stackOf(stack, form), configuration);
      expect(outcome.kind === "violated" ? outcome.findings.map(({ urn, property, found }) => ({ urn, property, found })) : outcome.kind).toEqual(
        finding === undefined ? "compliant" : [{ urn: urnOf(stack, finding.blamed), property: finding.property, found: finding.found }],
      );
    });
    test("reads and joins only what the SDK declares", () => {
      const asked = new Asked();
      const fixtures = [...cases.compliant, ...[...cases.violating, ...cases.notApplicable ?? []].map((change) => changedStack(cases, change))];
      for (const fixture of fixtures) {
        judgeStack(rule, asked.joining(stackOf(fixture, form, asked)));
      }
      asked.expectDeclared(fixtures.flatMap((fixture) => Object.values(fixture).map(({ type }) => type)));
    });
    test("judges whatever stands in the properties that it reads, and nothing", () => {
      const asked = new Asked();
      const strange = cases.compliant.slice(0, 3).flatMap((fixture) => {
        judgeStack(rule, asked.joining(stackOf(fixture, form, asked)));
        // Nothing, and in turn one of the others: all of them in every property would take longer than the rest of the test.
        return Object.entries(fixture).flatMap(([name, member], turn) => [...asked.properties].flatMap((property, index) =>
          [undefined, STRANGE_VALUES[(turn + index) % STRANGE_VALUES.length]].map((value) => ({ ...fixture, [name]: { ...member, props: given({ ...member.props, [property]: value }), refs: without(member.refs ?? {}, property) } }))));
      });
      expect(strange.flatMap((fixture) => failuresOf(judged(fixture)))).toEqual([]);
    });
    test("does not apply to a stack of other resources", () => {
      expectTypeTokens(rule);
      expect(judged({ other: { type: "other:index:Thing", props: {} } }).kind).toBe("notApplicable");
    });
  });
}

/** The stack with the change made. */
export function changedStack({ compliant }: Pick<StackRuleCases, "compliant">, { change, of = 0 }: StackChange): StackFixture {
  const fixture: Record<string, Member> = { ...compliant[of] };
  for (const [name, difference] of Object.entries(change)) {
    if (difference === null) {
      if (!Reflect.deleteProperty(fixture, name) || compliant[of]?.[name] === undefined) {
        throw new Error(`the compliant stack has no member ${name}`);
      }
      continue;
    }
    const before = fixture[name];
    const type = difference.type ?? before?.type;
    if (type === undefined) {
      throw new Error(`the new member ${name} needs a type`);
    }
    fixture[name] = { ...before, ...difference, type, props: given({ ...before?.props, ...difference.props }), refs: given({ ...before?.refs, ...difference.refs }) };
  }
  return fixture;
}

/** The references but those inside the property. */
function without(refs: Readonly<Record<string, string | undefined>>, property: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(refs).filter(([path]) => path.split(/[.[]/u)[0] !== property));
}

function given<Value>(props: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}

export type { Member, Props, StackFixture };
