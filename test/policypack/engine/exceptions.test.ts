import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { exceptionProblems, loweredRules, usedExceptions } from "../../../policypack/engine/exception-findings.ts";
import { ExceptionLedger } from "../../../policypack/engine/exception-ledger.ts";
import { type Exception, EXCEPTIONS_SCHEMA, exceptionsFrom, isExpired, isFor, lacks } from "../../../policypack/engine/exceptions.ts";
import type { Outcome } from "../../../policypack/engine/judge.ts";
import { defineRule, type Rule } from "../../../policypack/engine/rule.ts";

const TODAY = "2026-06-15";
const REPORTS = "urn:pulumi:prod::platform::hipaa:index:Store$aws:rds/instance:Instance::reports";
const RECORDS = "urn:pulumi:prod::platform::aws:rds/instance:Instance::records";
const full: Exception = { rule: "rds-instance-multi-az", resource: "reports", reason: "made anew every night", ticket: "SEC-7", expires: "2026-06-30" };

const multiAz = ruleOf("rds-instance-multi-az");
const kept = ruleOf("rds-instance-backups");
const advised: Rule = { ...ruleOf("rds-instance-proxied"), level: "advisory" };
const rules = [multiAz, kept, advised];
const violated: Outcome = { kind: "violated", findings: [{ property: "multiAz", found: "false", required: "true" }] };

function ruleOf(name: string): Rule {
  return defineRule({
    name, description: "Judged elsewhere.", severity: "high", citations: ["164.308(a)(7)(i)"], controls: [], remediation: ["Change it."], url: "https://example.com",
    resources: ["aws:rds/instance:Instance"], check: () => [],
  });
}

/** Started with the exceptions, on the day. */
function ledgerOf(...exceptions: readonly Exception[]): ExceptionLedger {
  const ledger = new ExceptionLedger(() => TODAY);
  ledger.start(exceptions);
  return ledger;
}

const isGuarded = (): boolean => true;
const isOpen = (): boolean => false;

describe("which resources an exception is for", () => {
  test.each([
    ["reports", REPORTS, true],
    ["reports", RECORDS, false],
    ["report", REPORTS, false],
    ["re*s", REPORTS, true],
    ["re?o?ts", REPORTS, true],
    ["*", RECORDS, true],
    ["urn:*::reports", REPORTS, true],
    ["urn:*::reports", RECORDS, false],
    ["urn:*hipaa:index:Store$aws:rds/*", REPORTS, true],
    ["aws:rds/instance:Instance::reports", REPORTS, false],
  ])("%s, of %s: %s", (resource, urn, expected) => {
    expect(isFor({ ...full, resource }, "rds-instance-multi-az", urn)).toBe(expected);
  });

  test("never one of another rule", () => {
    expect(isFor({ ...full, resource: "*" }, "rds-instance-backups", REPORTS)).toBe(false);
  });

  test("a name that holds :: or signs of regular expressions means itself", () => {
    assert(property(string({ minLength: 1, unit: constantFrom("a", "Z", ":", ".", "+", "(", "[", "$", "^", "|", "\\", "/", "-", "\n", "é") }), string(), (name, other) => {
      const urn = `urn:pulumi:prod::platform::aws:rds/instance:Instance::${name}`;
      expect(isFor({ ...full, resource: name }, full.rule, urn)).toBe(!name.startsWith("urn:"));
      expect(isFor({ ...full, resource: name }, full.rule, `${urn}${other}`)).toBe(other === "" && !name.startsWith("urn:"));
    }), { seed: 20_261_122 });
  });
});

describe("until when an exception holds", () => {
  test.each([[undefined, false], ["2026-06-15", false], ["2026-06-14", true], ["2027-01-01", false], ["2026-02-30", true], ["2027-13-01", true], ["soon", true], ["2026-6-30", true]])("%s is past on 15 June 2026: %s", (expires, expected) => {
    expect(isExpired({ ...full, expires }, TODAY)).toBe(expected);
  });
});

describe("what an exception lacks", () => {
  test("nothing, with all its fields", () => {
    expect(lacks(full)).toEqual([]);
  });

  test.each([["reason"], ["ticket"], ["expires"]] as const)("its %s", (field) => {
    expect(lacks({ ...full, [field]: undefined })).toEqual([field]);
  });

  test.each([["*"], ["**"], ["?*"], ["urn:*"], [""]])("a resource, when the pattern is %j, which means all or none", (resource) => {
    expect(lacks({ ...full, resource })).toEqual(["resource"]);
  });
});

describe("the configuration", () => {
  test("is read whatever its shape; blank text is as good as none", () => {
    expect(exceptionsFrom({})).toEqual([]);
    expect(exceptionsFrom({ exceptions: "all" })).toEqual([]);
    expect(exceptionsFrom({ exceptions: [full] })).toEqual([full]);
    expect(exceptionsFrom({ exceptions: [null, 7, { rule: "a", resource: ["b"], reason: "  ", expires: 20_260_630 }] })).toEqual([
      { rule: "", resource: "", reason: undefined, ticket: undefined, expires: undefined },
      { rule: "", resource: "", reason: undefined, ticket: undefined, expires: undefined },
      { rule: "a", resource: "", reason: undefined, ticket: undefined, expires: undefined },
    ]);
  });
});

