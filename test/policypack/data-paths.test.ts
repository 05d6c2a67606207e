import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { DATA_STORE_TYPES } from "../../policypack/engine/data-stores.ts";
import { rules } from "../../policypack/rules/index.ts";
import { project } from "../architecture/source-files.ts";
import { DATA_PATHS, type Kept } from "./data-paths.ts";

const byName = new Map(rules.map((rule) => [rule.name, rule]));
/** Mandatory rules that a preview of examples/ blocks by, as test/engine proves. */
const firing = new Set(["violations", "violations-account", "violations-kubernetes", "violations-services"].flatMap((program) => {
  const { violated }: { readonly violated: Readonly<Record<string, readonly string[]>> } = parse(readFileSync(join(project, "test/engine", `${program}.expected.yaml`), "utf8"));
  return Object.values(violated).flat();
}));
const rulesOf = (kept: Kept): readonly string[] => (typeof kept === "string" ? [] : kept);
const aspects = DATA_PATHS.flatMap(({ name, atRest, inTransit, logged }) => [
  [`${name}: at rest`, atRest] as const, [`${name}: in transit`, inTransit] as const, [`${name}: logged`, logged] as const,
]);

/*
 * Proves that each way of patients' data has rules for rest, for transit and for logs, or a fact of AWS that makes
 * one needless, and that those rules block (S4-25, S4-104, S5-25, S5-47). How well each judges is for its own test.
 */
describe("every way of the data", () => {
  test.each(aspects)("%s", (_name, kept) => {
    expect(rulesOf(kept).filter((rule) => (byName.get(rule)?.level ?? "mandatory") !== "mandatory" || !byName.has(rule))).toEqual([]);
    expect(rulesOf(kept).filter((rule) => !firing.has(rule))).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
  });

  test("has a rule about each of its types, at rest or, where nothing rests there, in transit", () => {
    const unjudged = DATA_PATHS.flatMap(({ name, types, atRest, inTransit, logged }) => {
      const judged = new Set([...rulesOf(atRest), ...rulesOf(inTransit), ...rulesOf(logged)].flatMap((rule) => byName.get(rule)?.resources ?? []));
      return types.filter((type) => !judged.has(type)).map((type) => `${name}: ${type}`);
    });
    expect(unjudged).toEqual([]);
  });

  test("says why, in a sentence, where it has no rule", () => {
    const reasons = aspects.flatMap(([, kept]) => (typeof kept === "string" ? [kept] : []));
    expect(reasons.filter((reason) => !/^[A-Z].{20,}\.$/u.test(reason))).toEqual([]);
  });

  test("is among these for each data store", () => {
    const types = new Set(DATA_PATHS.flatMap((path) => path.types));
    expect(DATA_STORE_TYPES.filter((type) => !types.has(type)).toSorted()).toEqual([
      // Its key is AWS's own, so that the copies outlive every key of the account; what goes in is encrypted and logged as of other vaults.
      "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
      // Its key stands in a security policy, which a collection cannot do without.
      "aws:opensearch/serverlessCollection:ServerlessCollection",
      // Encrypted as its database.
      "aws:timestreamwrite/table:Table",
    ]);
  });

  test("takes in every rule about encryption on the way", () => {
    const named = new Set(aspects.flatMap(([, kept]) => rulesOf(kept)));
    const onTheWay = rules.filter(({ name, level }) => level !== "advisory" && /tls|https|encrypted-in-transit|node-to-node|plain-ftp/u.test(name)).map(({ name }) => name);
    expect(onTheWay.filter((name) => !named.has(name))).toEqual([]);
  });

  test("takes in every rule about logs of a service", () => {
    const named = new Set(aspects.flatMap(([, kept]) => rulesOf(kept)));
    const logging = rules.filter(({ name }) => /(?:-logged|-access-logs|-access-logging|-logs-enabled|-logs-all|-log-exports|-logs-delivered|-logs-published|-execution-logs|-access-logs-enabled)$/u.test(name));
    expect(logging.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});
