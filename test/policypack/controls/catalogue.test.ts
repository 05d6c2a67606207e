import { describe, expect, test } from "vitest";
import { ADVISORY_REASONS } from "../../../policypack/controls/advisory-reasons.ts";
import { CONTROLS, JUDGEABLE } from "../../../policypack/controls/catalogue.ts";
import { rules } from "../../../policypack/rules/index.ts";

const advisory = rules.filter(({ level }) => level === "advisory").map(({ name }) => name);
const coveringOf = (control: string) => rules.filter(({ controls }) => controls.includes(control));

describe("the catalogue of controls", () => {
  test("has what the checkers ask for, each once: a dropped control fails the build", () => {
    expect(new Set(CONTROLS.map(({ name }) => name)).size).toBe(275);
    expect(Object.fromEntries([...Map.groupBy(CONTROLS, ({ scope }) => scope)].map(([scope, list]) => [scope, list.length])))
      .toEqual({ resource: 168, stack: 82, "runtime-only": 25 });
    expect(CONTROLS.filter(({ hipaa }) => hipaa).length).toBe(181);
    expect(CONTROLS.filter(({ citations }) => citations.length === 0)).toEqual([]);
  });

  test("every control that a preview can judge has a rule", () => {
    expect(JUDGEABLE.length).toBe(250);
    expect(JUDGEABLE.map(({ name }) => name).filter((name) => coveringOf(name).length === 0)).toEqual([]);
  });

  test("a rule covers only controls that exist and that a preview can judge, each once", () => {
    const names = new Set(JUDGEABLE.map(({ name }) => name));
    const wrong = rules.flatMap(({ name, controls }) => controls.filter((control, index) => !names.has(control) || controls.indexOf(control) !== index).map((control) => `${name}: ${control}`));
    expect(wrong).toEqual([]);
  });

  test("a control's rules cite between them every paragraph that it is tied to", () => {
    const missing = JUDGEABLE.flatMap(({ name, citations }) => {
      const cited = new Set(coveringOf(name).flatMap((rule) => [...rule.citations]));
      return citations.filter((citation) => !cited.has(citation)).map((citation) => `${name}: ${citation}`);
    });
    expect(missing).toEqual([]);
  });
});

describe("levels", () => {
  test("every advisory rule has its reason in one table, and nothing else stands there", () => {
    expect(Object.keys(ADVISORY_REASONS).toSorted()).toEqual(advisory.toSorted());
    expect(Object.values(ADVISORY_REASONS).filter((reason) => !/^[A-Z].{40,}\.$/u.test(reason))).toEqual([]);
  });

  test("a control tied to HIPAA has a mandatory rule, but for one whose rule has a reason to advise", () => {
    const without = JUDGEABLE.filter(({ hipaa, name }) => hipaa && coveringOf(name).every((rule) => rule.level === "advisory")).map(({ name }) => name);
    expect(without).toEqual(["lambda-in-vpc"]);
  });
});
