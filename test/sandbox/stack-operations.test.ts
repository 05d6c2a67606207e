import { existsSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commandLine } from "../../sandbox/command-line.ts";
import { destroyStack } from "../../sandbox/stack-operations.ts";
import { stackWorkspace } from "../../sandbox/workspace.ts";
import { TemporaryFolder } from "./support/temporary-folder.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Destroys a stack that never was, and says what went to standard output and to standard error. */
async function destroyNothing(...flags: readonly string[]) {
  using folder = new TemporaryFolder();
  folder.file("Pulumi.yaml", "name: clinic\n");
  const workspace = stackWorkspace(folder.path, `${folder.path}/home`, "dev");
  const [stdout, stderr] = [vi.spyOn(console, "log").mockReturnValue(), vi.spyOn(console, "error").mockReturnValue()];
  const code = await destroyStack({ project: folder.path, workspace, configSource: "", policyPack: "", packConfigSource: undefined }, commandLine(["destroy", ...flags]));
  return { code, stdout: stdout.mock.calls.flat(), stderr: stderr.mock.calls.flat(), made: existsSync(workspace.folder) };
}

describe("destroy of a stack that does not exist", () => {
  it("says so, and makes nothing", async () => {
    expect(await destroyNothing()).toEqual({ code: 0, stdout: ["Stack dev does not exist in the sandbox; nothing to destroy."], stderr: [], made: false });
  });

  it("answers a script as any destroy does", async () => {
    const { code, stdout: [answer], stderr } = await destroyNothing("--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: ["Stack dev does not exist in the sandbox; nothing to destroy."] });
    expect(JSON.parse(String(answer))).toMatchObject({ operation: "destroy", stack: "dev", succeeded: true, resources: 0, operations: {}, remaining: [] });
  });
});
