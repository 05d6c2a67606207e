// @ts-check
/** The entry of every npm script: `node toolchain/run.mjs <command> [arguments]`, on any Node >= 18 and a fresh clone. */

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { cacheRoot } from "./cache.mjs";
import { COMMANDS, commandList } from "./commands.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { executableName, withPath } from "./executables.mjs";
import { pinnedNodeFolder } from "./pinned-node.mjs";
import { ensurePulumiCli } from "./pulumi-cli.mjs";
import { ToolchainError } from "./toolchain-error.mjs";
import { PROJECT_ROOT } from "./versions.mjs";

process.exitCode = await main(process.argv.slice(2)).catch((/** @type {unknown} */ error) => {
  if (!(error instanceof ToolchainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
});

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main([name, ...args]) {
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(`${commandList()}\n`);
    return 0;
  }
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
  if (command === undefined) {
    const problem = name === undefined ? "No command was given." : `There is no command "${name}".`;
    process.stderr.write(`${problem}\n\n${commandList()}\n`);
    return 2;
  }
  if (Number(process.versions.node.split(".")[0]) < 18) {
    throw new ToolchainError(`This is Node ${process.versions.node}; Node 18 or newer is needed to begin with.`);
  }

  await ensureDependencies(process.env);
  const node = pinnedNodeFolder();
  const env = await commandEnvironment(command, node);
  if (command.needsCli) buildPolicyPack(join(node, executableName("node")), env);
  const [program = "", ...first] = command.argv;
  return run(program === "node" ? join(node, executableName("node")) : program, [...first, ...args], env);
}

/**
 * @param {import("./commands.mjs").Command} command
 * @param {string} node
 */
async function commandEnvironment(command, node) {
  const folders = [node];
  if (command.needsCli) folders.push(await ensurePulumiCli(process.env));
  return {
    NODE_COMPILE_CACHE: join(cacheRoot(process.env), "node-compile-cache"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    ...withPath(process.env, folders),
  };
}

/**
 * Pulumi loads the compiled pack, and a stale one would judge by yesterday's rules.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
function buildPolicyPack(node, env) {
  const script = join(PROJECT_ROOT, "policypack", "build.mjs");
  if (!existsSync(script)) return;
  // Its output goes to standard error: standard output belongs to the command.
  const built = spawnSync(node, [script], { cwd: PROJECT_ROOT, env, stdio: ["ignore", 2, 2] });
  if (built.status !== 0) throw new ToolchainError("The policy pack could not be built; what went wrong is shown above.");
}

/**
 * Runs a command in the caller's place: its terminal, its signals, its exit code.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: PROJECT_ROOT, env, stdio: "inherit" });
    /** @type {NodeJS.Signals[]} */
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) {
      process.on(signal, () => {
        // A terminal sends these two to the child itself; a second interrupt would make Pulumi stop without cleaning up.
        const fromTerminal = process.stdin.isTTY && signal !== "SIGTERM";
        if (!fromTerminal) child.kill(signal);
      });
    }
    child.on("error", (error) => reject(new ToolchainError(`${program} could not be started: ${error.message}`)));
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
