import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeResource } from "../../../policypack/engine/judge.ts";
import { Reader } from "../../../policypack/engine/reader.ts";
import type { ResourceRule } from "../../../policypack/engine/rule.ts";
import { rules } from "../../../policypack/rules/index.ts";
import { policy, type Statement, statement, type Widening, WIDENINGS, WIDENINGS_TO_ANYONE } from "./policy-document-statements.ts";

interface Case {
  readonly rule: string;
  /** @default the rule's first type */
  readonly type?: string;
  readonly property: string;
  readonly hasPrincipal: boolean;
  readonly widenings: readonly Widening[];
}

const identity = (rule: string, widenings: readonly Widening[] = WIDENINGS): Case => ({ rule, property: "policy", hasPrincipal: false, widenings });
const onResource = (rule: string, change: Partial<Case> = {}): Case => ({ rule, property: "policy", hasPrincipal: true, widenings: WIDENINGS_TO_ANYONE, ...change });
const trust = (rule: string, widenings: readonly Widening[]): Case => ({ rule, property: "assumeRolePolicy", hasPrincipal: true, widenings });

/**
 * Every rule that judges a document by its statements. Rules on one kind of principal (a service, an identity provider)
 * say nothing of "*", which iam-trust-policy-no-wildcard finds; the rule on NotAction is about the form, not the reach.
 */
const CASES: readonly Case[] = [
  identity("iam-policy-no-admin-statements"),
  identity("iam-policy-no-service-full-access"),
  identity("iam-passrole-no-wildcard-resource"),
  identity("iam-policy-kms-decrypt-on-named-keys"),
  identity("iam-policy-no-marketplace-subscribe"),
  identity("iam-policy-no-privilege-escalation"),
  identity("iam-policy-names-resources"),
  identity("iam-no-allow-with-not-action", []),
  onResource("kms-key-policy-no-wildcard-principal"),
  onResource("kms-phi-key-use-bound"),
  onResource("kms-enclave-key-attestation-required", { widenings: [] }),
  onResource("kms-enclave-key-no-bypass", { widenings: [] }),
  onResource("s3-bucket-policy-not-public"),
  onResource("s3-bucket-policy-named-grantees"),
  onResource("s3-bucket-policy-tls-only"),
  onResource("ecr-repository-not-public"),
  onResource("lambda-permission-not-public", { type: "aws:lambda/resourcePolicy:ResourcePolicy" }),
  onResource("cloudwatch-log-resource-policy-not-public", { property: "policyDocument" }),
  trust("iam-trust-policy-no-wildcard", WIDENINGS_TO_ANYONE),
  trust("iam-role-for-people-requires-mfa", WIDENINGS_TO_ANYONE),
  trust("iam-trust-policy-service-scoped", WIDENINGS),
  trust("iam-trust-irsa-one-service-account", WIDENINGS),
  trust("iam-trust-github-one-branch", WIDENINGS),
  trust("iam-trust-web-identity-audience", WIDENINGS),
];

describe.each(CASES.map((given) => [given.rule, given] as const))("%s", (name, { type, property, hasPrincipal, widenings }) => {
  const rule = ruleNamed(name);
  const findings = (statements: readonly Statement[]): number => countFindings(rule, type ?? rule.resources[0] ?? "", property, statements);

  test("adding a Deny never creates a finding", () => {
    fc.assert(
      fc.property(policy(hasPrincipal), statement("Deny", hasPrincipal), fc.nat(), (statements, denial, place) => {
        const before = findings(statements);
        expect(findings(statements.toSpliced(place % (statements.length + 1), 0, denial))).toBeLessThanOrEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test.each(widenings.map((widening) => [widening.what, widening] as const))("widening an Allow to %s never removes the finding", (_what, widening) => {
    fc.assert(
      fc.property(policy(hasPrincipal), fc.nat(), (statements, place) => {
        const index = place % statements.length;
        const given = statements[index] ?? {};
        fc.pre(given["Effect"] === "Allow" && findings(statements) > 0);
        expect(findings(statements.with(index, widening.apply(given)))).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

function ruleNamed(name: string): ResourceRule {
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule?.scope !== "resource") {
    throw new Error(`the pack has no resource rule ${name}`);
  }
  return rule;
}

function countFindings(rule: ResourceRule, type: string, property: string, statements: readonly Statement[]): number {
  const props = { [property]: JSON.stringify({ Version: "2012-10-17", Statement: statements }), tags: { DataClassification: "phi" } };
  const urn = `urn:pulumi:test::test::${type}::subject`;
  const outcome = judgeResource(rule, { type, name: "subject", urn, props: new Reader(props), provider: undefined, protect: false, ignoreChanges: [] });
  if (outcome.kind === "undecided") {
    throw new Error(`undecided: ${outcome.property}`);
  }
  return outcome.kind === "violated" ? outcome.findings.length : 0;
}
