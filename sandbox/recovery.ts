import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudResource } from "./inventory.ts";
import type { StackWorkspace } from "./workspace.ts";

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
  const holders = lockFiles.map((file): { readonly pid?: number } => JSON.parse(readFileSync(join(locks, file), "utf8")));
  const state: Checkpoint = existsSync(workspace.stateFile) ? JSON.parse(readFileSync(workspace.stateFile, "utf8")) : {};
  return {
    staleLock: holders.length > 0 && holders.every(({ pid }) => pid === undefined || !isAlive(pid)),
    pendingCreates: (state.checkpoint?.latest?.pending_operations ?? []).filter(({ type }) => type === "creating").map(({ resource }) => resource.urn),
  };
}

/** A stack as `pulumi stack export` writes it; what is not read here is kept as it is. */
export interface ExportedStack {
  readonly deployment: {
    readonly resources?: readonly object[];
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
    const found = cloud.find(({ urn, deletedUntil }) => urn === resource.urn && deletedUntil === undefined);
    return found === undefined ? [] : [{ ...resource, id: found.id, outputs: found.outputs }];
  });
  return {
    stack: { ...stack, deployment: { ...stack.deployment, resources: [...resources, ...adopted], pending_operations: [] } },
    adopted: adopted.map(({ urn }) => urn),
  };
}

/** A killed process that nobody waited for still answers to signals; where /proc exists, it says so. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${String(pid)}/stat`;
  return !existsSync(stat) || !/\) Z /u.test(readFileSync(stat, "utf8"));
}
