import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EngineEvent, type PolicyFinding, summarize } from "../../sandbox/engine-events.ts";
import { project } from "../architecture/source-files.ts";
import { findingsByResource } from "./findings-by-resource.ts";
import { foreignProject, type ForeignProject, type ProcessRun, runProcess } from "./foreign-project.ts";

const pack = join(project, "policypack");

/*
 * Proves that the pack judges a project that knows nothing of this one: its preview, its exported state,
 * and from the package that would be published. The cloud is fake; the engine and its commands are not.
 */
describe("the policy pack alone", () => {
  let clinic: ForeignProject;
  let preview: Awaited<ReturnType<ForeignProject["judge"]>>;
  let exported: string;
  let analyzed: Awaited<ReturnType<typeof analyze>>;

  beforeAll(async () => {
    clinic = await foreignProject();
    preview = await clinic.judge("preview", "--stack", "dev", "--policy-pack", pack);
    const up = await clinic.pulumi("up", "--stack", "dev", "--yes", "--skip-preview");
    expect(up.code, up.text).toBe(0);
    exported = join(clinic.home, "export.json");
    await clinic.pulumi("stack", "export", "--stack", "dev", "--file", exported);
    analyzed = await analyze(pack);
  });
  afterAll(() => {
    clinic.remove();
  });

  /** Judges the exported state in an empty folder, with neither a backend, a login, a passphrase nor a provider. */
  const analyze = async (policyPack: string): Promise<ProcessRun & { readonly findings: readonly PolicyFinding[] }> => {
    const home = join(clinic.home, "nobody");
    mkdirSync(home, { recursive: true });
    const run = await runProcess("pulumi", ["policy", "analyze", "--file", exported, "--policy-pack", policyPack, "--json"], home, { PATH: process.env["PATH"], HOME: home });
    const events = run.stdout.split("\n").filter((line) => line.startsWith("{")).map((line): EngineEvent => JSON.parse(line));
    return { ...run, findings: summarize(events).findings };
  };

  test("blocks a public bucket in the preview of somebody else's project", () => {
    expect(preview.code).toBe(1);
    expect(findingsByResource(preview.findings)["BucketPolicy photos-policy"]).toEqual([
      "s3-bucket-policy-named-grantees", "s3-bucket-policy-not-public", "s3-bucket-policy-tls-only",
    ]);
    expect(preview.text).toContain("policy.Statement[0].Principal: found anyone");
  });

  test("says nothing of what is right", () => {
    const flagged = Object.keys(findingsByResource(preview.findings));
    expect(flagged.toSorted()).toEqual(["Bucket letters", "Bucket photos", "BucketPolicy letters-policy", "BucketPolicy photos-policy", "Instance records"]);
  });

  test("says of an exported state what it said of the preview, and decides what was undecided", () => {
    const { code, text, findings } = analyzed;
    expect(code, text).toBe(1);
    const undecided = preview.findings.filter((finding) => finding.undecided);
    expect(findingsByResource(undecided)).toEqual({
      "BucketPolicy letters-policy": ["s3-bucket-policy-named-grantees", "s3-bucket-policy-not-public", "s3-bucket-policy-tls-only"],
    });
    expect(findings.filter((finding) => finding.undecided)).toEqual([]);
    expect(findingsByResource(findings)).toEqual({
      ...findingsByResource(preview.findings.filter((finding) => !finding.undecided)),
      "BucketPolicy letters-policy": ["s3-bucket-policy-named-grantees", "s3-bucket-policy-not-public"],
    });
    expect(new Set(findings.map(({ level }) => level))).toEqual(new Set(["mandatory"]));
  });

  test("never quotes a secret", () => {
    expect(findingsByResource(analyzed.findings)["Instance records"]).toContain("rds-master-password-not-in-program");
    expect(preview.text + analyzed.text).not.toContain("correct horse");
  });

  test("needs no more than what is published of it", async () => {
    const packed = await runProcess("npm", ["pack", pack, "--json", "--pack-destination", clinic.home], clinic.home, { ...process.env, npm_config_update_notifier: "false" });
    expect(packed.code, packed.text).toBe(0);
    const [{ filename, files }]: readonly [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }] = JSON.parse(packed.stdout);
    expect(files.map(({ path }) => path).filter((path) => !path.startsWith("dist/")).toSorted()).toEqual(["PulumiPolicy.yaml", "package.json"]);

    const unpacked = await runProcess("tar", ["-xzf", filename], clinic.home, process.env);
    expect(unpacked.code, unpacked.text).toBe(0);
    const folder = join(clinic.home, "package");
    installDependencies(folder);
    expect(findingsByResource((await analyze(folder)).findings)).toEqual(findingsByResource(analyzed.findings));
  });
});

/** Links what the package declares, and nothing else, as an installation would bring it. */
function installDependencies(folder: string): void {
  const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(project, "node_modules", name), link);
  }
}
