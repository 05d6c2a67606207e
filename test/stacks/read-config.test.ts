import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readConfig } from "../../stacks/config.ts";
import { parsed, type RawConfig, stackFile } from "./stack-files.ts";

/** Configuration as the engine hands it over: keys with their namespace, groups as JSON text. */
function handedOver(raw: RawConfig): Record<string, string> {
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key === "aws:region" ? key : `hipaa-platform:${key}`, typeof value === "string" ? value : JSON.stringify(value)]));
}

describe("readConfig", () => {
  beforeEach(async () => {
    await pulumi.runtime.setMocks({ newResource: ({ inputs }) => ({ id: "", state: inputs }), call: () => ({}) }, "hipaa-platform", "dev");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    pulumi.runtime.setAllConfig({});
  });

  test("reads this project's keys and the region, and leaves other namespaces alone", () => {
    pulumi.runtime.setAllConfig({ ...handedOver(stackFile("dev")), "aws:profile": "clinic", "other:network": "{}" });
    expect(readConfig()).toEqual(parsed(stackFile("dev")));
  });

  test("text that looks like a number or a truth value stays text", () => {
    for (const owner of ["2024", "true", "null", "3.5"]) {
      pulumi.runtime.setAllConfig(handedOver({ ...stackFile("dev"), owner }));
      expect(readConfig().owner).toBe(owner);
    }
  });

  test("refuses a group that is no JSON, in the name of the stack's file", () => {
    pulumi.runtime.setAllConfig({ ...handedOver(stackFile("dev")), "hipaa-platform:dr": "{region: us-west-2}" });
    expect(() => readConfig()).toThrow(new pulumi.RunError(
      'Pulumi.dev.yaml: 1 value cannot be used; nothing was created.\n  - hipaa-platform:dr = "{region: us-west-2}": a group with the fields region, mode, rpoMinutes, rtoMinutes, network, activeRegion. See Pulumi.dev.yaml for an example',
    ));
  });

  test("never repeats what Pulumi marks as secret", () => {
    vi.stubEnv("PULUMI_CONFIG_SECRET_KEYS", JSON.stringify(["hipaa-platform:config:owner", "hipaa-platform:dr", "aws:config:token"]));
    pulumi.runtime.setAllConfig({ ...handedOver(stackFile("dev")), "hipaa-platform:owner": "hunter2!", "hipaa-platform:dr": '{"region":"hunter2!"}', "hipaa-platform:password": "hunter2!" });
    expect(() => readConfig()).toThrow(/owner = \(secret\)[^]*password = \(not a field\)|password = \(not a field\)[^]*owner = \(secret\)/u);
    expect(() => readConfig()).not.toThrow(/hunter2/u);
  });
});
