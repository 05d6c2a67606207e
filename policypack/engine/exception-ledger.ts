import { type Exception, isExpired, isFor, lacks } from "./exceptions.ts";
import type { Outcome } from "./judge.ts";
import type { Rule } from "./rule.ts";

/** What an outcome is about. */
export interface Subject {
  /** URN of the resource; undefined for a judgement of the whole stack. */
  readonly urn?: string;
  /** Whether the resource or stack is tagged as production or PHI; asked only when an exception would apply. */
  readonly isGuarded: () => boolean;
}

/** The exceptions of one run of the pack, and where each was used. */
export class ExceptionLedger {
  readonly #today: () => string;
  #exceptions: readonly Exception[] = [];
  #uses = new Map<Exception, Set<string>>();

  /** @param today - the day as YYYY-MM-DD */
  constructor(today: () => string = () => new Date().toISOString().slice(0, "YYYY-MM-DD".length)) {
    this.#today = today;
  }

  get exceptions(): readonly Exception[] {
    return this.#exceptions;
  }

  get today(): string {
    return this.#today();
  }

  /** Starts a run: nothing is used yet. */
  start(exceptions: readonly Exception[]): void {
    this.#exceptions = exceptions;
    this.#uses = new Map(exceptions.map((exception) => [exception, new Set()]));
  }

  /**
   * The outcome without what is excepted, which is noted. Where a rule about the whole stack could not
   * decide, nothing is excepted: it has not looked at the other resources.
   */
  remaining(rule: Rule, outcome: Outcome, { urn, isGuarded }: Subject): Outcome {
    if (this.#exceptions.length === 0) {
      return outcome;
    }
    switch (outcome.kind) {
      case "compliant":
      case "notApplicable":
        return outcome;
      case "undecided":
        return urn !== undefined && this.#isExcepted(rule, urn, isGuarded) ? { kind: "compliant" } : outcome;
      case "violated": {
        const findings = outcome.findings.filter((finding) => {
          const blamed = finding.urn ?? urn;
          return blamed === undefined || !this.#isExcepted(rule, blamed, isGuarded);
        });
        return findings.length === 0 ? { kind: "compliant" } : { kind: "violated", findings };
      }
    }
  }

  /** URNs of the resources for which the exception was used in this run. */
  usesOf(exception: Exception): readonly string[] {
    return [...this.#uses.get(exception) ?? []];
  }

  #isExcepted(rule: Rule, urn: string, isGuarded: () => boolean): boolean {
    const holding = this.#exceptions.filter((exception) => isFor(exception, rule.name, urn) && this.#holds(rule, exception, isGuarded));
    for (const exception of holding) {
      this.#uses.get(exception)?.add(urn);
    }
    return holding.length > 0;
  }

  #holds(rule: Rule, exception: Exception, isGuarded: () => boolean): boolean {
    return !isExpired(exception, this.today) && (rule.level === "advisory" || lacks(exception).length === 0 || !isGuarded());
  }
}
