import { resolve } from "node:path";
import { styleText } from "node:util";
import { type CommandLine, commandLine, isHelp, say, usage } from "./command-line.ts";
import { driftStack } from "./drift-command.ts";
import { EngineFailure } from "./engine.ts";
import { destroyStack, operateStack, type Place, resetStack } from "./stack-operations.ts";
import { stackWorkspace, UsageError } from "./workspace.ts";

const platform = resolve(import.meta.dirname, "..");

async function main(argv: readonly string[]): Promise<number> {
  if (isHelp(argv)) {
    console.log(usage());
    return 0;
  }
  const line = commandLine(argv);
  const project = resolve(line.cwd ?? platform);
  const workspace = stackWorkspace(project, resolve(process.env["SANDBOX_HOME"] ?? `${project}/.sandbox`), line.stack);
  const banner = styleText("bold", `SANDBOX  a fake AWS on this machine; nothing here reaches a cloud account. Stack ${line.stack}.`);
  say(line, banner);
  const configSource = resolve(line.configFile ?? `${project}/Pulumi.${line.stack}.yaml`);
  const packConfigSource = line.packConfigFile === undefined ? undefined : resolve(line.packConfigFile);
  return await run(line, { project, workspace, configSource, policyPack: `${platform}/policypack/dist/pack.cjs`, packConfigSource });
}

async function run(line: CommandLine, place: Place): Promise<number> {
  switch (line.command) {
    case "reset":
      return resetStack(place);
    case "drift":
      return driftStack(place, line.positionals);
    case "destroy":
      return await destroyStack(place, line);
    case "start":
    case "preview":
      return await operateStack(place, "preview", line);
    case "up":
    case "refresh":
      return await operateStack(place, line.command, line);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof EngineFailure)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
