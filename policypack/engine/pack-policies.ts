import type { EnforcementLevel, Policies, StackValidationPolicy } from "@pulumi/policy";
import { exceptionProblems, loweredRules, usedExceptions } from "./exception-findings.ts";
import { ExceptionLedger } from "./exception-ledger.ts";
import { EXCEPTIONS_SCHEMA, exceptionsFrom } from "./exceptions.ts";
import { isGuardedStack } from "./guarded-stack.ts";
import { messageOf } from "./judge.ts";
import { EXCEPTIONS_CURRENT, EXCEPTIONS_USED, MANDATORY_RULES_IN_FORCE, PACK_RULES, type PackRule } from "./pack-rules.ts";
import { metadataOf, stackOf, toPolicy } from "./policies.ts";
import type { Finding, Rule } from "./rule.ts";

/** Level and properties of each policy, as the engine hands them over before it asks for a judgement. */
export type PackConfiguration = ReadonlyMap<string, { readonly enforcementLevel: EnforcementLevel; readonly properties: object }>;

/**
 * All policies of the pack: its rules, with the exceptions that the configuration makes, and after them
 * the rules about that configuration, which hold whatever it says.
 */
export class PackPolicies {
  /** In the order in which they must judge the stack: what was excepted is known last. */
  readonly policies: Policies;
  readonly #rules: readonly Rule[];
  readonly #ledger: ExceptionLedger;
  #configuration: PackConfiguration = new Map();

  constructor(rules: readonly Rule[], ledger = new ExceptionLedger()) {
    this.#rules = rules;
    this.#ledger = ledger;
    this.policies = [
      ...rules.map((rule) => toPolicy(rule, ledger)),
      this.#exceptionsUsed(),
      { ...this.#about(EXCEPTIONS_CURRENT, (isGuarded) => exceptionProblems(ledger, rules, isGuarded)), configSchema: EXCEPTIONS_SCHEMA },
      this.#about(MANDATORY_RULES_IN_FORCE, (isGuarded) => this.#lowered(isGuarded)),
    ];
  }

  /**
   * Takes over the configuration, before anything is judged.
   * @returns the configuration to judge by, in which the rules about it have their own level
   */
  configure(configuration: PackConfiguration): PackConfiguration {
    this.#configuration = configuration;
    this.#ledger.start(exceptionsFrom(configuration.get(EXCEPTIONS_CURRENT.name)?.properties ?? {}));
    const own = PACK_RULES.map(({ name, level }) => [name, { enforcementLevel: level ?? "mandatory", properties: configuration.get(name)?.properties ?? {} }] as const);
    return new Map([...configuration, ...own]);
  }

  #exceptionsUsed(): StackValidationPolicy {
    return {
      ...metadataOf(EXCEPTIONS_USED),
      validateStack: (_args, report) => {
        for (const { urn, message } of usedExceptions(this.#ledger)) {
          report(message, urn);
        }
      },
    };
  }

  #about(rule: PackRule, findingsOf: (isGuarded: () => boolean) => readonly Finding[]): StackValidationPolicy {
    return {
      ...metadataOf(rule),
      validateStack: ({ resources, stackTags }, report) => {
        const findings = findingsOf(() => isGuardedStack(stackTags, stackOf(resources)));
        if (findings.length > 0) {
          report(messageOf(rule, { kind: "violated", findings }));
        }
      },
    };
  }

  #lowered(isGuarded: () => boolean): readonly Finding[] {
    const lowered = loweredRules(this.#rules, (rule) => this.#configuration.get(rule)?.enforcementLevel);
    return lowered.length > 0 && isGuarded() ? lowered : [];
  }
}
