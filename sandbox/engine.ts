import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import type { StackWorkspace } from "./workspace.ts";

/** One line of the engine's event log; only the parts that are read here. */
export interface EngineEvent {
  readonly policyEvent?: {
    readonly resourceUrn?: string;
    readonly message: string;
    readonly policyName: string;
    readonly enforcementLevel: string;
  };
  readonly resourcePreEvent?: { readonly metadata: { readonly op: string; readonly urn: string; readonly type: string } };
  readonly summaryEvent?: { readonly resourceChanges?: Readonly<Record<string, number>>; readonly durationSeconds?: number };
  readonly policyLoadEvent?: object;
  readonly policyAnalyzeSummaryEvent?: { readonly resourceUrn: string; readonly passed?: readonly string[]; readonly failed?: readonly string[] };
  readonly policyAnalyzeStackSummaryEvent?: { readonly passed?: readonly string[]; readonly failed?: readonly string[] };
}

/** Environment of every engine run in the sandbox: local state, no update check, no downloads, no questions. */
export function engineEnvironment(workspace: StackWorkspace, providers: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PULUMI_BACKEND_URL: `file://${workspace.backend}`,
    PULUMI_CONFIG_PASSPHRASE: "sandbox",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_SKIP_CONFIRMATIONS: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DEBUG_COMMANDS: "true",
    PULUMI_DEBUG_PROVIDERS: providers,
    AWS_ACCESS_KEY_ID: "sandbox",
    AWS_SECRET_ACCESS_KEY: "sandbox",
  };
}

/** Runs the Pulumi CLI with its output on this terminal. @returns its exit code */
export async function runPulumi(args: readonly string[], environment: NodeJS.ProcessEnv, cwd: string, quiet = false): Promise<number> {
  const child = spawn("pulumi", [...args], { cwd, env: environment, stdio: ["inherit", quiet ? "ignore" : "inherit", "inherit"] });
  // A terminal sends SIGINT to the whole group; the engine then ends its operations in order.
  const wait = (): void => undefined;
  process.on("SIGINT", wait);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code) => { resolve(code ?? 1); });
    });
  } finally {
    process.off("SIGINT", wait);
  }
}

/** Reads and removes the event log of the run that just ended. */
export function takeEvents(workspace: StackWorkspace): readonly EngineEvent[] {
  const lines = readFileSync(workspace.eventLog, "utf8").split("\n").filter((line) => line !== "");
  rmSync(workspace.eventLog);
  return lines.map((line): EngineEvent => JSON.parse(line));
}
