import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineEnvironment, takeEvents } from "../../sandbox/engine.ts";
import { type PolicyFinding, summarize } from "../../sandbox/engine-events.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { stackWorkspace } from "../../sandbox/workspace.ts";
import { project } from "../architecture/source-files.ts";

export interface ProcessRun {
  readonly code: number | null;
  readonly stdout: string;
  /** All that was printed. */
  readonly text: string;
}

/** Somebody else's Pulumi project, in a temporary folder, with a stack `dev` in a fake cloud of its own. */
export interface ForeignProject {
  /** Temporary folder that the project is in; what else a test needs may lie there too. */
  readonly home: string;
  /** Runs the Pulumi CLI itself, without any command of this project. */
  pulumi(...args: readonly string[]): Promise<ProcessRun>;
  /** The same, with what policies said. */
  judge(...args: readonly string[]): Promise<ProcessRun & { readonly findings: readonly PolicyFinding[] }>;
  /** Stops the fake cloud and removes the folder. */
  remove(): void;
}

export async function foreignProject(): Promise<ForeignProject> {
  const home = mkdtempSync(join(tmpdir(), "hipaa-foreign-"));
  const folder = join(home, "clinic");
  cpSync(join(import.meta.dirname, "foreign-project"), folder, { recursive: true });
  // As if the project had installed the Pulumi SDKs itself.
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  const workspace = stackWorkspace(folder, join(home, "sandbox"), "dev");
  mkdirSync(workspace.backend, { recursive: true });
  const sandbox = await startSandbox({ inventoryFile: workspace.inventoryFile, faults: {} });
  const environment = engineEnvironment(workspace, sandbox.providers);
  const pulumi: ForeignProject["pulumi"] = async (...args) => await runProcess("pulumi", args, folder, environment);
  await pulumi("stack", "init", workspace.stack);
  return {
    home,
    pulumi,
    judge: async (...args) => {
      const run = await pulumi(...args, "--event-log", workspace.eventLog);
      return { ...run, findings: summarize(takeEvents(workspace)).findings };
    },
    remove: () => {
      sandbox.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Runs a program to its end, without input. */
export async function runProcess(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<ProcessRun> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env: { ...env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      text += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => { text += chunk.toString(); });
    child.on("error", reject);
    child.on("close", (code) => { resolve({ code, stdout, text }); });
  });
}
