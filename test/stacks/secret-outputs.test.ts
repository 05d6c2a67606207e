import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { secretTexts } from "../../stacks/config.ts";
import { keepSecrets, textsIn } from "../../stacks/secret-outputs.ts";
import { exportStack } from "../../stacks/stack.ts";
import { record } from "../support/pulumi-mocks.ts";
import { stackFile } from "./stack-files.ts";

const SECRETS = ["app.example.org", 'a "quoted" word'];

/** Names of the outputs that are secrets. */
async function secretNames(outputs: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const names = await Promise.all(Object.entries(outputs).map(async ([name, value]) => (pulumi.Output.isInstance(value) && await pulumi.isSecret(value) ? [name] : [])));
  return names.flat();
}

/* Proves that what a configuration keeps secret is secret in outputs. Does not prove that a resource keeps its own inputs. */
describe("outputs that show what the configuration keeps secret (S1-26)", () => {
  test("are secrets: as they are, within others, and in words around them", async () => {
    const outputs = keepSecrets({
      siteUrl: pulumi.output("https://app.example.org"), plain: "app.example.org", list: [pulumi.output("vpc-1"), pulumi.output("app.example.org")], deep: { note: 'a "quoted" word' },
      vpcId: pulumi.output("vpc-1"), cost: 7, objectives: { stores: [{ rpoMinutes: 5 }] },
    }, SECRETS);
    expect(await secretNames(outputs)).toEqual(["siteUrl", "plain", "list", "deep"]);
  });

  test("keep their values, and the secrecy that they had", async () => {
    const outputs = keepSecrets({ token: pulumi.secret("t"), list: [pulumi.output("vpc-1")] }, SECRETS);
    expect(await secretNames(outputs)).toEqual(["token"]);
    expect(await new Promise((resolve) => { pulumi.output({ ...outputs }).apply(resolve); })).toEqual({ token: "t", list: ["vpc-1"] });
  });

  test("are left alone where the configuration keeps nothing secret, not even an empty text", () => {
    const outputs = { vpcId: pulumi.output("vpc-1") };
    expect(keepSecrets(outputs, [])).toBe(outputs);
    expect(keepSecrets(outputs, [""])).toBe(outputs);
  });
});

test("the texts of a value are those in its groups and lists", () => {
  expect(textsIn({ domain: "a", zones: ["b", { name: "c" }], days: 7, on: true, none: null })).toEqual(["a", "b", "c"]);
});

describe("what the configuration keeps secret", () => {
  beforeEach(async () => {
    await pulumi.runtime.setMocks({ newResource: ({ inputs }) => ({ id: "", state: inputs }), call: () => ({}) }, "hipaa-platform", "dev");
    pulumi.runtime.setAllConfig({ "aws:region": "us-east-1", "hipaa-platform:owner": "team", "hipaa-platform:site": '{"domain":"app.example.org"}', "other:site": "x" });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    pulumi.runtime.setAllConfig({});
  });

  test("is every text of the fields that Pulumi says are secret, of this project alone", () => {
    vi.stubEnv("PULUMI_CONFIG_SECRET_KEYS", JSON.stringify(["hipaa-platform:site", "other:site"]));
    expect(secretTexts()).toEqual(["app.example.org"]);
  });

  test("is nothing where Pulumi names no field", () => {
    expect(secretTexts()).toEqual([]);
  });
});

describe("what a stack exports", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    pulumi.runtime.setAllConfig({});
  });

  test.each([["keeps secret what its configuration does", ["prefix"], ["recordsTableName"]], ["has no secrets of a configuration without any", [], []]])("%s", async (_what, fields, expected) => {
    let found: readonly string[] = [];
    await record(async () => await pulumi.runtime.runInPulumiStack(async () => {
      const project = pulumi.getProject();
      vi.stubEnv("PULUMI_CONFIG_SECRET_KEYS", JSON.stringify(fields.map((field) => `${project}:${field}`)));
      pulumi.runtime.setAllConfig(Object.fromEntries(Object.entries(stackFile("serverless")).map(([key, value]) =>
        [key === "aws:region" ? key : `${project}:${key}`, typeof value === "string" ? value : JSON.stringify(value)])));
      found = await secretNames(await exportStack());
    }), { call: () => ({ accountId: "123456789012" }) });
    expect(found.filter((name) => ["recordsTableName", "monthlyCostUsd"].includes(name))).toEqual(expected);
  });
});
