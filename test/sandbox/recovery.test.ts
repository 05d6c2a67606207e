import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CloudResource } from "../../sandbox/inventory.ts";
import { type ExportedStack, findInterruption, settled } from "../../sandbox/recovery.ts";
import { type StackWorkspace, stackWorkspace, UsageError } from "../../sandbox/workspace.ts";
import { TemporaryFolder } from "./support/temporary-folder.ts";

const LOCKS = "home/dev/backend/.pulumi/locks/organization/clinic/dev";
const STATE = "home/dev/backend/.pulumi/stacks/clinic/dev.json";

function workspaceIn(folder: TemporaryFolder): StackWorkspace {
  folder.file("Pulumi.yaml", "name: clinic\n");
  return stackWorkspace(folder.path, `${folder.path}/home`, "dev");
}

/** The id of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

function inCloud(urn: string, id: string, extra: Partial<CloudResource> = {}): CloudResource {
  return { type: "aws:s3/bucket:Bucket", id, region: "us-east-1", urn, inputs: {}, outputs: { arn: `arn:${id}` }, createdAt: "2026-01-01T00:00:00.000Z", ...extra };
}

/** An operation that was under way when the engine was killed. */
function pending(urn: string, type = "creating") {
  return { type, resource: { urn, type: "aws:s3/bucket:Bucket", custom: true, inputs: { bucket: "b" } } };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a lock", () => {
  it("is none in a sandbox that never ran", () => {
    using folder = new TemporaryFolder();
    expect(findInterruption(workspaceIn(folder))).toEqual({ staleLock: false, pendingCreates: [] });
  });

  it("is stale when its process is dead", () => {
    using folder = new TemporaryFolder();
    folder.file(`${LOCKS}/1.json`, JSON.stringify({ pid: deadProcess(), username: "me" }));
    expect(findInterruption(workspaceIn(folder)).staleLock).toBe(true);
  });

  it("is stale when its process was killed while writing it", () => {
    using folder = new TemporaryFolder();
    folder.file(`${LOCKS}/1.json`, '{"pid":');
    folder.file(`${LOCKS}/2.json`, "{}");
    expect(findInterruption(workspaceIn(folder)).staleLock).toBe(true);
  });

  it("is respected as long as one process lives", () => {
    using folder = new TemporaryFolder();
    folder.file(`${LOCKS}/1.json`, JSON.stringify({ pid: deadProcess() }));
    folder.file(`${LOCKS}/2.json`, JSON.stringify({ pid: process.pid }));
    expect(findInterruption(workspaceIn(folder)).staleLock).toBe(false);
  });

  it("is respected when the process is somebody else's", () => {
    using folder = new TemporaryFolder();
    folder.file(`${LOCKS}/1.json`, JSON.stringify({ pid: process.pid }));
    vi.spyOn(process, "kill").mockImplementation(() => { throw Object.assign(new Error("kill EPERM"), { code: "EPERM" }); });
    expect(findInterruption(workspaceIn(folder)).staleLock).toBe(false);
  });
});

describe("a state", () => {
  it("tells creates whose answer was never recorded from other operations", () => {
    using folder = new TemporaryFolder();
    const operations = [{ type: "creating", resource: { urn: "urn:a" } }, { type: "deleting", resource: { urn: "urn:b" } }, { type: "creating", resource: { urn: "urn:c" } }];
    folder.file(STATE, JSON.stringify({ checkpoint: { latest: { pending_operations: operations } } }));
    expect(findInterruption(workspaceIn(folder)).pendingCreates).toEqual(["urn:a", "urn:c"]);
    folder.file(STATE, JSON.stringify({ checkpoint: {} }));
    expect(findInterruption(workspaceIn(folder)).pendingCreates).toEqual([]);
  });

  it("that cannot be read is said to be damaged", () => {
    using folder = new TemporaryFolder();
    folder.file(STATE, '{"checkpoint":');
    expect(() => findInterruption(workspaceIn(folder))).toThrow(new UsageError('the sandbox\'s state of stack dev is damaged; start over with "npm run sandbox -- reset --stack dev"'));
  });
});

describe("settling a stack", () => {
  const known = { urn: "urn:known", id: "known", type: "aws:s3/bucket:Bucket" };
  const exported = (...operations: readonly ReturnType<typeof pending>[]): ExportedStack & { readonly version: number } =>
    ({ version: 3, deployment: { resources: [known], pending_operations: operations } });

  it("takes in what took effect, under its id, and forgets the rest", () => {
    const { stack, adopted } = settled(exported(pending("urn:made"), pending("urn:never")), [inCloud("urn:known", "known"), inCloud("urn:made", "made-1")]);
    expect(adopted).toEqual(["urn:made"]);
    expect(stack).toEqual({ version: 3, deployment: { pending_operations: [], resources: [known, { ...pending("urn:made").resource, id: "made-1", outputs: { arn: "arn:made-1" } }] } });
  });

  it("forgets what was made and is deleted already, and operations that were no creates", () => {
    const cloud = [inCloud("urn:gone", "g", { deletedUntil: "2026-12-01T00:00:00.000Z" }), inCloud("urn:known", "known")];
    expect(settled(exported(pending("urn:gone"), pending("urn:known", "updating")), cloud)).toEqual({ adopted: [], stack: { version: 3, deployment: { resources: [known], pending_operations: [] } } });
  });

  it("takes in a replacement, and leaves what it replaces to be deleted", () => {
    const cloud = [inCloud("urn:known", "known"), inCloud("urn:known", "new")];
    const { stack, adopted } = settled(exported(pending("urn:known")), cloud);
    expect(adopted).toEqual(["urn:known"]);
    expect(stack.deployment.resources).toEqual([{ ...known, delete: true }, { ...pending("urn:known").resource, id: "new", outputs: { arn: "arn:new" } }]);
  });

  it("does not take in what is replaced in place of a replacement that was never made", () => {
    expect(settled(exported(pending("urn:known")), [inCloud("urn:known", "known")])).toMatchObject({ adopted: [], stack: { deployment: { resources: [known] } } });
  });

  it("changes nothing where nothing is pending", () => {
    expect(settled({ deployment: {} }, [])).toEqual({ adopted: [], stack: { deployment: { resources: [], pending_operations: [] } } });
  });
});
