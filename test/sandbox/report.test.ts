import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RunSummary } from "../../sandbox/engine-events.ts";
import { type Outcome, renderNextSteps, renderRemainder, renderSummary, summaryJson } from "../../sandbox/report.ts";

const summary: RunSummary = {
  resources: 152,
  operations: new Map([["create", 150], ["update", 2]]),
  components: new Map([["outside components", 1], ["hipaa-dev-network (SecureVpc)", 104], ["hipaa-dev-data (PhiDataStore)", 47]]),
  rules: 31, judgements: 412, violations: 0, undecided: 0, advisories: 0, findings: [], notes: [],
};
const outcome: Outcome = { operation: "preview", stack: "dev", succeeded: true, judged: true, seconds: 12.345 };

beforeEach(() => {
  vi.stubEnv("NO_COLOR", "1");
  vi.stubEnv("FORCE_COLOR", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the summary of a run", () => {
  it("aligns components by name, and ends with the verdict and the time", () => {
    expect(renderSummary(summary, outcome)).toBe([
      "",
      "Resources  152 (150 create, 2 update)",
      "  hipaa-dev-data (PhiDataStore)    47",
      "  hipaa-dev-network (SecureVpc)   104",
      "  outside components                1",
      "Policies   31 rules run, 412 judgements: violations 0, undecided 0",
      "Time       12.3 s",
    ].join("\n"));
  });

  it("names advisories where there are any, and speaks of one as of one", () => {
    expect(renderSummary({ ...summary, rules: 1, judgements: 1, violations: 1, advisories: 3 }, outcome)).toContain("Policies   1 rule run, 1 judgement: violations 1, undecided 0, advisories 3\n");
  });

  it("has no verdict where nothing was judged, and no operations where nothing ran", () => {
    expect(renderSummary({ ...summary, resources: 0, operations: new Map(), components: new Map() }, { ...outcome, judged: false })).toBe("\nResources  0\nTime       12.3 s");
  });

  it("is red where something is violated or undecided, green otherwise, and plain where colours are not wanted", () => {
    const green = "\u001B[32mPolicies";
    const red = "\u001B[31mPolicies";
    expect(renderSummary(summary, outcome)).not.toContain("\u001B");
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("FORCE_COLOR", "1");
    expect(renderSummary(summary, outcome)).toContain(green);
    expect(renderSummary({ ...summary, undecided: 1 }, outcome)).toContain(red);
    expect(renderSummary({ ...summary, violations: 1 }, outcome)).toContain(red);
  });

  it("is one line of JSON for a script, with what remains only where something was destroyed", () => {
    const left = [{ type: "aws:s3/bucket:Bucket", id: "b", region: "us-east-1", settings: 2, reason: "locked" }];
    const json = summaryJson(summary, outcome, left);
    expect(json).not.toContain("\n");
    expect(JSON.parse(json)).toEqual({
      ...outcome, ...summary, remaining: left, operations: { create: 150, update: 2 },
      components: { "outside components": 1, "hipaa-dev-network (SecureVpc)": 104, "hipaa-dev-data (PhiDataStore)": 47 },
    });
    expect(JSON.parse(summaryJson(summary, outcome, undefined))).not.toHaveProperty("remaining");
  });
});

describe("the next step", () => {
  it.each([
    ["preview", "dev", [
      "  npm run sandbox -- up --stack dev  create it in the fake cloud; a second time changes nothing",
      "  npm start -- --stack prod          the production stack, same code, other values",
      '  npm run pulumi -- up               the same program against your AWS account: README, "Deploy to AWS"',
    ]],
    ["preview", "prod", [
      "  npm run sandbox -- up --stack prod  create it in the fake cloud; a second time changes nothing",
      '  npm run pulumi -- up                the same program against your AWS account: README, "Deploy to AWS"',
    ]],
    ["up", "dev", [
      "  npm run sandbox -- refresh --stack dev  compare the state with the fake cloud; edit its inventory first to see drift",
      "  npm run sandbox -- destroy --stack dev  delete what may be deleted, and list what is locked",
    ]],
    ["refresh", "dev", ["  npm run sandbox -- preview --stack dev  see how drift would be put right"]],
    ["destroy", "dev", ["  npm run sandbox -- reset --stack dev  forget the stack, with what is still locked in its fake cloud"]],
  ])("after %s of %s is something to type", (operation, stack, steps) => {
    expect(renderNextSteps({ ...outcome, operation, stack })).toBe(["", "Next", ...steps].join("\n"));
  });

  it("after a failure is to correct it", () => {
    expect(renderNextSteps({ ...outcome, succeeded: false })).toBe("\nNext       correct what is reported above and run the same command again");
  });
});

describe("what a destroy leaves", () => {
  it("is listed with its place and its reason", () => {
    expect(renderRemainder([
      { type: "aws:s3/bucket:Bucket", id: "phi", region: "us-east-1", settings: 1, reason: "Object Lock: what was written last stays until 2026-11-23" },
      { type: "aws:s3/bucket:Bucket", id: "audit", region: "us-east-1", settings: 6, reason: "Object Lock: what was written last stays until 2026-11-24" },
      { type: "aws:kms/key:Key", id: "k", region: "us-west-2", settings: 0, reason: "opens phi; needed until 2026-11-23" },
    ])).toBe([
      "",
      "Left in the fake cloud: 3, as AWS would leave them",
      "  Bucket phi (us-east-1) and its 1 setting: Object Lock: what was written last stays until 2026-11-23",
      "  Bucket audit (us-east-1) and its 6 settings: Object Lock: what was written last stays until 2026-11-24",
      "  Key k (us-west-2): opens phi; needed until 2026-11-23",
    ].join("\n"));
  });

  it("may be nothing", () => {
    expect(renderRemainder([])).toBe("\nNothing is left in the fake cloud.");
  });
});
