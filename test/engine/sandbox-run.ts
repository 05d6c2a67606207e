import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { PolicyFinding } from "../../sandbox/engine-events.ts";
import { readInventory } from "../../sandbox/inventory.ts";
import { project } from "../architecture/source-files.ts";

/** What `--json` prints. */
export interface Summary {
  readonly succeeded: boolean;
  readonly operations: Readonly<Record<string, number>>;
  readonly components: Readonly<Record<string, number>>;
  readonly rules: number;
  readonly violations: number;
  readonly undecided: number;
  readonly advisories: number;
  readonly findings: readonly PolicyFinding[];
  readonly remaining?: readonly { readonly type: string; readonly id: string; readonly settings: number; readonly reason: string }[];
}

export interface Run {
  readonly code: number | null;
  /** What a person would read: the engine's output and ours. */
  readonly text: string;
  readonly summary: Summary | undefined;
}

/** A sandbox of its own in a temporary folder, removed after the file's tests. */
export interface TestSandbox {
  readonly home: string;
  /** Runs a sandbox command through the real CLI and engine. */
  run(...args: readonly string[]): Promise<Run>;
  /** Starts a run and kills its processes without warning once the fake cloud holds `resources`. */
  runAndKill(resources: number, ...args: readonly string[]): Promise<void>;
  /** The fake cloud as it is on disk. */
  cloud(stack: string): ReturnType<typeof readInventory>["resources"];
  /** Resources in the engine's state, without the stack and providers. */
  state(stack: string, programName?: string): readonly { readonly urn: string; readonly type: string; readonly custom: boolean }[];
}

/**
 * @param environment of the sandbox beside the usual one; WITHOUT_CHECKPOINTS for runs that nothing interrupts
 */
export function testSandbox(environment: NodeJS.ProcessEnv = {}): TestSandbox {
  const home = mkdtempSync(join(tmpdir(), "hipaa-sandbox-"));
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });
  const start = (args: readonly string[], detached: boolean) => spawn(process.execPath, [join(project, "sandbox/cli.ts"), ...args], {
    cwd: project,
    env: { ...process.env, SANDBOX_HOME: home, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached,
  });
  const cloud = (stack: string): ReturnType<typeof readInventory>["resources"] => readInventory(join(home, stack, "inventory.json")).resources;

  return {
    home,
    cloud,
    run: async (...args) => await new Promise((resolve, reject) => {
      const child = start([...args, "--json"], false);
      let stdout = "";
      let text = "";
      child.stdout.on("data", (chunk: Buffer) => { stdout += chunk.toString(); });
      child.stderr.on("data", (chunk: Buffer) => { text += chunk.toString(); });
      child.on("error", reject);
      child.on("close", (code) => {
        const line = stdout.trim().split("\n").at(-1) ?? "";
        resolve({ code, text: text + stdout, summary: line.startsWith("{") ? JSON.parse(line) : undefined });
      });
    }),
    runAndKill: async (resources, ...args) => {
      const stackAt = args.indexOf("--stack");
      const stack = stackAt === -1 ? "dev" : args[stackAt + 1] ?? "dev";
      const child = start(args, true);
      child.stdout.resume();
      child.stderr.resume();
      const ended = new Promise<void>((resolve) => { child.on("close", () => { resolve(); }); });
      const watch = setInterval(() => {
        if (child.pid !== undefined && sizeOf(() => cloud(stack).length) >= resources) {
          clearInterval(watch);
          process.kill(-child.pid, "SIGKILL");
        }
      }, 20);
      await ended;
      clearInterval(watch);
    },
    state: (stack, programName = "hipaa-platform") => {
      const file = join(home, stack, "backend", ".pulumi", "stacks", programName, `${stack}.json`);
      const { checkpoint }: { readonly checkpoint: { readonly latest: { readonly resources?: readonly { readonly urn: string; readonly type: string; readonly custom?: boolean }[] } } } = JSON.parse(readFileSync(file, "utf8"));
      return (checkpoint.latest.resources ?? []).filter(({ type }) => !type.startsWith("pulumi:")).map(({ urn, type, custom }) => ({ urn, type, custom: custom === true }));
    },
  };
}

/** The inventory is absent before the first create. */
function sizeOf(count: () => number): number {
  try {
    return count();
  } catch {
    return 0;
  }
}
