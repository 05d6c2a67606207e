import { expect, test } from "vitest";
import { packConfigurationSection } from "../../docs/generators/pack-configuration-section.ts";
import { exceptionsFrom, lacks } from "../../policypack/engine/exceptions.ts";
import { PACK_RULES } from "../../policypack/engine/pack-rules.ts";
import { rules } from "../../policypack/rules/index.ts";

const page = packConfigurationSection(PACK_RULES);

test("the example names rules that exist and lacks nothing", () => {
  const example: unknown = JSON.parse(/```json\n([^`]*)```/u.exec(page)?.[1] ?? "");
  const names = new Set([...rules, ...PACK_RULES].map(({ name }) => name));
  expect(Object.keys(Object(example)).filter((name) => !names.has(name))).toEqual([]);
  const exceptions = exceptionsFrom(Object(Reflect.get(Object(example), "exceptions-current")));
  expect(exceptions).toHaveLength(1);
  expect(exceptions.filter((exception) => lacks(exception).length > 0 || !names.has(exception.rule))).toEqual([]);
});

test("every field is told, with what is always needed", () => {
  expect(page).toContain("- `reason`: Why the rule may be broken here.");
  expect(page).toContain("- `ticket`, needed for a mandatory rule on a guarded stack: Where it was agreed.");
  expect([...page.matchAll(/^### (.*)$/gmu)].map(([, name]) => name)).toEqual(PACK_RULES.map(({ name }) => name));
});
