import { describe, expect, test } from "vitest";
import { judgeResource, messageOf } from "../../policypack/engine/judge.ts";
import { Reader } from "../../policypack/engine/reader.ts";
import type { JudgedResource, ResourceRule } from "../../policypack/engine/rule.ts";
import { Asked, expectPlainWords, expectTypeTokens, failuresOf, REASON, STRANGE_VALUES } from "./rule-shape.ts";
import { setAt, UNKNOWN, unknownCheckingProxy } from "./unknown-value.ts";

type Props = Readonly<Record<string, unknown>>;

/** A resource that satisfies the rule. */
export interface Fixture {
  /** @default the rule's first type */
  readonly type?: string;
  readonly props: Props;
  readonly provider?: Props;
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
  /** Configuration of the rule, as the pack's user gives it. @default none */
  readonly configuration?: Props;
}

/** The compliant fixture with one change; `undefined` removes a property. */
export interface Change {
  /** What the change is, in words. */
  readonly why: string;
  readonly props?: Props;
  readonly fixture?: Partial<Omit<Fixture, "props">>;
}

export interface Violation extends Change {
  /** Path of the property at fault, exactly. */
  readonly property: string;
  /** What the message must say was found, exactly. */
  readonly found: string;
}

export interface RuleCases {
  /** The first is the base that all changes are made from. */
  readonly compliant: readonly [Fixture, ...Fixture[]];
  readonly violating: readonly [Violation, ...Violation[]];
  /** Guarded properties: unknown at preview must block, naming the property. Dotted paths reach inside. */
  readonly unknown: readonly string[];
  /** Properties whose presence is enough: unknown at preview must pass. */
  readonly presence?: readonly string[];
  readonly notApplicable?: readonly Change[];
}

/** Proves that a rule judges: it passes what is compliant, names what is not, and blocks on unknowns. */
export function testRule(rule: ResourceRule, cases: RuleCases): void {
  const [base] = cases.compliant;
  const judged = (fixture: Fixture): ReturnType<typeof judgeResource> => judgeResource(rule, resourceOf(rule, fixture), fixture.configuration);
  describe(rule.name, () => {
    test.each(cases.compliant.map((fixture, index) => [index + 1, fixture] as const))("passes compliant fixture %i", (_index, fixture) => {
      expect(judged(fixture)).toEqual({ kind: "compliant" });
    });
    test.each(cases.violating.map((change) => [change.why, change] as const))("finds: %s", (_why, change) => {
      const outcome = judged(changedFixture(base, change));
      expect(outcome.kind).toBe("violated");
      if (outcome.kind === "violated") {
        expect(outcome.findings.map(({ property, found }) => ({ property, found }))).toContainEqual({ property: change.property, found: change.found });
        expectPlainWords(outcome.findings);
        expect(messageOf(rule, outcome)).toContain(rule.remediation[0]);
      }
    });
    test.each(cases.unknown)("blocks while %s is unknown", (path) => {
      const outcome = judged({ ...base, props: unknownIn(base.props, path) });
      expect(outcome).toEqual({ kind: "undecided", property: path });
    });
    test.each(cases.presence ?? [])("accepts %s before its value is known", (path) => {
      expect(judged({ ...base, props: unknownIn(base.props, path) })).toEqual({ kind: "compliant" });
    });
    test.each((cases.notApplicable ?? []).map((change) => [change.why, change] as const))("does not apply: %s", (_why, change) => {
      expect(judged(changedFixture(base, change))).toEqual({ kind: "notApplicable", reason: REASON });
    });
    test("reads only properties that the SDK declares", () => {
      const asked = new Asked();
      const fixtures = [...cases.compliant, ...[...cases.violating, ...cases.notApplicable ?? []].map((change) => changedFixture(base, change))];
      for (const fixture of fixtures) {
        judgeResource(rule, resourceOf(rule, fixture, asked), fixture.configuration);
      }
      asked.expectDeclared(fixtures.map(({ type }) => type ?? rule.resources[0] ?? ""));
    });
    test("judges whatever stands in the properties that it reads, and nothing", () => {
      const asked = new Asked();
      for (const fixture of cases.compliant) {
        judgeResource(rule, resourceOf(rule, fixture, asked), fixture.configuration);
      }
      const strange = cases.compliant.flatMap((fixture) => [...asked.properties].flatMap((name) => STRANGE_VALUES.map((value) => ({ ...fixture, props: given({ ...fixture.props, [name]: value }) }))));
      expect(strange.flatMap((fixture) => failuresOf(judged(fixture)))).toEqual([]);
    });
    test("looks at no other type", () => {
      expectTypeTokens(rule);
      expect(judgeResource(rule, { ...resourceOf(rule, base), type: "other:index:Thing" }).kind).toBe("notApplicable");
    });
  });
}

/** The fixture with the change made. */
export function changedFixture(base: Fixture, change: Change): Fixture {
  return { ...base, ...change.fixture, props: given({ ...base.props, ...change.props }) };
}

function given(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}

function resourceOf(rule: ResourceRule, fixture: Fixture, asked = new Asked()): JudgedResource {
  const type = fixture.type ?? rule.resources[0] ?? "";
  return {
    type,
    name: "subject",
    urn: `urn:pulumi:test::test::${type}::subject`,
    props: new Reader(asked.reading(unknownCheckingProxy(fixture.props))),
    provider: fixture.provider === undefined ? undefined : new Reader(unknownCheckingProxy(fixture.provider)),
    protect: fixture.protect ?? false,
    ignoreChanges: fixture.ignoreChanges ?? [],
  };
}

/** A copy with the value at `path` (such as `rules[0].status`) unknown. Fails for a path the fixture does not have. */
function unknownIn(props: Props, path: string): Props {
  const copy: Record<string, unknown> = structuredClone({ ...props });
  setAt(copy, path, UNKNOWN, "existing");
  return copy;
}
