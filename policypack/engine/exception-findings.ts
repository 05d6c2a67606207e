import type { EnforcementLevel } from "@pulumi/policy";
import type { ExceptionLedger } from "./exception-ledger.ts";
import { type Exception, isExpired, lacks } from "./exceptions.ts";
import type { Finding, Rule } from "./rule.ts";

/** A resource for which an exception was used, in words. */
export interface UseNote {
  readonly urn: string;
  readonly message: string;
}

/** What the exceptions of this run hid, one note for each resource and rule. */
export function usedExceptions(ledger: ExceptionLedger): readonly UseNote[] {
  return ledger.exceptions.flatMap((exception) => ledger.usesOf(exception).map((urn) => ({ urn, message: noteOf(exception) })));
}

/** What is wrong with the exceptions of this run; to be asked when everything has been judged. */
export function exceptionProblems(ledger: ExceptionLedger, rules: readonly Rule[], isGuarded: () => boolean): readonly Finding[] {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  return ledger.exceptions.flatMap((exception, index): readonly Finding[] => {
    const path = `exceptions[${String(index)}]`;
    const rule = byName.get(exception.rule);
    if (rule === undefined) {
      return [{ property: `${path}.rule`, found: JSON.stringify(exception.rule), required: "the name of a rule of this pack" }];
    }
    if (isExpired(exception, ledger.today)) {
      return [{ property: `${path}.expires`, found: `${exception.expires ?? ""} for ${subjectOf(exception)}`, required: `a day from ${ledger.today} on` }];
    }
    const missing = rule.level === "advisory" ? [] : lacks(exception);
    if (missing.length > 0 && isGuarded()) {
      return missing.map((field) => ({
        property: `${path}.${field}`,
        found: field === "resource" ? `${JSON.stringify(exception.resource)}, which is every resource` : `nothing for ${subjectOf(exception)}`,
        required: field === "resource" ? "a pattern that names resources" : `a ${FIELDS[field]}, as the rule is mandatory and the stack tagged as production or PHI`,
      }));
    }
    return ledger.usesOf(exception).length > 0 ? [] : [{ property: path, found: `${subjectOf(exception)}, which breaks nothing`, required: "no exception that is not used" }];
  });
}

/** The mandatory rules that the configuration lowers, by what it lowers them to. */
export function loweredRules(rules: readonly Rule[], levelOf: (rule: string) => EnforcementLevel | undefined): readonly Finding[] {
  const lowered = rules.filter(({ level }) => level !== "advisory").flatMap(({ name }) => {
    const level = levelOf(name);
    return level === "advisory" || level === "disabled" ? [{ name, level }] : [];
  });
  return [...Map.groupBy(lowered, ({ level }) => level)].map(([level, group]) => ({
    property: "enforcementLevel",
    found: `${level} for ${listed(group.map(({ name }) => name))}`,
    required: "mandatory, as the stack is tagged as production or PHI",
  }));
}

const FIELDS = { reason: "reason", ticket: "ticket", expires: "last day" } as const;

function noteOf(exception: Exception): string {
  const until = exception.expires === undefined ? "without an end" : `until ${exception.expires}`;
  const ticket = exception.ticket === undefined ? "no ticket" : exception.ticket;
  return `${exception.rule} is excepted here ${until}: ${exception.reason ?? "no reason"} (${ticket}).`;
}

function subjectOf({ rule, resource }: Exception): string {
  return `${rule} on ${resource}`;
}

/** A few names and how many more. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8);
  return `${shown.join(", ")}${names.length > shown.length ? ` and ${String(names.length - shown.length)} more` : ""}`;
}
