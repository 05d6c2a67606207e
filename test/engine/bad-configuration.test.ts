import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { project } from "../architecture/source-files.ts";
import { testSandbox } from "./sandbox-run.ts";

describe("a bad configuration", () => {
  const sandbox = testSandbox();

  test("is refused in one message with every problem, and nothing is created", async () => {
    const document = parse(readFileSync(join(project, "Pulumi.dev.yaml"), "utf8"));
    document.config["hipaa-platform:network"].cidr = "10.0.0.0/26";
    document.config["hipaa-platform:dr"].region = "us-east-1";
    document.config["hipaa-platform:audit"].retentionDays = 30;
    const file = join(sandbox.home, "bad.yaml");
    writeFileSync(file, stringify(document));

    const { code, text } = await sandbox.run("up", "--skip-preview", "--config-file", file);
    expect(code).toBe(1);
    expect(text).toContain("Pulumi.dev.yaml: 3 values cannot be used; nothing was created.");
    expect(text).toContain('hipaa-platform:network.cidr = "10.0.0.0/26"');
    expect(text).toContain('hipaa-platform:dr.region = "us-east-1": a region other than aws:region (us-east-1)');
    expect(text).toContain("hipaa-platform:audit.retentionDays = 30: a whole number of days from 365");
    expect(text).not.toMatch(/^\s+at .*\.ts:\d+/mu);
    expect(existsSync(join(sandbox.home, "dev", "inventory.json"))).toBe(false);
  });

  test.each([
    { args: ["fly"], says: 'Unknown command "fly"' },
    { args: ["preview", "--stack", "nowhere"], says: "there is no Pulumi.nowhere.yaml" },
    { args: ["preview", "--stack", "../dev"], says: "a stack name has 1 to 100" },
    { args: ["preview", "--fault", "thunder"], says: "thunder" },
  ])("wrong use is told apart from failure: $args", async ({ args, says }) => {
    const { code, text } = await sandbox.run(...args);
    expect(code).toBe(2);
    expect(text).toContain(says);
    expect(text).not.toMatch(/^\s+at .*\.ts:\d+/mu);
  });
});