describe("the schema by which the engine checks the configuration", () => {
  const { properties } = EXCEPTIONS_SCHEMA;
  const text = { type: "string", minLength: 1 };

  test("takes a list of exceptions with these fields and no others", () => {
    expect(properties).toMatchObject({
      exceptions: {
        type: "array", default: [],
        items: {
          type: "object", required: ["rule", "resource", "reason"], additionalProperties: false,
          properties: { rule: text, resource: text, reason: text, ticket: text, expires: { type: "string" } },
        },
      },
    });
  });

  test("tells of each field what it is", () => {
    const said = [...JSON.stringify(properties).matchAll(/"description":"([^"]*)"/gu)].map(([, description]) => description);
    expect(said).toHaveLength(6);
    expect(said.filter((description) => !/^[A-Z].{10,}\.$/u.test(description ?? ""))).toEqual([]);
  });

  test.each([["2026-06-30", true], ["2026-6-30", false], ["30.06.2026", false], ["x2026-06-30", false], ["2026-06-30x", false]])("takes %s as a day: %s", (day, expected) => {
    const [, pattern = ""] = /"pattern":"((?:[^"\\]|\\.)*)"/u.exec(JSON.stringify(properties)) ?? [];
    expect(new RegExp(JSON.parse(`"${pattern}"`), "u").test(day)).toBe(expected);
  });
});

describe("what is left of an outcome", () => {
  test("all of it, without exceptions, for another rule, for another resource or after the last day", () => {
    for (const exceptions of [[], [{ ...full, rule: kept.name }], [{ ...full, resource: "records" }], [{ ...full, expires: "2026-06-14" }]]) {
      expect(ledgerOf(...exceptions).remaining(multiAz, violated, { urn: REPORTS, isGuarded: isOpen })).toEqual(violated);
    }
  });

  test("nothing of what is excepted, decided or not, and the use is noted", () => {
    for (const outcome of [violated, { kind: "undecided", property: "multiAz" }] satisfies readonly Outcome[]) {
      const ledger = ledgerOf(full);
      expect(ledger.remaining(multiAz, outcome, { urn: REPORTS, isGuarded })).toEqual({ kind: "compliant" });
      expect(usedExceptions(ledger)).toEqual([{ urn: REPORTS, message: "rds-instance-multi-az is excepted here until 2026-06-30: made anew every night (SEC-7)." }]);
    }
  });

  test("of a stack's findings, those on other resources and those on none", () => {
    const [finding] = violated.findings;
    if (finding === undefined) {
      throw new Error("the outcome has no finding");
    }
    const outcome: Outcome = { kind: "violated", findings: [{ ...finding, urn: REPORTS }, { ...finding, urn: RECORDS }, finding] };
    const ledger = ledgerOf({ ...full, resource: "re*" }, { ...full, resource: "records", expires: "2026-06-01" });
    expect(ledger.remaining(multiAz, outcome, { isGuarded })).toEqual({ kind: "violated", findings: [finding] });
    expect(ledgerOf(full).remaining(multiAz, outcome, { isGuarded })).toEqual({ kind: "violated", findings: [outcome.findings[1], finding] });
  });

  test("all of a rule about the stack that could not decide: it has not looked at the others", () => {
    const undecided: Outcome = { kind: "undecided", property: "multiAz", urn: REPORTS };
    expect(ledgerOf(full).remaining(multiAz, undecided, { isGuarded })).toEqual(undecided);
  });

  test("all of it, where a mandatory rule on a guarded resource takes more fields", () => {
    for (const exception of [{ ...full, ticket: undefined }, { ...full, expires: undefined }, { ...full, resource: "*" }]) {
      expect(ledgerOf(exception).remaining(multiAz, violated, { urn: REPORTS, isGuarded })).toEqual(violated);
      expect(ledgerOf(exception).remaining(multiAz, violated, { urn: REPORTS, isGuarded: isOpen })).toEqual({ kind: "compliant" });
      expect(ledgerOf({ ...exception, rule: advised.name }).remaining(advised, violated, { urn: REPORTS, isGuarded })).toEqual({ kind: "compliant" });
    }
  });

  test("never more than there was, whatever the exceptions are", () => {
    const anyException = constantFrom("reports", "records", "*", "urn:*", "").map((resource) => ({ ...full, resource }));
    assert(property(array(anyException), array(constantFrom(REPORTS, RECORDS, undefined)), (exceptions, urns) => {
      const findings = urns.map((urn, index) => ({ property: `p${String(index)}`, found: "f", required: "r", ...(urn === undefined ? {} : { urn }) }));
      const left = ledgerOf(...exceptions).remaining(multiAz, { kind: "violated", findings }, { isGuarded: isOpen });
      const leftFindings = left.kind === "violated" ? left.findings : [];
      expect(findings.filter((finding) => leftFindings.includes(finding))).toEqual(leftFindings);
      expect(leftFindings.filter(({ urn }) => urn === undefined).length).toBe(urns.filter((urn) => urn === undefined).length);
    }), { seed: 20_261_122 });
  });
});

