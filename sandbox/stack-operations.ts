import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type CommandLine, say } from "./command-line.ts";
import { engineEnvironment, runPulumi, takeEvents } from "./engine.ts";
import { summarize } from "./engine-events.ts";
import { renderNextSteps, renderRemainder, renderSummary, summaryJson } from "./report.ts";
import { startSandbox } from "./server.ts";
import { settle } from "./settlement.ts";
import { liftProtections, remainder } from "./teardown.ts";
import { encryptionSalt, prepareStackFolder, type StackWorkspace, writeConfiguration } from "./workspace.ts";

export interface Place {
  /** Folder of Pulumi.yaml. */
  readonly project: string;
  readonly workspace: StackWorkspace;
  /** The stack's configuration as a person wrote it; copied, never changed. */
  readonly configSource: string;
  readonly policyPack: string;
  /** Levels, settings and exceptions of the pack. @default those that the project keeps beside its Pulumi.yaml */
  readonly packConfigSource?: string | undefined;
}

type Operation = "preview" | "up" | "refresh" | "destroy";

/** Runs one engine operation on the stack and reports what it did. @returns 0 done, 1 refused or failed */
export async function operateStack(place: Place, operation: Operation, line: CommandLine): Promise<number> {
  return await withSandbox(place, line, async (environment) => await runOperation(place, operation, line, environment));
}

async function runOperation(place: Place, operation: Operation, line: CommandLine, environment: NodeJS.ProcessEnv): Promise<number> {
  const { workspace } = place;
  const judged = operation === "preview" || operation === "up";
  const started = performance.now();
  const code = await runPulumi([
    operation, "--stack", workspace.stack, "--config-file", workspace.configFile, "--event-log", workspace.eventLog,
    ...(operation === "preview" ? [] : ["--yes"]),
    ...(judged ? ["--policy-pack", place.policyPack, ...packConfiguration(place)] : []),
    ...line.pulumiFlags,
  ], environment, place.project, line.json ? "stderr" : "inherit");
  const outcome = { operation, stack: workspace.stack, succeeded: code === 0, judged, seconds: (performance.now() - started) / 1000 };
  const summary = summarize(takeEvents(workspace));
  const left = operation === "destroy" ? remainder(workspace.inventoryFile) : undefined;
  if (line.json) {
    console.log(summaryJson(summary, outcome, left));
  } else {
    console.log(renderSummary(summary, outcome));
    if (left !== undefined) {
      console.log(renderRemainder(left));
    }
    console.log(renderNextSteps(outcome));
  }
  return code === 0 ? 0 : 1;
}

/** Fake clouds of the project's other stacks: they share one account, so that one may use what another made. */
function neighboursOf({ folder, inventoryFile }: StackWorkspace): readonly string[] {
  const home = dirname(folder);
  return readdirSync(home).map((stack) => join(home, stack, basename(inventoryFile))).filter((file) => file !== inventoryFile);
}

function packConfiguration({ project, packConfigSource }: Place): readonly string[] {
  const file = packConfigSource ?? join(project, "policy-pack.json");
  return packConfigSource !== undefined || existsSync(file) ? ["--policy-pack-config", file] : [];
}

/**
 * Deletes the stack. Protection is lifted first, as a person with the right to do so would have to,
 * and said; what AWS itself keeps, stays and is listed.
 */
export async function destroyStack(place: Place, line: CommandLine): Promise<number> {
  const { workspace } = place;
  if (!existsSync(workspace.stateFile)) {
    say(line, `Stack ${workspace.stack} does not exist in the sandbox; nothing to destroy.`);
    if (line.json) {
      console.log(summaryJson(summarize([]), { operation: "destroy", stack: workspace.stack, succeeded: true, judged: false, seconds: 0 }, remainder(workspace.inventoryFile)));
    }
    return 0;
  }
  for (const what of await liftProtections(workspace.inventoryFile)) {
    say(line, `Lifted ${what}`);
  }
  return await withSandbox(place, line, async (environment) => {
    const code = await runPulumi(["state", "unprotect", "--all", "--yes", "--stack", workspace.stack], environment, place.project, line.json ? "stderr" : "inherit");
    return code === 0 ? await runOperation(place, "destroy", line, environment) : 1;
  });
}

/** Forgets the stack's state and its fake cloud. */
export function resetStack(place: Place): number {
  rmSync(place.workspace.folder, { recursive: true, force: true });
  console.log(`Forgot stack ${place.workspace.stack}: its state and its fake cloud.`);
  return 0;
}

/** Serves the fake cloud while `work` runs, on a stack that exists and has been put in order. */
async function withSandbox(place: Place, line: CommandLine, work: (environment: NodeJS.ProcessEnv) => Promise<number>): Promise<number> {
  const { project, workspace, configSource } = place;
  mkdirSync(workspace.folder, { recursive: true });
  const sandbox = await startSandbox({ inventoryFile: workspace.inventoryFile, neighbours: neighboursOf(workspace), faults: line.faults });
  try {
    const environment = engineEnvironment(workspace, sandbox.providers);
    if (!existsSync(workspace.stateFile)) {
      const folder = prepareStackFolder(workspace, project, configSource);
      const code = await runPulumi(["stack", "init", workspace.stack, "--no-select", "--cwd", folder], environment, folder, "ignore");
      if (code !== 0) {
        return 1;
      }
    }
    writeConfiguration(workspace, configSource, encryptionSalt(workspace));
    await settle(place, environment, line);
    return await work(environment);
  } finally {
    sandbox.stop();
  }
}
