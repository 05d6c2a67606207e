import { type PolicyResource, type ResourceValidationArgs, type StackValidationArgs, unknownCheckingProxy } from "@pulumi/policy";
import { describe, expect, test } from "vitest";
import { ExceptionLedger } from "../../../policypack/engine/exception-ledger.ts";
import { type PackConfiguration, PackPolicies } from "../../../policypack/engine/pack-policies.ts";
import { PACK_RULES } from "../../../policypack/engine/pack-rules.ts";
import { defineRule, defineStackRule } from "../../../policypack/engine/rule.ts";
import { rules as allRules } from "../../../policypack/rules/index.ts";

const TYPE = "aws:rds/instance:Instance";
const facts = { severity: "high", citations: ["164.308(a)(7)(i)"], controls: [], remediation: ["Change it."], url: "https://example.com", resources: [TYPE] } as const;
const multiAz = defineRule({
  ...facts, name: "multi-az", description: "Two zones.", check: ({ props }) => (props.boolean("multiAz") === true ? [] : [{ property: "multiAz", found: "false", required: "true" }]),
});
const backedUp = defineStackRule({
  ...facts, name: "backed-up", description: "Backed up.", check: (stack) => stack.ofType(TYPE).map(({ urn }) => ({ urn, property: "plan", found: "none", required: "one" })),
});
const advised = defineRule({ ...facts, name: "proxied", level: "advisory", description: "Behind a proxy.", check: () => [] });
const rules = [multiAz, backedUp, advised];

interface Said {
  readonly policy: string;
  readonly message: string;
  readonly urn: string | undefined;
}

interface Run {
  readonly instances: Readonly<Record<string, object>>;
  readonly exceptions?: readonly object[];
  readonly levels?: Readonly<Record<string, "advisory" | "mandatory" | "remediate" | "disabled">>;
  readonly stackTags?: Readonly<Record<string, string>>;
}

/** Judges a stack of database instances as the engine does: each resource, then the stack, policies in their order. */
function run({ instances, exceptions = [], levels = {}, stackTags = {} }: Run): { readonly said: readonly Said[]; readonly configuration: PackConfiguration } {
  const pack = new PackPolicies(rules, new ExceptionLedger(() => "2026-06-15"));
  const given: PackConfiguration = new Map(pack.policies.map(({ name, enforcementLevel = "mandatory" }) => [name, {
    enforcementLevel: levels[name] ?? enforcementLevel, properties: name === "exceptions-current" ? { exceptions } : {},
  }] as const));
  const configuration = pack.configure(given);
  const said: Said[] = [];
  const tags = new Map(Object.entries(stackTags));
  const resources = Object.entries(instances).map(([name, props]) => resourceOf(name, props));
  for (const policy of pack.policies) {
    if ("validateResource" in policy && typeof policy.validateResource === "function" && configuration.get(policy.name)?.enforcementLevel !== "disabled") {
      for (const resource of resources) {
        const args: ResourceValidationArgs = { ...resource, stackTags: tags, getConfig: () => Object({}), notApplicable: refuse, asType: () => undefined };
        void policy.validateResource(args, (message) => { said.push({ policy: policy.name, message, urn: resource.urn }); });
      }
    }
  }
  for (const policy of pack.policies) {
    if ("validateStack" in policy && configuration.get(policy.name)?.enforcementLevel !== "disabled") {
      const args: StackValidationArgs = { resources, stackTags: tags, getConfig: () => Object({}), notApplicable: refuse };
      void policy.validateStack(args, (message, urn) => { said.push({ policy: policy.name, message, urn }); });
    }
  }
  return { said, configuration };
}

function resourceOf(name: string, props: object): PolicyResource {
  return {
    type: TYPE, name, urn: urnOf(name), props: unknownCheckingProxy(props), dependencies: [], propertyDependencies: {}, isType: () => false, asType: () => undefined,
    opts: { protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [], customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 } },
  };
}

function urnOf(name: string): string {
  return `urn:pulumi:test::test::${TYPE}::${name}`;
}

function refuse(reason?: string): never {
  throw new Error(reason ?? "does not apply");
}

const production = { tags: { Environment: "Production" } };
const dated = { reason: "made anew every night", ticket: "SEC-7", expires: "2026-06-30" };
const onReports = [{ rule: "multi-az", resource: "reports", ...dated }, { rule: "backed-up", resource: "reports", ...dated }];
const who = ({ said }: ReturnType<typeof run>): readonly string[] => said.map(({ policy, urn }) => `${policy} ${urn?.split("::").at(-1) ?? "stack"}`);

