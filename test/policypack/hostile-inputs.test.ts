import { describe, expect, test } from "vitest";
import { EVERY_AWS_TYPE } from "../../policypack/engine/rule.ts";
import { rules } from "../../policypack/rules/index.ts";
import { type FuzzResult, fuzzType } from "./fuzz/fuzz-type.ts";

/** The same in every run; `npm run fuzz:pack` takes 10,000 of each type, and another seed when asked. */
const INPUTS = 100;
const SEED = 20_261_122;

const types = [...new Set(rules.flatMap(({ resources }) => resources))].filter((type) => type !== EVERY_AWS_TYPE).toSorted();
const results = new Map<string, FuzzResult>();

describe("whatever the inputs are, wrong types included, each rule judges and none fails", () => {
  test.each(types)("%s", (type) => {
    const result = fuzzType(type, rules, INPUTS, SEED);
    results.set(type, result);
    expect(result.failures).toEqual([]);
    expect(result.judgements).toBeGreaterThanOrEqual(INPUTS);
  });

  test("a judgement takes less than a millisecond on average, and none hangs", () => {
    const all = [...results.values()];
    expect(all.length).toBe(types.length);
    const milliseconds = all.reduce((sum, result) => sum + result.milliseconds, 0);
    expect(milliseconds / all.reduce((sum, { judgements }) => sum + judgements, 0)).toBeLessThan(1);
    expect(Math.max(...all.map(({ slowestMilliseconds }) => slowestMilliseconds))).toBeLessThan(2000);
  });
});
