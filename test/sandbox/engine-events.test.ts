import { describe, expect, it } from "vitest";
import { type EngineEvent, summarize } from "../../sandbox/engine-events.ts";

const STACK = "urn:pulumi:dev::clinic::pulumi:pulumi:Stack::clinic-dev";
const NETWORK = "urn:pulumi:dev::clinic::hipaa:index:SecureVpc::clinic-network";
const INNER = "urn:pulumi:dev::clinic::hipaa:index:SecureVpc$awsx:ec2:Vpc::clinic-network";
const SUBNET = "urn:pulumi:dev::clinic::hipaa:index:SecureVpc$awsx:ec2:Vpc$aws:ec2/subnet:Subnet::clinic-network-public-1";
const BUCKET = "urn:pulumi:dev::clinic::aws:s3/bucket:Bucket::alone";
const PARENTS: Readonly<Record<string, string>> = { [NETWORK]: STACK, [INNER]: NETWORK, [SUBNET]: INNER, [BUCKET]: STACK };
const CUSTOM = new Set([SUBNET, BUCKET]);

function step(op: string, urn: string): EngineEvent {
  const state = { parent: PARENTS[urn] ?? "", ...(CUSTOM.has(urn) ? { custom: true } : {}) };
  const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
  return { resourcePreEvent: { metadata: { op, urn, type, old: op === "create" ? null : state, new: op === "delete" ? null : state } } };
}

function said(message: string, enforcementLevel = "mandatory"): EngineEvent {
  return { policyEvent: { message, policyName: "p", enforcementLevel, resourceUrn: BUCKET } };
}

function note(message: string, over: Partial<NonNullable<EngineEvent["diagnosticEvent"]>> = {}): EngineEvent {
  return { diagnosticEvent: { urn: STACK, severity: "info", message, ...over } };
}

describe("the notes of a run", () => {
  it("are what the program said of the stack, without colours", () => {
    expect(summarize([note("<{%reset%}>Recovery: 15 minutes<{%reset%}>\n"), note("\u001B[31mred\u001B[0m")]).notes).toEqual(["Recovery: 15 minutes", "red"]);
  });

  it("leave out errors, progress and what concerns one resource", () => {
    expect(summarize([note("failed", { severity: "error" }), note("working", { ephemeral: true }), note("odd", { urn: BUCKET })]).notes).toEqual([]);
  });
});

describe("the resources of a run", () => {
  it.each(["create", "same", "refresh", "delete"])("are counted by outermost component on %s, without the stack and its providers", (op) => {
    const events = [STACK, "urn:pulumi:dev::clinic::pulumi:providers:aws::aws", NETWORK, INNER, SUBNET, BUCKET].map((urn) => step(op, urn));
    expect(summarize(op === "delete" ? events.toReversed() : events)).toMatchObject({
      resources: 4, operations: new Map([[op, 4]]), components: new Map([["clinic-network (SecureVpc)", 3], ["outside components", 1]]),
    });
  });

  it("are one each, though a refresh comes before the update", () => {
    const events = [step("refresh", BUCKET), step("refresh", SUBNET), step("update", BUCKET), step("same", SUBNET)];
    expect(summarize(events)).toMatchObject({ resources: 2, operations: new Map([["refresh", 2], ["update", 1], ["same", 1]]), components: new Map([["outside components", 2]]) });
  });

  it("are replaced once, not in three steps", () => {
    const events = ["create-replacement", "replace", "delete-replaced"].map((op) => step(op, BUCKET));
    expect(summarize(events)).toMatchObject({ resources: 1, operations: new Map([["replace", 1]]), components: new Map([["outside components", 1]]) });
  });

  it("are none where nothing ran", () => {
    expect(summarize([])).toEqual({ resources: 0, operations: new Map(), components: new Map(), rules: 0, judgements: 0, violations: 0, undecided: 0, advisories: 0, findings: [], notes: [] });
  });
});

describe("what a policy pack said", () => {
  it("is counted by rule and by judgement, over resources and the stack", () => {
    expect(summarize([
      { policyAnalyzeSummaryEvent: { passed: ["a", "b"], failed: ["c"] } },
      { policyAnalyzeSummaryEvent: { passed: ["a"] } },
      { policyAnalyzeStackSummaryEvent: { failed: ["d"] } },
      { policyAnalyzeStackSummaryEvent: {} },
    ])).toMatchObject({ rules: 4, judgements: 5 });
  });

  it("is a violation unless it is advisory", () => {
    expect(summarize([said("Buckets are versioned.\nversioning: found none"), said("x", "remediate"), said("Buckets have a name.", "advisory")])).toMatchObject({ violations: 2, advisories: 1, undecided: 0 });
  });

  it.each([
    ["the pack's own mark", "Buckets are encrypted.\nUndecided: kmsKeyId is not known until the update", "mandatory"],
    ["the mark without a description", "Undecided: kmsKeyId is not known until the update", "mandatory"],
    ["the SDK's mark, which it demotes to advisory", "can't run policy 'p' from policy pack 'hipaa@v0.1.0' during preview: kmsKeyId is unknown", "advisory"],
  ])("is undecided, and nothing else, by %s", (_mark, message, level) => {
    expect(summarize([said(message, level)])).toMatchObject({ violations: 0, undecided: 1, advisories: 0 });
  });

  it("is listed in the order of the log, with the resource it is about", () => {
    const ofStack: EngineEvent = { policyEvent: { message: "Undecided: x", policyName: "q", enforcementLevel: "mandatory" } };
    expect(summarize([ofStack, said("found none", "advisory")]).findings).toEqual([
      { policy: "q", resource: "", level: "mandatory", undecided: true }, { policy: "p", resource: BUCKET, level: "advisory", undecided: false },
    ]);
  });

  it("is not undecided because it speaks of it", () => {
    expect(summarize([said("Every judgement is made.\nfound Undecided: x"), said("A rule says why it can't run policy checks.")])).toMatchObject({ violations: 2, undecided: 0 });
  });
});
