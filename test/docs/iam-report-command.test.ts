import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../architecture/source-files.ts";

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function command(...args: readonly string[]): Promise<Outcome> {
  return await new Promise((settle) => {
    execFile(process.execPath, ["docs/iam-report-command.ts", ...args], { cwd: project, maxBuffer: 2 ** 26 }, (error, out, err) => {
      settle({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

/** A copy of the dev stack's configuration with one more line below its owner. */
function configWith(line: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "iam-report-")), "Pulumi.copy.yaml");
  writeFileSync(file, readFileSync(join(project, "Pulumi.dev.yaml"), "utf8").replace(/(hipaa-platform:owner: .*)/u, `$1\n  ${line}`));
  return file;
}

describe("npm run iam-report", { timeout: 120_000 }, () => {
  test("explains itself", async () => {
    expect(await command("--help")).toMatchObject({ code: 0, out: expect.stringContaining("Usage: npm run iam-report"), err: "" });
  });

  test.each([
    ["an option that it does not have", ["--colour"], "Unknown option '--colour'"],
    ["a stack without a file, naming those that have one", ["--stack", "nowhere"], "there is no Pulumi.nowhere.yaml; stacks with a file: dev, prod, serverless"],
    ["a file with encrypted values, naming them", ["--config-file", configWith("hipaa-platform:budget: { monthlyUsd: { secure: AAABAA== } }")], "Pulumi.copy.yaml: budget: encrypted, and this command opens no secrets."],
  ])("refuses %s, with 2 and without a stack trace", async (_what, args, message) => {
    const { code, out, err } = await command(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /mu);
  });

  test("refuses what the program refuses, with 1 and in its words", async () => {
    const { code, err } = await command("--config-file", configWith("hipaa-platform:organizationId: somewhere"));
    expect(code).toBe(1);
    expect(err).toContain("hipaa-platform:organizationId = \"somewhere\"");
    expect(err).not.toMatch(/^\s+at /mu);
  });

  test("exits 1 where iam.managedOnly forbids what it lists, and prints it for scripts", async () => {
    const { code, out } = await command("--managed-only", "--json", "--config-file", configWith("hipaa-platform:iam: { managedOnly: true }"));
    const { customPolicies, counts }: { readonly customPolicies: readonly { readonly policy: string }[]; readonly counts: { readonly ownPolicies: number; readonly withoutReason: number } } = JSON.parse(out);
    expect(code).toBe(1);
    expect(customPolicies.map(({ policy }) => policy)).toContain("hipaa-dev-flow-logs");
    expect(counts).toMatchObject({ ownPolicies: customPolicies.length, withoutReason: 0 });
  });

  test("shows what takes the place of a policy, and exits 0 where nothing of the program's own is left", async () => {
    const fixture = join(project, "test/fixtures/managed-only.yaml");
    const [whole, own] = await Promise.all([command("--config-file", fixture), command("--managed-only", "--json", "--config-file", fixture)]);
    expect(whole.code).toBe(0);
    expect(whole.out).toContain("    AWS's policy CloudWatchAgentServerPolicy\n      why: takes the place of hipaa-own-cluster-cloudwatch, wider\n");
    expect(own.code).toBe(0);
    expect(JSON.parse(own.out)).toMatchObject({ customPolicies: [], counts: { ownPolicies: 0, withoutReason: 0 } });
  });

  test("lists the same without complaint where nothing forbids it, and no colour in a file", async () => {
    const { code, out } = await command("--managed-only", "--stack", "serverless");
    expect(code).toBe(0);
    expect(out).toMatch(/^hipaa-small-\S+ {2}hipaa-small-audit \(AuditTrail\)\n {2}held by /mu);
    expect(out.includes(String.fromCodePoint(27))).toBe(false);
  });
});