describe("exceptions in a judged stack", () => {
  test("hide what they are for, and nothing else; each use is shown at its resource", () => {
    expect(who(run({ instances: { records: production, reports: production } }))).toEqual(["multi-az records", "multi-az reports", "backed-up records", "backed-up reports"]);
    const excepted = run({ instances: { records: production, reports: production }, exceptions: onReports });
    expect(who(excepted)).toEqual(["multi-az records", "backed-up records", "exceptions-used reports", "exceptions-used reports"]);
    expect(excepted.said.at(-1)?.message).toBe("backed-up is excepted here until 2026-06-30: made anew every night (SEC-7).");
  });

  test("that nothing needs, or that have run out, block", () => {
    const { said } = run({ instances: { reports: { ...production, multiAz: true } }, exceptions: [...onReports, { ...onReports[1], expires: "2026-06-14" }] });
    expect(said.filter(({ policy }) => policy === "exceptions-current").map(({ message }) => message)).toEqual([
      "exceptions[0]: found multi-az on reports, which breaks nothing, required no exception that is not used. " +
      "exceptions[2].expires: found 2026-06-14 for backed-up on reports, required a day from 2026-06-15 on. " +
      "Fix: Put right what the exception says, or remove it from the pack's configuration.",
    ]);
  });

  test("without a ticket hide nothing on a guarded resource or stack, and block; elsewhere they hold", () => {
    const exceptions = onReports.map(({ ticket: _ticket, ...rest }) => rest);
    expect(who(run({ instances: { reports: production }, exceptions }))).toEqual(["multi-az reports", "backed-up reports", "exceptions-current stack"]);
    expect(who(run({ instances: { reports: {} }, exceptions, stackTags: { environment: "prod" } }))).toEqual(["multi-az reports", "backed-up reports", "exceptions-current stack"]);
    expect(who(run({ instances: { reports: {} }, exceptions }))).toEqual(["exceptions-used reports", "exceptions-used reports"]);
  });

  test("without a ticket block a stack of which one resource alone is guarded", () => {
    const exceptions = [{ rule: "multi-az", resource: "reports", reason: "made anew" }];
    expect(who(run({ instances: { reports: {}, records: { ...production, multiAz: true } }, exceptions }))).toContain("exceptions-current stack");
  });
});

describe("levels in the configuration", () => {
  test.each(["advisory", "disabled"] as const)("that lower a mandatory rule to %s block a guarded stack, and only such a one", (level) => {
    const levels = { "multi-az": level, proxied: level };
    const guarded = run({ instances: { reports: { ...production, multiAz: true } }, levels }).said.filter(({ policy }) => policy === "mandatory-rules-in-force");
    expect(guarded.map(({ message }) => message)).toEqual([
      `enforcementLevel: found ${level} for multi-az, required mandatory, as the stack is tagged as production or PHI. ` +
      "Fix: Remove the enforcement level from the pack's configuration; except single resources, by name, with a reason, a ticket and a last day.",
    ]);
    expect(who(run({ instances: { reports: { multiAz: true } }, levels }))).toEqual(["backed-up reports"]);
  });

  test("that keep a rule mandatory, or would put it right, are no lowering", () => {
    expect(who(run({ instances: { reports: { ...production, multiAz: true } }, levels: { "multi-az": "mandatory", "backed-up": "remediate" } }))).toEqual(["backed-up reports"]);
  });

  test("do not reach the rules about the configuration", () => {
    const levels = Object.fromEntries([...rules, ...PACK_RULES].map(({ name }) => [name, "disabled"] as const));
    const { said, configuration } = run({ instances: { reports: production }, levels });
    expect(said.map(({ policy }) => policy)).toEqual(["mandatory-rules-in-force"]);
    expect(said[0]?.message).toContain("disabled for multi-az, backed-up,");
    expect(PACK_RULES.map(({ name }) => `${name} ${configuration.get(name)?.enforcementLevel ?? ""}`)).toEqual([
      "exceptions-used advisory", "exceptions-current mandatory", "mandatory-rules-in-force mandatory",
    ]);
  });
});

describe("the policies of the pack", () => {
  test("are its rules in their order, then the rules about the configuration, no name twice", () => {
    const names = new PackPolicies(allRules).policies.map(({ name }) => name);
    expect(names).toEqual([...allRules.map(({ name }) => name), "exceptions-used", "exceptions-current", "mandatory-rules-in-force"]);
    expect(new Set(names).size).toBe(names.length);
  });
});
