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

/**
 * Flags for the `refresh` that settles pending creates: what took effect in the cloud is taken into
 * the state under its id, the rest is forgotten and created again by the next update.
 */
export function settlingFlags(pendingCreates: readonly string[], cloud: readonly CloudResource[], region: string): readonly string[] {
  const adopted = pendingCreates.flatMap((urn) => cloud.filter((resource) => resource.urn === urn).slice(0, 1));
  return [
    "--clear-pending-creates",
    ...adopted.flatMap(({ urn, id, region: own }) => [
      "--import-pending-creates", urn,
      "--import-pending-creates", own === "" || own === region ? id : `${id}@${own}`,
    ]),
  ];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
