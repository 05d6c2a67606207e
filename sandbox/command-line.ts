import { faultFlags } from "./fault-flags.ts";
import type { FaultPlan } from "./faults.ts";
import { UsageError } from "./workspace.ts";

const COMMANDS = {
  start: "preview a stack, judge it, and say what to do next",
  preview: "show what would change, judged by the policy pack",
  up: "create or update the stack in the fake cloud",
  refresh: "read the fake cloud back into the state",
  destroy: "delete everything that may be deleted, and list what is locked",
  drift: "change a resource behind the engine's back: drift <name or URN> <property> <JSON value>",
  reset: "forget the stack: its state and its fake cloud",
} as const;
export type Command = keyof typeof COMMANDS;

export interface CommandLine {
  readonly command: Command;
  /** @default "dev" */
  readonly stack: string;
  /** Machine-readable summary on standard output; the engine's own output goes to standard error. */
  readonly json: boolean;
  readonly faults: FaultPlan;
  /** Folder of the Pulumi program. @default this project */
  readonly cwd: string | undefined;
  /** The stack's configuration. @default Pulumi.<stack>.yaml in the program's folder */
  readonly configFile: string | undefined;
  /** Levels, settings and exceptions of the policy pack. @default policy-pack.json in the program's folder, if there is one */
  readonly packConfigFile: string | undefined;
  /** Arguments of `drift`. */
  readonly positionals: readonly string[];
  /** Everything else, for Pulumi itself. */
  readonly pulumiFlags: readonly string[];
}

/** Says something to the person; with --json, standard output is for the machine that reads it. */
export function say({ json }: Pick<CommandLine, "json">, text: string): void {
  (json ? console.error : console.log)(text);
}

export function isHelp(argv: readonly string[]): boolean {
  return argv.length === 0 || argv.some((arg) => arg === "--help" || arg === "-h");
}

/**
 * Reads the command line; what it does not know itself goes on to Pulumi.
 * @throws {UsageError} for an unknown command, a missing value or a fault that cannot be read
 */
export function commandLine(argv: readonly string[]): CommandLine {
  const [command, ...rest] = argv;
  if (command === undefined || !isCommand(command)) {
    throw new UsageError(`Unknown command ${JSON.stringify(command)}.\n\n${usage()}`);
  }
  const { plan: faults, rest: withoutFaults } = faultFlags(rest, process.env["SANDBOX_FAULTS"]);
  const { taken, others } = takeOptions(withoutFaults);
  const stack = taken.get("--stack") ?? "dev";
  const line = { command, stack, json: others.includes("--json"), faults, cwd: taken.get("--cwd"), configFile: taken.get("--config-file"), packConfigFile: taken.get("--policy-pack-config") };
  const passedOn = others.filter((arg) => arg !== "--json");
  refuseStrays(command, passedOn);
  return command === "drift" ? { ...line, positionals: passedOn, pulumiFlags: [] } : { ...line, positionals: [], pulumiFlags: passedOn };
}

/** What would be taken for something it is not: a stack's name without its flag, a flag where nothing runs that takes it. */
function refuseStrays(command: Command, [first]: readonly string[]): void {
  if (first === undefined || command === "drift") {
    return;
  }
  if (command === "reset") {
    throw new UsageError(`reset does not take ${JSON.stringify(first)}; it takes --stack and --cwd`);
  }
  if (!first.startsWith("-")) {
    throw new UsageError(`${command} does not take ${JSON.stringify(first)}; a stack is named with --stack ${first}`);
  }
}

/** Options with a value that the sandbox reads itself, under Pulumi's own names. */
const OPTIONS: Readonly<Record<string, string>> = {
  "--stack": "--stack", "-s": "--stack", "--cwd": "--cwd", "-C": "--cwd", "--config-file": "--config-file", "--policy-pack-config": "--policy-pack-config",
};

function takeOptions(args: readonly string[]): { readonly taken: ReadonlyMap<string, string>; readonly others: readonly string[] } {
  const taken = new Map<string, string>();
  const others: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    const equals = arg.indexOf("=");
    const name = OPTIONS[equals === -1 ? arg : arg.slice(0, equals)];
    if (name === undefined) {
      others.push(arg);
      continue;
    }
    index += equals === -1 ? 1 : 0;
    const value = equals === -1 ? args[index] : arg.slice(equals + 1);
    if (value === undefined || value === "" || value.startsWith("-")) {
      throw new UsageError(`${equals === -1 ? arg : arg.slice(0, equals)} needs a value, such as ${name === "--stack" ? "--stack prod" : `${name} <path>`}`);
    }
    taken.set(name, value);
  }
  return { taken, others };
}

export function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    "npm run sandbox -- <command> [--stack dev|prod] [--cwd program] [--config-file file] [--policy-pack-config file] [--json] [--fault ...] [pulumi flags]",
    "",
    ...Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(width)}  ${what}`),
    "",
    "  --fault throttle=5    every 5th call is throttled         --fault delay=200ms   every call waits",
    "  --fault fail=<type>   the create of a type fails          --fault crash=40      the provider dies after 40 creates",
    "  --json                a summary for scripts on standard output",
    "",
    "A stack is a file Pulumi.<stack>.yaml. State and fake cloud lie in .sandbox/<stack>, or in $SANDBOX_HOME/<stack>.",
  ].join("\n");
}

function isCommand(command: string): command is Command {
  return Object.hasOwn(COMMANDS, command);
}