describe("what is wrong with exceptions", () => {
  test("nothing, where each is used, has its fields and has not run out", () => {
    expect(problems([full], isGuarded, REPORTS)).toEqual([]);
    expect(problems([{ ...full, ticket: undefined, expires: undefined, resource: "*" }], isOpen, REPORTS)).toEqual([]);
  });

  test("one that nothing needs", () => {
    expect(problems([full], isGuarded)).toEqual(["exceptions[0]: rds-instance-multi-az on reports, which breaks nothing"]);
    expect(problems([full], isGuarded, RECORDS)).toEqual(["exceptions[0]: rds-instance-multi-az on reports, which breaks nothing"]);
  });

  test("one that has run out, though it would be used", () => {
    expect(problems([{ ...full, expires: "2026-06-14" }], isGuarded, REPORTS)).toEqual(["exceptions[0].expires: 2026-06-14 for rds-instance-multi-az on reports"]);
  });

  test("one of a rule that the pack does not have", () => {
    expect(problems([full, { ...full, rule: "rds-multi-az" }], isGuarded, REPORTS)).toEqual(['exceptions[1].rule: "rds-multi-az"']);
  });

  test("on a guarded stack, one that lacks fields: each is named", () => {
    expect(problems([{ ...full, ticket: undefined, expires: undefined }], isGuarded, REPORTS)).toEqual([
      "exceptions[0].ticket: nothing for rds-instance-multi-az on reports",
      "exceptions[0].expires: nothing for rds-instance-multi-az on reports",
    ]);
    expect(problems([{ ...full, resource: "*" }], isGuarded, REPORTS)).toEqual(['exceptions[0].resource: "*", which is every resource']);
  });

  test("each says what would do", () => {
    expect(required(full)).toEqual(["no exception that is not used"]);
    expect(required({ ...full, rule: "rds-multi-az" })).toEqual(["the name of a rule of this pack"]);
    expect(required({ ...full, expires: "2026-06-14" })).toEqual(["a day from 2026-06-15 on"]);
    expect(required({ ...full, resource: "*" })).toEqual(["a pattern that names resources"]);
    expect(required({ ...full, reason: undefined, ticket: undefined, expires: undefined })).toEqual(
      ["reason", "ticket", "last day"].map((field) => `a ${field}, as the rule is mandatory and the stack tagged as production or PHI`),
    );
    expect(required({ ...full, rule: advised.name, ticket: undefined })).toEqual(["no exception that is not used"]);
  });

  test("a use without reason, ticket or end says so", () => {
    const ledger = ledgerOf({ ...full, reason: undefined, ticket: undefined, expires: undefined });
    ledger.remaining(multiAz, violated, { urn: REPORTS, isGuarded: isOpen });
    expect(usedExceptions(ledger)).toEqual([{ urn: REPORTS, message: "rds-instance-multi-az is excepted here without an end: no reason (no ticket)." }]);
  });

  test("rules that the configuration lowers are listed by what to, eight of them by name", () => {
    const many = Array.from({ length: 10 }, (_none, index) => ruleOf(`rule-${String(index)}`));
    const inForce = "mandatory, as the stack is tagged as production or PHI";
    expect(loweredRules([...many, advised], (name) => (name === "rule-9" ? "disabled" : "advisory"))).toEqual([
      { property: "enforcementLevel", found: "advisory for rule-0, rule-1, rule-2, rule-3, rule-4, rule-5, rule-6, rule-7 and 1 more", required: inForce },
      { property: "enforcementLevel", found: "disabled for rule-9", required: inForce },
    ]);
    expect(loweredRules(many, (name) => (name === "rule-0" ? undefined : "mandatory"))).toEqual([]);
  });

  test("a ledger goes by the day of the calendar unless it is told another", () => {
    expect(new ExceptionLedger().today).toBe(new Date().toISOString().slice(0, 10));
    expect(new ExceptionLedger().exceptions).toEqual([]);
    const untouched: Outcome = { kind: "notApplicable", reason: "other types" };
    expect(ledgerOf(full).remaining(multiAz, untouched, { urn: REPORTS, isGuarded })).toBe(untouched);
  });

  test("a new run forgets the uses of the last", () => {
    const ledger = ledgerOf(full);
    ledger.remaining(multiAz, violated, { urn: REPORTS, isGuarded });
    ledger.start([full]);
    expect(exceptionProblems(ledger, rules, isGuarded)).toHaveLength(1);
  });
});

/** What each exception would have to be, on a guarded stack. */
function required(exception: Exception): readonly string[] {
  return exceptionProblems(ledgerOf(exception), rules, isGuarded).map((finding) => finding.required);
}

/** In words, once each of the resources has been judged to break the rule. */
function problems(exceptions: readonly Exception[], guarded: () => boolean, ...used: readonly string[]): readonly string[] {
  const ledger = ledgerOf(...exceptions);
  used.forEach((urn) => ledger.remaining(multiAz, violated, { urn, isGuarded: guarded }));
  return exceptionProblems(ledger, rules, guarded).map(({ property: path, found }) => `${path}: ${found}`);
}
