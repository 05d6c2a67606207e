import { chmodSync, existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineFailure } from "../../sandbox/engine.ts";
import { settle } from "../../sandbox/settlement.ts";
import { stackWorkspace } from "../../sandbox/workspace.ts";
import { TemporaryFolder } from "./support/temporary-folder.ts";

const BUCKET = { type: "aws:s3/bucket:Bucket", urn: "urn:bucket" };
const PENDING = [{ type: "creating", resource: { ...BUCKET, custom: true, inputs: {} } }];

/* Proves what becomes of each answer of the engine; that the engine gives them, test/engine/interruption.test.ts shows. */
let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  folder[Symbol.dispose]();
  vi.restoreAllMocks();
});

/** A stack whose last run was killed during a create, and a stand-in for the CLI that notes its calls and fails at one. */
function interrupted(failing: string) {
  folder.file("Pulumi.yaml", "name: clinic\n");
  const workspace = stackWorkspace(folder.path, join(folder.path, "home"), "dev");
  folder.file("home/dev/backend/.pulumi/locks/organization/clinic/dev/1.json", "{}");
  folder.file("home/dev/backend/.pulumi/stacks/clinic/dev.json", JSON.stringify({ checkpoint: { latest: { pending_operations: PENDING } } }));
  folder.file("home/dev/inventory.json", JSON.stringify({ account: "123456789012", resources: [{ ...BUCKET, id: "b", region: "us-east-1", inputs: {}, outputs: {}, createdAt: "" }] }));
  const exported = folder.file("exported.json", JSON.stringify({ deployment: { pending_operations: PENDING } }));
  const cli = folder.file("bin/pulumi", `#!/bin/sh
echo "$*" >> calls.txt
case "$*" in
  "${failing}"*) exit 7 ;;
  "stack export"*) cp ${exported} "$4" ;;
  "stack import"*) cp "$4" imported.json ;;
esac
`);
  chmodSync(cli, 0o755);
  const environment = { PATH: `${dirname(cli)}${delimiter}${process.env["PATH"] ?? ""}` };
  return {
    settling: settle({ project: folder.path, workspace }, environment, { json: true }),
    calls: () => readFileSync(join(folder.path, "calls.txt"), "utf8").trim().split("\n").map((call) => call.replace(/ --(?:file|stack|yes).*$/u, "")),
    imported: join(folder.path, "imported.json"),
    working: join(workspace.folder, "settled.json"),
  };
}

describe("what a killed run left", () => {
  it("is put in order step by step: lock, state, refresh of what had taken effect", async () => {
    const { settling, calls, imported, working } = interrupted("nothing");
    await settling;
    expect(calls()).toEqual(["cancel", "stack export", "stack import", "refresh"]);
    expect(JSON.parse(readFileSync(imported, "utf8"))).toMatchObject({ deployment: { resources: [{ urn: "urn:bucket", id: "b" }], pending_operations: [] } });
    expect(existsSync(working)).toBe(false);
  });

  it.each([
    ["cancel", ["cancel"]],
    ["stack export", ["cancel", "stack export"]],
    ["stack import", ["cancel", "stack export", "stack import"]],
    ["refresh", ["cancel", "stack export", "stack import", "refresh"]],
  ])("is not taken for settled when %s fails", async (step, reached) => {
    const { settling, calls, working } = interrupted(step);
    const failure: unknown = await settling.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EngineFailure);
    expect(failure).toHaveProperty("message", `"pulumi ${step}" ended with exit code 7 while the last run was put in order. Correct what is reported above and run the same command again, or start over with "npm run sandbox -- reset --stack dev"`);
    expect(calls()).toEqual(reached);
    expect(existsSync(working)).toBe(false);
  });
});
