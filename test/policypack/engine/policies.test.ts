import { type PolicyResource, unknownCheckingProxy } from "@pulumi/policy";
import { describe, expect, test } from "vitest";
import { ExceptionLedger } from "../../../policypack/engine/exception-ledger.ts";
import { metadataOf, stackOf, toPolicy } from "../../../policypack/engine/policies.ts";
import { defineRule, defineStackRule, type JudgedStack, type ResourceRule, type StackRule } from "../../../policypack/engine/rule.ts";
import { UNKNOWN } from "../unknown-value.ts";

const TYPE = "aws:s3/bucket:Bucket";
const facts = {
  name: "bucket-named", description: "Named.", severity: "low", citations: ["164.312(b)", "164.308(a)(2)"], controls: [], remediation: ["Name it.", "Tell others."], url: "https://example.org", resources: [TYPE],
} as const;
const ledger = new ExceptionLedger(() => "2026-06-15");

function bucket(name: string, props: object, dependencies: Readonly<Record<string, PolicyResource[]>> = {}): PolicyResource {
  return {
    type: TYPE, name, urn: `urn:${name}`, props: unknownCheckingProxy(props), dependencies: [], propertyDependencies: dependencies, isType: () => false, asType: () => undefined,
    opts: { protect: true, ignoreChanges: ["tags"], aliases: [], additionalSecretOutputs: [], customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 } },
  };
}

/** What the policy reports, and why it says that it does not apply. */
function answersOf(rule: StackRule | ResourceRule, resources: PolicyResource[]): readonly (readonly [message: string, urn: string | undefined])[] {
  const said: [string, string | undefined][] = [];
  const shared = { stackTags: new Map<string, string>(), getConfig: () => Object({ names: ["given"] }), notApplicable: (reason?: string): never => { throw new Error(`not applicable: ${reason ?? ""}`); } };
  const policy = toPolicy(rule, ledger);
  if ("validateStack" in policy) {
    void policy.validateStack({ ...shared, resources }, (message, urn) => { said.push([message, urn]); });
  } else if (typeof policy.validateResource === "function") {
    for (const resource of resources) {
      void policy.validateResource({ ...resource, ...shared, asType: () => undefined }, (message, urn) => { said.push([message, urn]); });
    }
  }
  return said;
}

describe("what Pulumi shows of a rule", () => {
  test("is its facts, with the paragraphs it upholds and the steps in order", () => {
    expect(metadataOf(facts)).toEqual({
      name: "bucket-named", description: "Named.", enforcementLevel: "mandatory", severity: "low",
      framework: { name: "HIPAA Security Rule", version: "45 CFR Part 164 Subpart C", reference: "164.312(b); 164.308(a)(2)", specification: "Audit controls; Assigned security responsibility" },
      remediationSteps: "1. Name it.\n2. Tell others.", url: "https://example.org", tags: ["HIPAA"],
    });
    expect(metadataOf({ ...facts, level: "advisory" }).enforcementLevel).toBe("advisory");
  });

  test("has a schema only where something can be configured", () => {
    expect(toPolicy(defineRule({ ...facts, check: () => [] }), ledger)).not.toHaveProperty("configSchema");
    const parameters = { names: { description: "Names.", default: [] } };
    expect(toPolicy(defineRule({ ...facts, parameters, check: () => [] }), ledger).configSchema).toEqual({ properties: { names: { type: "array", items: { type: "string" }, description: "Names.", default: [] } } });
  });
});

describe("what is reported", () => {
  const finding = { property: "acl", found: "public-read", required: "none" };
  const wrong = "acl: found public-read, required none. Fix: Name it. Tell others.";

  test("of a stack: one message for each resource, and one for the stack itself", () => {
    const rule = defineStackRule({ ...facts, check: () => [{ ...finding, urn: "urn:a" }, { ...finding, urn: "urn:b" }, { ...finding, urn: "urn:a" }] });
    expect(answersOf(rule, [bucket("a", {})])).toEqual([[wrong, "urn:a"], [wrong, "urn:b"]]);
  });

  test("of one resource: what is wrong, by the configuration given", () => {
    const parameters = { names: { description: "Names.", default: [] } };
    const rule = defineRule({ ...facts, parameters, check: ({ protect, ignoreChanges }, settings) => [{ property: String(protect), found: ignoreChanges.join(), required: settings.strings("names").join() }] });
    expect(answersOf(rule, [bucket("a", {})])).toEqual([["true: found tags, required given. Fix: Name it. Tell others.", undefined]]);
  });

  test("where something is not known yet: its resource is blamed", () => {
    const source = bucket("key", {});
    const rule = defineStackRule({ ...facts, check: (stack) => stack.ofType(TYPE).flatMap(({ props }) => (props.string("policy") === undefined ? [] : [])) });
    const [[message, urn] = []] = answersOf(rule, [bucket("a", { policy: UNKNOWN }, { policy: [source] })]);
    expect(message).toMatch(/^Undecided: policy is not known/u);
    expect(urn).toBe("urn:a");
  });

  test("where a rule does not apply: that, with the reason", () => {
    expect(() => answersOf(defineRule({ ...facts, check: () => ({ notApplicable: "no name is needed" }) }), [bucket("a", {})])).toThrow("not applicable: no name is needed");
    expect(() => answersOf(defineStackRule({ ...facts, check: () => ({ notApplicable: "no name is needed" }) }), [bucket("a", {})])).toThrow("not applicable: no name is needed");
    expect(() => answersOf(defineStackRule({ ...facts, resources: ["aws:kms/key:Key"], check: () => [] }), [bucket("a", {})])).toThrow("not applicable: the stack has no resource");
  });
});

describe("a stack as rules see it", () => {
  const key = bucket("key", { arn: UNKNOWN });
  const resources = [bucket("a", { bucket: "a", kmsKeyId: UNKNOWN, id: UNKNOWN }, { kmsKeyId: [key] }), { ...bucket("b", { bucket: "b" }), parent: key, provider: { type: "pulumi:providers:aws", props: { region: "us-east-1" }, urn: "urn:provider", name: "default" } }];
  const judged: JudgedStack = stackOf(resources);
  const [first, second] = judged.resources;

  test("has what the program gave, known or not, and not what AWS will fill in", () => {
    expect([first?.props.has("bucket"), first?.props.has("kmsKeyId"), first?.props.has("id"), first?.props.has("policy")]).toEqual([true, true, false, false]);
    expect(() => first?.props.string("kmsKeyId")).toThrow("kmsKeyId is not known at preview");
    expect(first?.props.string("id")).toBeUndefined();
  });

  test("knows what each property is made from, parents and providers", () => {
    expect(first?.propertyDependencies).toEqual(new Map([["kmsKeyId", ["urn:key"]]]));
    expect([first?.parentUrn, second?.parentUrn]).toEqual([undefined, "urn:key"]);
    expect([first?.provider, second?.provider?.string("region")]).toEqual([undefined, "us-east-1"]);
  });

  test("is built once for all rules", () => {
    expect(stackOf(resources)).toBe(judged);
    expect(stackOf([...resources])).not.toBe(judged);
  });
});
