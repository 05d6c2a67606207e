import { globSync } from "node:fs";
import { join } from "node:path";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startPack, type ServingPack } from "../../bench/pack-process.ts";
import type { ResourceRule, StackRule } from "../../policypack/engine/rule.ts";
import { rules } from "../../policypack/rules/index.ts";
import { project } from "../architecture/source-files.ts";
import { changedFixture, type Fixture, type RuleCases } from "../policypack/rule-tester.ts";
import { type SentResource, sentStack, STACK_FORMS } from "../policypack/stack-fixture.ts";
import { changedStack, type StackRuleCases } from "../policypack/stack-rule-tester.ts";

/** The cases of every rule's own test, gathered instead of run. */
const resourceCases = vi.hoisted(() => new Map<string, { readonly rule: ResourceRule; readonly cases: RuleCases }>());
const stackCases = vi.hoisted(() => new Map<string, { readonly rule: StackRule; readonly cases: StackRuleCases }>());
vi.mock(import("../policypack/rule-tester.ts"), async (original) => ({
  ...await original(),
  testRule: (rule, cases) => { resourceCases.set(rule.name, { rule, cases }); },
}));
vi.mock(import("../policypack/stack-rule-tester.ts"), async (original) => ({
  ...await original(),
  testStackRule: (rule, cases) => { stackCases.set(rule.name, { rule, cases }); },
}));
await Promise.all(globSync(join(project, "test/policypack/rules/**/*.test.ts")).map(async (file): Promise<unknown> => await import(file)));

/*
 * Proves, over the engine's own protocol and in the file that is published, that each rule blocks what its
 * test says it blocks and is silent on what is right: nothing is lost between the engine's messages and the rules.
 */
describe("the published pack, asked as the engine asks", () => {
  let pack: ServingPack;
  beforeAll(async () => {
    pack = await startPack(join(project, "policypack", "dist", "pack.cjs"));
    await pack.call("Configure", new Uint8Array());
  });
  afterAll(() => {
    pack.stop();
  });
  const ruled = async (method: "Analyze" | "AnalyzeStack", request: { serializeBinary(): Uint8Array }): Promise<readonly string[]> =>
    analyzerPb.AnalyzeResponse.deserializeBinary(await pack.call(method, request.serializeBinary())).getDiagnosticsList().map((diagnostic) => diagnostic.getPolicyname());

  test("has cases for every rule", () => {
    expect([...resourceCases.keys(), ...stackCases.keys()].toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  });

  test("fires every rule about one resource", async () => {
    const silent: string[] = [];
    for (const { rule, cases } of resourceCases.values()) {
      const [base] = cases.compliant;
      for (const change of cases.violating) {
        const fixture = changedFixture(base, change);
        if (fixture.configuration === undefined && !(await ruled("Analyze", analyzeRequest(rule, fixture))).includes(rule.name)) {
          silent.push(`${rule.name}: ${change.why}`);
        }
      }
    }
    expect(silent).toEqual([]);
  });

  test("is silent about one resource that is right", async () => {
    const loud: string[] = [];
    for (const { rule, cases } of resourceCases.values()) {
      for (const [index, fixture] of cases.compliant.entries()) {
        if (fixture.configuration === undefined && (await ruled("Analyze", analyzeRequest(rule, fixture))).includes(rule.name)) {
          loud.push(`${rule.name}: compliant fixture ${String(index + 1)}`);
        }
      }
    }
    expect(loud).toEqual([]);
  });

  test.each(STACK_FORMS)("fires every rule about a stack, and is silent about one that is right, %s", async (form) => {
    const wrong: string[] = [];
    for (const { rule, cases } of stackCases.values()) {
      for (const change of cases.violating) {
        if (!(await ruled("AnalyzeStack", stackRequest(sentStack(changedStack(cases, change), form)))).includes(rule.name)) {
          wrong.push(`${rule.name} is silent: ${change.why}`);
        }
      }
      for (const [index, fixture] of cases.compliant.entries()) {
        if ((await ruled("AnalyzeStack", stackRequest(sentStack(fixture, form)))).includes(rule.name)) {
          wrong.push(`${rule.name} is loud: compliant stack ${String(index + 1)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

function analyzeRequest(rule: ResourceRule, { type = rule.resources[0] ?? "", props, provider, protect = false, ignoreChanges = [] }: Fixture): analyzerPb.AnalyzeRequest {
  return new analyzerPb.AnalyzeRequest().setType(type).setName("subject").setUrn(`urn:pulumi:test::test::${type}::subject`).setProperties(structOf(props))
    .setOptions(new analyzerPb.AnalyzerResourceOptions().setProtect(protect).setIgnorechangesList([...ignoreChanges])).setProvider(providerOf(provider));
}

function stackRequest(resources: readonly SentResource[]): analyzerPb.AnalyzeStackRequest {
  return new analyzerPb.AnalyzeStackRequest().setResourcesList(resources.map(({ type, name, urn, props, provider, protect = false, ignoreChanges = [], parentUrn = "", propertyDependencies }) => {
    const resource = new analyzerPb.AnalyzerResource().setType(type).setName(name).setUrn(urn).setProperties(structOf(props)).setParent(parentUrn).setProvider(providerOf(provider))
      .setOptions(new analyzerPb.AnalyzerResourceOptions().setProtect(protect).setIgnorechangesList([...ignoreChanges]));
    for (const [property, urns] of propertyDependencies) {
      resource.getPropertydependenciesMap().set(property, new analyzerPb.AnalyzerPropertyDependencies().setUrnsList([...urns]));
    }
    return resource;
  }));
}

function providerOf(props: Fixture["provider"]): analyzerPb.AnalyzerProviderResource | undefined {
  return props === undefined ? undefined : new analyzerPb.AnalyzerProviderResource().setType("pulumi:providers:aws").setName("default").setProperties(structOf(props));
}

/** As the engine encodes inputs: what is undefined was not given. */
function structOf(props: Readonly<Record<string, unknown>>): structPb.Struct {
  return structPb.Struct.fromJavaScript(JSON.parse(JSON.stringify(props)));
}
