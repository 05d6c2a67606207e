import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { readInventory } from "../../sandbox/inventory.ts";
import { runCommand, startCommand, type Summary } from "./sandbox-command.ts";

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
  const settings = { home, environment };
  const cloud = (stack: string): ReturnType<typeof readInventory>["resources"] => readInventory(join(home, stack, "inventory.json")).resources;

  return {
    home,
    cloud,
    run: async (...args) => {
      const { code, stdout, stderr, summary } = await runCommand(settings, args);
      return { code, text: stderr + stdout, summary };
    },
    runAndKill: async (resources, ...args) => {
      const stackAt = args.indexOf("--stack");
      const stack = stackAt === -1 ? "dev" : args[stackAt + 1] ?? "dev";
      const child = startCommand(settings, args, true);
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
