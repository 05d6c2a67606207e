import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SecureVpc } from "../../components/index.ts";
import { record } from "../support/pulumi-mocks.ts";
import { project } from "../architecture/source-files.ts";
import { runProcess } from "./foreign-project.ts";
import { type Run, testSandbox } from "./sandbox-run.ts";

const FIXTURE = "test/engine/remote-component";

/*
 * Proves, through the real engine and its plugin runner, that a program which imports nothing of the
 * package gets the same resources as one that does. The program is in Node, and does what an SDK in
 * another language does; it does not prove that Pulumi's code generators take the schema.
 */
describe("a program that uses the components through their plugin", () => {
  const sandbox = testSandbox();
  let refused: Run;
  let created: Run;

  beforeAll(async () => {
    const configuration = join(sandbox.home, "wrong.yaml");
    writeFileSync(configuration, [
      "config:",
      "  aws:region: us-east-1",
      "  clinic-network:zonesFromOutput: true",
      "  clinic-network:network: { natStrategey: None, natStrategy: sometimes, cidrBlock: 10, demand: { maxNodes: 3 } }",
    ].join("\n"));
    refused = await sandbox.run("preview", "--cwd", FIXTURE, "--stack", "wrong", "--config-file", configuration);
    created = await sandbox.run("up", "--cwd", FIXTURE);
  });

  test("is refused with every wrong argument at once, before the network's first resource", () => {
    expect(refused.code).toBe(1);
    expect(refused.text).toContain([
      "clinic-network: 5 arguments cannot be used; nothing was created.",
      '      - cidrBlock = 10: a string. Give such a value',
      "      - demand.podsPerNode = undefined: it is required. Give a number",
    ].join("\n"));
    expect(refused.text).toContain('- natStrategey = "None": there is no such argument; there are deployment, zones, ');
    expect(refused.text).toContain('- natStrategy = "sometimes": one of None, OnePerAz, Single. Give such a value');
    expect(refused.text).toContain('- zones = "an output": a list, each a string that is known before anything exists, and no secret.');
    expect(Object.keys(refused.summary?.components ?? {})).not.toContainEqual(expect.stringContaining("SecureVpc"));
  });

  test("gets its components created, judged like any other resource", () => {
    expect(created.code, created.text).toBe(0);
    expect(created.summary).toMatchObject({ succeeded: true, violations: 0, undecided: 0 });
    expect(Object.keys(created.summary?.components ?? {}).toSorted()).toEqual(["clinic-account (AccountBaseline)", "clinic-keys (KeyRing)", "clinic-network (SecureVpc)"]);
  });

  test("gets the children that the class registers", async () => {
    const deployment = { prefix: "clinic", accountId: "123456789012", region: "us-east-1", recoveryRegion: "us-west-2" };
    const imported = await record(() => new SecureVpc("clinic-network", { deployment, zones: ["us-east-1a", "us-east-1b"], logsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1" }));
    const expected = imported.filter(({ type }) => type.startsWith("aws:")).map(({ type, name }) => `${type} ${name}`);
    const children = sandbox.state("dev", "clinic-network").filter(({ urn }) => urn.includes("::hipaa:index:SecureVpc$")).map(({ urn, type }) => `${type} ${urn.split("::").at(-1) ?? ""}`);

    expect(expected.length).toBeGreaterThan(30);
    expect(children).toEqual(expect.arrayContaining(expected));
  });

  test.each(["account-baseline", "key-ring", "secure-vpc"])("registers only kinds of resources that the page of %s names", (folder) => {
    const page = readFileSync(join(project, `docs/components/${folder}.md`), "utf8");
    const component = /`(hipaa:index:\w+)`/u.exec(page)?.[1] ?? "";
    const own = sandbox.state("dev", "clinic-network").filter(({ urn }) => urn.includes(`::${component}$`) && !urn.includes("awsx:ec2:Vpc$"));
    expect(own.length).toBeGreaterThan(10);
    expect(own.map(({ type }) => type).filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
  });

  test("gets outputs that other components take", () => {
    const [key] = sandbox.cloud("dev").filter(({ urn }) => urn.endsWith("::clinic-keys-logs"));
    const groups = sandbox.cloud("dev").filter(({ type }) => type === "aws:cloudwatch/logGroup:LogGroup");
    expect(key?.outputs["arn"]).toMatch(/^arn:aws:kms:us-east-1:/u);
    expect(groups.map(({ inputs }) => inputs["kmsKeyId"])).toEqual([key?.outputs["arn"], key?.outputs["arn"]]);
  });

  test("would change nothing the second time", async () => {
    const again = await sandbox.run("preview", "--cwd", FIXTURE);
    expect(again.summary, again.text).toMatchObject({ succeeded: true });
    expect(Object.keys(again.summary?.operations ?? {})).toEqual(["same"]);
  });
});

describe("pulumi package get-schema", () => {
  const folder = mkdtempSync(join(tmpdir(), "hipaa-schema-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("reads the schema that is kept with the components, from any folder", async () => {
    // The SDK's plugin runner takes the compiler options of the folder that it is called in.
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, outDir: "bin", target: "es2020", module: "commonjs", moduleResolution: "node" }, files: ["index.ts"] }));
    const environment = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true", PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true" };
    const { code, stdout, text } = await runProcess("pulumi", ["package", "get-schema", join(project, "components")], folder, environment);
    expect(code, text).toBe(0);
    const kept: object = JSON.parse(readFileSync(join(project, "components/schema.json"), "utf8"));
    expect(JSON.parse(stdout)).toEqual({ ...kept, config: {} });
  });

  test("holds nothing that Pulumi's own check of schemas finds wrong", async () => {
    const { code, text } = await runProcess("pulumi", ["schema", "check", join(project, "components/schema.json")], folder, { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" });
    expect(code, text).toBe(0);
  });
});
