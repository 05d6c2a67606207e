import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandLine, say } from "./command-line.ts";
import { EngineFailure, type Output, runPulumi } from "./engine.ts";
import { readInventory } from "./inventory.ts";
import { type ExportedStack, findInterruption, settled } from "./recovery.ts";
import type { Place } from "./stack-operations.ts";

/**
 * Puts in order what a killed run left: its lock, and creates whose outcome was never recorded.
 * @throws {EngineFailure} when the engine refuses a step; what went before it stands, and the next run goes on from there
 */
export async function settle({ project, workspace }: Pick<Place, "project" | "workspace">, environment: NodeJS.ProcessEnv, line: Pick<CommandLine, "json">): Promise<void> {
  const pulumi = async (args: readonly string[], output: Output = "ignore"): Promise<void> => {
    const code = await runPulumi([...args, "--stack", workspace.stack], environment, project, output);
    if (code !== 0) {
      throw new EngineFailure(`"pulumi ${args.slice(0, args[0] === "stack" ? 2 : 1).join(" ")}" ended with exit code ${String(code)} while the last run was put in order. Correct what is reported above and run the same command again, or start over with "npm run sandbox -- reset --stack ${workspace.stack}"`);
    }
  };
  const { staleLock, pendingCreates } = findInterruption(workspace);
  if (staleLock) {
    say(line, "The last run was killed; releasing its lock.");
    await pulumi(["cancel", "--yes"]);
  }
  if (pendingCreates.length === 0) {
    return;
  }
  say(line, `The last run was killed during ${String(pendingCreates.length)} creates; looking up what became of them.`);
  const file = join(workspace.folder, "settled.json");
  try {
    await pulumi(["stack", "export", "--file", file]);
    const exported: ExportedStack = JSON.parse(readFileSync(file, "utf8"));
    const { stack, adopted } = settled(exported, existsSync(workspace.inventoryFile) ? readInventory(workspace.inventoryFile).resources : []);
    writeFileSync(file, JSON.stringify(stack));
    await pulumi(["stack", "import", "--file", file]);
    if (adopted.length > 0) {
      // Shown, as the engine tells only there what a refresh failed on.
      await pulumi(["refresh", "--yes", "--skip-preview", "--config-file", workspace.configFile, ...adopted.flatMap((urn) => ["--target", urn])], line.json ? "stderr" : "inherit");
    }
    say(line, `${String(adopted.length)} had taken effect and are in the state now.`);
  } finally {
    rmSync(file, { force: true });
  }
}
