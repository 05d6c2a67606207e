import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkCodeProblems, rateOf } from "../../stacks/compliance-check.ts";
import { project } from "../architecture/source-files.ts";
import { handler } from "../fixtures/compliance-check/index.mjs";
import { statement, statementsOf } from "../support/policy-statements.ts";
import { all, one, type Recorded } from "../support/pulumi-mocks.ts";
import { recordedPlatform } from "./cost/recorded-platform.ts";
import { changed, parsed, problemsOf, stackFile } from "./stack-files.ts";

const CODE = "test/fixtures/compliance-check";
const TOPIC = "arn:aws:sns:us-east-1:111122223333:clinic-alerts";
const withCheck = (check: Readonly<Record<string, unknown>> = {}): ReturnType<typeof changed> => changed(stackFile("dev"), { compliance: { check: { codePath: CODE, ...check } } });

describe("the code of the check", () => {
  const folder = mkdtempSync(join(tmpdir(), "compliance-check-"));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  /** Problems with a file of these contents; its path leaves the project, which the configuration itself would refuse. */
  const ofFile = (contents: string): readonly string[] => {
    writeFileSync(join(folder, "code.zip"), contents);
    return checkCodeProblems({ compliance: { ...parsed(withCheck()).compliance, check: { codePath: relative(project, join(folder, "code.zip")), handler: "index.handler", everyMinutes: 60 } } }).map(({ advice }) => advice);
  };

  test("is a folder with the handler's file, or a zip archive", () => {
    expect(problemsOf(withCheck())).toEqual([]);
    expect(problemsOf(withCheck({ codePath: "./test/fixtures/compliance-check/" }))).toEqual([]);
    expect(ofFile("PK\u0003\u0004 and what an archive holds")).toEqual([]);
  });

  test.each([
    ["is not there", "lambda/compliance-check.zip", "there is nothing"],
    ["would lie in a file", "package.json/dist", "there is nothing"],
    ["is another file", "package.json", "the file that is there is no zip archive"],
  ])("is refused before anything is created where it %s", (_what, codePath, found) => {
    expect(problemsOf(withCheck({ codePath }))).toEqual([
      `hipaa-platform:compliance.check.codePath = ${JSON.stringify(codePath)}: a folder or a zip archive of the project with the function's code; ${found}. Build the code, or correct the path`,
    ]);
  });

  test("is refused where it is empty", () => {
    expect(ofFile("")).toEqual([expect.stringContaining("the file that is there is no zip archive")]);
  });

  test("is refused without the handler's file", () => {
    expect(problemsOf(withCheck({ handler: "src/main.handler" }))).toEqual([
      `hipaa-platform:compliance.check.handler = "src/main.handler": an export of a file in ${CODE}: there is none of src/main.mjs, src/main.js, src/main.cjs. Build the code, or correct the name`,
    ]);
  });
});

test.each([[15, "rate(15 minutes)"], [60, "rate(1 hour)"], [120, "rate(2 hours)"], [1440, "rate(24 hours)"]])("every %i minutes is %s to EventBridge", (minutes, rate) => {
  expect(rateOf(minutes)).toBe(rate);
});

describe("a stack with the check", () => {
  let resources: readonly Recorded[] = [];
  /** Another interval, and a topic that exists. */
  let changedResources: readonly Recorded[] = [];
  const settings = (): Readonly<Record<string, string>> => Object(Reflect.get(Object(one(resources, "aws:lambda/function:Function").inputs["environment"]), "variables"));
  beforeAll(async () => {
    resources = await recordedPlatform(withCheck());
    changedResources = await recordedPlatform(changed(withCheck({ everyMinutes: 360, topicKeyAlias: "alias/clinic" }), { "alerts.existingTopicArn": TOPIC }));
  }, 180_000);

  test("runs it every hour on Node 24, unless the configuration says otherwise (S4-57, S4-58, S4-70, X-21)", () => {
    expect(one(resources, "aws:lambda/function:Function").inputs).toMatchObject({ name: "hipaa-dev-compliance-check", runtime: "nodejs24.x", handler: "index.handler" });
    expect(one(resources, "aws:cloudwatch/eventRule:EventRule", "hipaa-dev-compliance-check-schedule").inputs).toMatchObject({ scheduleExpression: "rate(1 hour)" });
    expect(one(changedResources, "aws:cloudwatch/eventRule:EventRule", "hipaa-dev-compliance-check-schedule").inputs).toMatchObject({ scheduleExpression: "rate(6 hours)" });
  });

  test("takes the code by its path in the project, the same on every machine", () => {
    expect(one(resources, "aws:lambda/function:Function").inputs["code"]).toMatchObject({ path: `./${CODE}` });
  });

  test("gives code what it needs to know, and the fixture's answers by it", async () => {
    expect(settings()).toEqual({ ALERT_TOPIC_ARN: "arn:aws:sns:us-east-1:111122223333:hipaa-dev-alerts-warning", METRIC_NAMESPACE: "hipaa-dev/compliance", REGIONS: "us-east-1,us-west-2" });
    await expect(handler({ time: "2026-11-22T14:00:00Z" })).rejects.toThrow("set all three");
    Object.entries(settings()).forEach(([name, value]) => { vi.stubEnv(name, value); });
    await expect(handler({ time: "2026-11-22T14:00:00Z" })).resolves.toEqual({
      time: "2026-11-22T14:00:00Z", topic: settings()["ALERT_TOPIC_ARN"], namespace: "hipaa-dev/compliance", regions: ["us-east-1", "us-west-2"], checks: [],
    });
    vi.unstubAllEnvs();
  });

  test("publishes to the stack's topic for what can wait, under the stack's key", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy", "hipaa-dev-compliance-check-policy").inputs;
    expect(statement(policy, "PublishResults").Resource).toEqual([settings()["ALERT_TOPIC_ARN"]]);
    expect(statement(policy, "EncryptMessages")).toMatchObject({ Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/hipaa-dev/messages"] } } });
    expect(all(resources, "aws:sns/topic:Topic").map(({ inputs }) => inputs["name"])).toContain("hipaa-dev-alerts-warning");
  });

  test("publishes to a topic that exists, under that topic's key (S4-103)", () => {
    const { policy } = one(changedResources, "aws:iam/policy:Policy", "hipaa-dev-compliance-check-policy").inputs;
    expect(statement(policy, "PublishResults").Resource).toEqual([TOPIC]);
    expect(statement(policy, "EncryptMessages")).toMatchObject({ Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/hipaa-dev/messages", "alias/clinic"] } } });
  });

  test("has a role for the function, another for the trail and another for flow logs, each taken by one service (S4-72)", () => {
    const roles = all(resources, "aws:iam/role:Role").map(({ inputs }) => ({ name: String(inputs["name"]), services: servicesOf(inputs["assumeRolePolicy"]) }));
    const takenBy = (service: string): readonly string[] => roles.filter(({ services }) => services.includes(service)).map(({ name }) => name);
    expect(takenBy("lambda.amazonaws.com")).toEqual(["hipaa-dev-compliance-check"]);
    expect(takenBy("cloudtrail.amazonaws.com")).toHaveLength(1);
    expect(takenBy("vpc-flow-logs.amazonaws.com")).toHaveLength(1);
    expect(roles.filter(({ services }) => services.length > 1)).toEqual([]);
  });
});

/** Services that may take a role. */
function servicesOf(trust: unknown): readonly string[] {
  return statementsOf(trust).flatMap(({ Principal }) => [Reflect.get(Object(Principal), "Service") ?? []].flat().map(String));
}
