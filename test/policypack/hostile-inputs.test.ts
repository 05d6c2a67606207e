import { array, assert, constantFrom, letrec, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeResource, judgeStack, type Outcome } from "../../policypack/engine/judge.ts";
import { Reader } from "../../policypack/engine/reader.ts";
import { EVERY_AWS_TYPE, type StackResource } from "../../policypack/engine/rule.ts";
import { judgedStack } from "../../policypack/engine/stack.ts";
import { rules } from "../../policypack/rules/index.ts";
import { UNKNOWN, unknownCheckingProxy } from "./unknown-value.ts";

/** Values of every shape, some unknown; an object answers to every name, so that rules find something wherever they look. */
const value = letrec<{ leaf: unknown; tree: unknown }>((tie) => ({
  leaf: oneof(
    constantFrom<unknown>(UNKNOWN, null, true, false, 0, -1, 1.5, 2192, "", "*", "All", "Enabled", "phi", "audit", "true", "aws:kms", "arn:aws:s3:::x/*", "{", '{"Statement":[{}]}'),
    string({ maxLength: 8 }),
  ),
  tree: oneof(
    { depthSize: "small" },
    tie("leaf"),
    array(tie("tree"), { maxLength: 3 }),
    tie("tree").map((inner) => answering(inner)),
  ),
})).tree;

function answering(inner: unknown): object {
  return new Proxy({ Statement: inner }, {
    get: (target, name) => (typeof name === "string" ? inner : Reflect.get(target, name)),
    has: () => true,
  });
}

function resourceOf(type: string, name: string, props: object): StackResource {
  const urn = `urn:pulumi:test::test::${type}::${name}`;
  return {
    type, name, urn,
    props: new Reader(unknownCheckingProxy(props), "", urn),
    provider: undefined,
    protect: false,
    ignoreChanges: ["tags", "*"],
    parentUrn: undefined,
    propertyDependencies: new Map(),
  };
}

/** A rule that fails is reported as a finding of its own. */
function failures(outcome: Outcome): readonly string[] {
  return outcome.kind === "violated" ? outcome.findings.filter((finding) => finding.property === "(rule)").map(({ found }) => found) : [];
}

describe("whatever the inputs are, wrong types included, each rule judges and none fails", () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
    const types = rule.resources[0] === EVERY_AWS_TYPE ? ["aws:s3/bucket:Bucket"] : rule.resources.slice(0, 12);
    assert(
      property(constantFrom(...types), value, value, (type, first, second) => {
        const resources = [resourceOf(type, "first", answering(first)), ...rule.resources.slice(0, 12).map((other) => resourceOf(other, "second", answering(second)))];
        const [subject] = resources;
        const outcome = rule.scope === "stack" ? judgeStack(rule, judgedStack(resources)) : subject === undefined ? undefined : judgeResource(rule, subject);
        expect(outcome === undefined ? ["nothing was judged"] : failures(outcome)).toEqual([]);
      }),
      { numRuns: 60, seed: 20_261_122 },
    );
  });
});
