import { expect } from "vitest";
import { EVERY_AWS_TYPE, type Finding, type Rule } from "../../policypack/engine/rule.ts";

/** Every type a rule looks at reads like one: `aws:s3/bucket:Bucket`. A misspelt twin would never be judged. */
export function expectTypeTokens({ resources }: Pick<Rule, "resources">): void {
  expect(resources.filter((token) => token !== EVERY_AWS_TYPE && !/^[a-z-]+:[^:]+:[A-Z]\w*$/u.test(token))).toEqual([]);
  expect(resources).not.toEqual([]);
}

/** No finding leaves the reader to guess: property, what was found and what passes are all said. */
export function expectPlainWords(findings: readonly Finding[]): void {
  expect(findings.filter((finding) => [finding.property, finding.found, finding.required].some((text) => text.trim() === "" || /undefined|null|NaN|\[object/u.test(text)))).toEqual([]);
}
