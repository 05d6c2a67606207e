import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import type { EngineEvent } from "./engine-events.ts";
import { SANDBOX_PASSPHRASE } from "./stand-in-secrets.ts";
import type { StackWorkspace } from "./workspace.ts";

/** Thrown when the engine could not do a step that a command needs; its message is all that the person sees. */
export class EngineFailure extends Error {
  override readonly name = "EngineFailure";
}

/** Environment of every engine run in the sandbox: local state, no update check, no downloads, no questions. */
export function engineEnvironment(workspace: StackWorkspace, providers: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PULUMI_HOME: workspace.engineHome,
    PULUMI_BACKEND_URL: `file://${workspace.backend}`,
    PULUMI_CONFIG_PASSPHRASE: SANDBOX_PASSPHRASE,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_SKIP_CONFIRMATIONS: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    PULUMI_DEBUG_COMMANDS: "true",
    PULUMI_DEBUG_PROVIDERS: providers,
    AWS_ACCESS_KEY_ID: "sandbox",
    AWS_SECRET_ACCESS_KEY: "sandbox",
  };
}

/** Where the CLI's standard output goes; its errors are always shown. */
export type Output = "inherit" | "stderr" | "ignore";

/** Runs the Pulumi CLI. @returns its exit code, 1 when a signal ended it */
export async function runPulumi(args: readonly string[], environment: NodeJS.ProcessEnv, cwd: string, output: Output): Promise<number> {
  const child = spawn("pulumi", [...args], { cwd, env: environment, stdio: ["inherit", output === "stderr" ? 2 : output, "inherit"] });
  // A terminal sends SIGINT to the whole group, and the engine then ends its operations in order; a
  // SIGTERM comes to us alone.
  const pass = (): void => { child.kill("SIGINT"); };
  process.on("SIGINT", waitForEngine);
  process.on("SIGTERM", pass);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code) => { resolve(code ?? 1); });
    });
  } finally {
    process.off("SIGINT", waitForEngine);
    process.off("SIGTERM", pass);
  }
}

/** Keeps this process alive while the engine ends its operations. */
function waitForEngine(): void {
  // The engine has the signal too.
}

/** Reads and removes the event log of the run that just ended; empty when the run never started, short when it was killed. */
export function takeEvents(workspace: StackWorkspace): readonly EngineEvent[] {
  if (!existsSync(workspace.eventLog)) {
    return [];
  }
  const lines = readFileSync(workspace.eventLog, "utf8").split("\n").filter((line) => line !== "");
  rmSync(workspace.eventLog);
  return lines.flatMap((line): readonly EngineEvent[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
