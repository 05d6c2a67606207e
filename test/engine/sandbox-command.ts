import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { PolicyFinding } from "../../sandbox/engine-events.ts";
import { project } from "../architecture/source-files.ts";

/** What `--json` prints. */
export interface Summary {
  readonly succeeded: boolean;
  readonly resources: number;
  readonly operations: Readonly<Record<string, number>>;
  readonly components: Readonly<Record<string, number>>;
  readonly rules: number;
  readonly violations: number;
  readonly undecided: number;
  readonly advisories: number;
  readonly findings: readonly PolicyFinding[];
  readonly seconds: number;
  readonly remaining?: readonly { readonly type: string; readonly id: string; readonly settings: number; readonly reason: string }[];
}

/** What a sandbox command left when it ended. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  /** With `--json`, the engine's output and what is said to a person. */
  readonly stderr: string;
  readonly summary: Summary | undefined;
}

/** Where a sandbox command runs. */
export interface SandboxSettings {
  /** Folder of its stacks. */
  readonly home: string;
  /** Beside the usual environment. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Starts a sandbox command in a process of its own; `detached`, it leads a group that can be killed as one. */
export function startCommand({ home, environment }: SandboxSettings, args: readonly string[], detached = false): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [join(project, "sandbox/cli.ts"), ...args], {
    cwd: project,
    env: { ...process.env, SANDBOX_HOME: home, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached,
  });
}

/** Runs a sandbox command with `--json` through the real CLI and engine. */
export async function runCommand(settings: SandboxSettings, args: readonly string[]): Promise<CommandResult> {
  return await new Promise((resolve, reject) => {
    const child = startCommand(settings, [...args, "--json"]);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => { stdout += chunk.toString(); });
    child.stderr.on("data", (chunk: Buffer) => { stderr += chunk.toString(); });
    child.on("error", reject);
    child.on("close", (code) => {
      const line = stdout.trim().split("\n").at(-1) ?? "";
      resolve({ code, stdout, stderr, summary: line.startsWith("{") ? JSON.parse(line) : undefined });
    });
  });
}
