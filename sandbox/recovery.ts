import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudResource } from "./inventory.ts";
import { type StackWorkspace, UsageError } from "./workspace.ts";

/** What an interrupted run left behind, and how the engine is told about it. */
export interface Interruption {
  /** A lock whose process no longer lives. */
  readonly staleLock: boolean;
  /** Creates that were sent but whose answer the engine never recorded. */
  readonly pendingCreates: readonly string[];
}

interface Checkpoint {
  readonly checkpoint?: { readonly latest?: { readonly pending_operations?: readonly { readonly type: string; readonly resource: { readonly urn: string } }[] } };
}

/** Looks for the traces of a run that was killed. */
export function findInterruption(workspace: StackWorkspace): Interruption {
  const locks = join(workspace.backend, ".pulumi", "locks");
  const lockFiles = existsSync(locks) ? readdirSync(locks, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json")) : [];
  const holders = lockFiles.map((file) => holderOf(join(locks, file)));
  const state = checkpoint(workspace);
  return {
    staleLock: holders.length > 0 && holders.every((pid) => pid === undefined || !isAlive(pid)),
    pendingCreates: (state.checkpoint?.latest?.pending_operations ?? []).filter(({ type }) => type === "creating").map(({ resource }) => resource.urn),
  };
}

/** The process that took a lock; undefined where it was killed before it had written that. */
function holderOf(lockFile: string): number | undefined {
  try {
    const lock: { readonly pid?: number } = JSON.parse(readFileSync(lockFile, "utf8"));
    return lock.pid;
  } catch {
    return undefined;
  }
}

function checkpoint({ stateFile, stack }: StackWorkspace): Checkpoint {
  if (!existsSync(stateFile)) {
    return {};
  }
  try {
    return JSON.parse(readFileSync(stateFile, "utf8"));
  } catch {
    throw new UsageError(`the sandbox's state of stack ${stack} is damaged; start over with "npm run sandbox -- reset --stack ${stack}"`);
  }
}

/** A resource of a state, as far as it is read here. */
interface StateResource {
  readonly urn: string;
  readonly id?: string;
  /** Still to be deleted, as another has taken its place. */
  readonly delete?: boolean;
}

/** A stack as `pulumi stack export` writes it; what is not read here is kept as it is. */
export interface ExportedStack {
  readonly deployment: {
    readonly resources?: readonly StateResource[];
    readonly pending_operations?: readonly { readonly type: string; readonly resource: { readonly urn: string } }[];
  };
}

/**
 * Settles pending creates: what took effect in the cloud is taken into the state under its id, to be
 * read by the next refresh; the rest is forgotten, so that the next update creates it.
 * @returns the stack to import, and the URNs that were taken in
 */
export function settled(stack: ExportedStack, cloud: readonly CloudResource[]): { readonly stack: ExportedStack; readonly adopted: readonly string[] } {
  const { resources = [], pending_operations: pending = [] } = stack.deployment;
  const adopted = pending.filter(({ type }) => type === "creating").flatMap(({ resource }) => {
    // A replacement has the URN of what it replaces, which the state knows by its id.
    const found = cloud.find(({ urn, id, deletedUntil }) => urn === resource.urn && deletedUntil === undefined && !resources.some((known) => known.urn === urn && known.id === id));
    return found === undefined ? [] : [{ ...resource, id: found.id, outputs: found.outputs }];
  });
  const replaced = new Set(adopted.map(({ urn }) => urn));
  const before = resources.map((resource) => (replaced.has(resource.urn) ? { ...resource, delete: true } : resource));
  return {
    stack: { ...stack, deployment: { ...stack.deployment, resources: [...before, ...adopted], pending_operations: [] } },
    adopted: adopted.map(({ urn }) => urn),
  };
}

/** A killed process that nobody waited for still answers to signals; where /proc exists, it says so. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const stat = `/proc/${String(pid)}/stat`;
  return !existsSync(stat) || !/\) Z /u.test(readFileSync(stat, "utf8"));
}
