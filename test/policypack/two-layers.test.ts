import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { HIPAA_RULES } from "../../components/compliance-monitor/hipaa-rules.ts";
import { platformRules } from "../../components/compliance-monitor/platform-rules.ts";
import { rules } from "../../policypack/rules/index.ts";
import { project } from "../architecture/source-files.ts";
import { EXPOSURES } from "./two-layers.ts";

const mandatory = new Set(rules.filter(({ level }) => (level ?? "mandatory") === "mandatory").map(({ name }) => name));
const running = new Set([...HIPAA_RULES, ...platformRules(60)].map(({ name }) => name));
const programs = ["violations", "violations-account", "violations-kubernetes", "violations-services"].map((program) => {
  const { violated }: { readonly violated: Readonly<Record<string, readonly string[]>> } = parse(readFileSync(join(project, "test/engine", `${program}.expected.yaml`), "utf8"));
  return new Set(Object.values(violated).flat());
});

/*
 * Proves that no exposure hangs on one setting (S5-01): at least two mandatory rules about different settings stand
 * against each, every one of them blocks by itself in some preview, and AWS Config watches what changes without one.
 */
describe.each(EXPOSURES)("$name", ({ rules: layers, watched }) => {
  test("meets two mandatory rules or more", () => {
    expect(new Set(layers).size).toBeGreaterThanOrEqual(2);
    expect(layers.filter((rule) => !mandatory.has(rule))).toEqual([]);
  });

  test("is blocked by each of them in a preview of deliberate mistakes", () => {
    expect(layers.filter((rule) => !programs.some((fired) => fired.has(rule)))).toEqual([]);
  });

  test("is watched where AWS Config can", () => {
    expect(watched.filter((rule) => !running.has(rule))).toEqual([]);
  });
});
