import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { styleText } from "node:util";
import { engineEnvironment, runPulumi, takeEvents } from "./engine.ts";
import { printReport } from "./report.ts";
import { startSandbox } from "./server.ts";
import { encryptionSalt, prepareStackFolder, type StackWorkspace, stackWorkspace, UsageError, writeConfiguration } from "./workspace.ts";

const project = resolve(import.meta.dirname, "..");
const COMMANDS = {
  start: "preview the dev stack, judge it, and say what to do next",
  preview: "show what would change, judged by the policy pack",
  up: "create or update the stack in the fake cloud",
  refresh: "read the fake cloud back into the state",
  destroy: "delete everything that may be deleted",
  reset: "forget the stack: its state and its fake cloud",
} as const;
type Command = keyof typeof COMMANDS;

async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === undefined || command === "--help" || command === "-h" || !isCommand(command)) {
    const wrong = command !== undefined && !command.startsWith("-");
    process[wrong ? "stderr" : "stdout"].write(`${wrong ? `Unknown command ${JSON.stringify(command)}.\n\n` : ""}${usage()}`);
    return wrong ? 2 : 0;
  }
  const { stack, flags } = readFlags(rest);
  const workspace = stackWorkspace(project, resolve(process.env["SANDBOX_HOME"] ?? join(project, ".sandbox")), stack);
  console.log(styleText("bold", `SANDBOX: a fake AWS on this machine. Nothing here reaches a cloud account. Stack ${stack}.`));
  if (command === "reset") {
    rmSync(workspace.folder, { recursive: true, force: true });
    console.log(`Forgot stack ${stack}.`);
    return 0;
  }
  return await operate(command, workspace, flags);
}

async function operate(command: Exclude<Command, "reset">, workspace: StackWorkspace, flags: readonly string[]): Promise<number> {
  mkdirSync(workspace.folder, { recursive: true });
  const sandbox = await startSandbox({ inventoryFile: workspace.inventoryFile, faults: {} });
  try {
    const environment = engineEnvironment(workspace, sandbox.providers);
    if (!existsSync(workspace.stateFile)) {
      const folder = prepareStackFolder(workspace, project);
      const code = await runPulumi(["stack", "init", workspace.stack, "--no-select", "--cwd", folder], environment, folder, true);
      if (code !== 0) {
        return code;
      }
    }
    writeConfiguration(workspace, join(project, `Pulumi.${workspace.stack}.yaml`), encryptionSalt(workspace));
    const operation = command === "start" ? "preview" : command;
    const judged = operation === "preview" || operation === "up";
    const started = performance.now();
    const code = await runPulumi([
      operation, "--stack", workspace.stack, "--config-file", workspace.configFile, "--event-log", workspace.eventLog,
      ...(operation === "preview" ? [] : ["--yes"]),
      ...(judged && existsSync(join(project, "policypack", "dist", "index.cjs")) ? ["--policy-pack", join(project, "policypack")] : []),
      ...flags,
    ], environment, project);
    printReport(takeEvents(workspace), { seconds: (performance.now() - started) / 1000, succeeded: code === 0, judged });
    return code === 0 ? 0 : 1;
  } finally {
    sandbox.stop();
  }
}

function readFlags(args: readonly string[]): { readonly stack: string; readonly flags: readonly string[] } {
  const flags: string[] = [];
  let stack = "dev";
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (arg === "--stack" || arg === "-s") {
      index += 1;
      const value = args[index];
      if (value === undefined) {
        throw new UsageError("--stack needs the name of a stack, such as dev or prod");
      }
      stack = value;
    } else if (arg.startsWith("--stack=")) {
      stack = arg.slice("--stack=".length);
    } else {
      flags.push(arg);
    }
  }
  return { stack, flags };
}

function isCommand(command: string): command is Command {
  return Object.hasOwn(COMMANDS, command);
}

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(width)}  ${what}`);
  return `npm run sandbox -- <command> [--stack dev|prod] [pulumi flags]\n\n${lines.join("\n")}\n`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
