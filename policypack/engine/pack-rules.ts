import type { Rule } from "./rule.ts";

/** A rule about the pack's own configuration; no configuration lowers it. */
export type PackRule = Pick<Rule, "name" | "description" | "severity" | "level" | "citations" | "remediation" | "url">;

/** Named in the configuration: its property `exceptions` is the list. */
export const EXCEPTIONS_CURRENT: PackRule = {
  name: "exceptions-current",
  description: "Every exception in the pack's configuration names a rule, is used, and has not run out; on a stack tagged as production or PHI one for a mandatory rule names resources, a reason, a ticket and a last day.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.316(b)(1)", "164.316(b)(2)(iii)"],
  remediation: ["Put right what the exception says, or remove it from the pack's configuration."],
  url: "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C/section-164.316",
};

export const EXCEPTIONS_USED: PackRule = {
  name: "exceptions-used",
  description: "Shows each resource that a rule was suspended for, why and until when.",
  severity: "low",
  level: "advisory",
  citations: ["164.316(b)(1)"],
  remediation: ["Bring the resource to what the rule requires, and remove the exception."],
  url: "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C/section-164.316",
};

export const MANDATORY_RULES_IN_FORCE: PackRule = {
  name: "mandatory-rules-in-force",
  description: "On a stack tagged as production or PHI, no configuration lowers a mandatory rule.",
  severity: "critical",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(8)"],
  remediation: ["Remove the enforcement level from the pack's configuration; except single resources, by name, with a reason, a ticket and a last day."],
  url: "https://www.pulumi.com/docs/using-pulumi/crossguard/configuration/",
};

export const PACK_RULES: readonly PackRule[] = [EXCEPTIONS_USED, EXCEPTIONS_CURRENT, MANDATORY_RULES_IN_FORCE];
