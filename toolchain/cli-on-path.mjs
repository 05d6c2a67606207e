// @ts-check
/** The first way to a Pulumi CLI: one that is installed. */

import { mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { runCaptured } from "./captured-command.mjs";
import { executableName, isExecutable, pathVariable } from "./executables.mjs";
import { PULUMI_MINIMUM, PULUMI_VERSION, isAtLeast, parseVersion } from "./versions.mjs";

/** @typedef {{ folder: string } | { reason: string }} OnPath the folder of the CLI, or why there is none that will do */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root the cache, where versions already asked for are remembered
 * @returns {Promise<OnPath>}
 */
export async function findCliOnPath(env, root) {
  const folders = pathFolders(env);
  const candidates = folders.filter((folder) => isExecutable(join(folder, executableName("pulumi"))));
  /** @type {string[]} */
  const reasons = [];
  for (const folder of candidates) {
    const reason = await whyNot(join(folder, executableName("pulumi")), folders, env, root);
    if (reason === undefined) return { folder };
    reasons.push(reason);
  }
  return { reason: reasons.length === 0 ? "there is no pulumi on PATH" : reasons.join("; ") };
}

/**
 * node_modules/.bin is left out: its `pulumi` is the npm wrapper, which is the second way.
 * @param {NodeJS.ProcessEnv} env
 */
function pathFolders(env) {
  return pathVariable(env)
    .split(delimiter)
    .filter((folder) => folder !== "" && !(basename(folder) === ".bin" && basename(dirname(folder)) === "node_modules"));
}

/**
 * @param {string} cli
 * @param {readonly string[]} folders
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
async function whyNot(cli, folders, env, root) {
  const text = await rememberedVersion(cli, env, root);
  const version = text === undefined ? undefined : parseVersion(text);
  if (text === undefined || version === undefined) return `${cli} does not tell its version`;
  const [wanted] = parseVersion(PULUMI_VERSION) ?? [];
  if (version[0] !== wanted) return `${cli} is version ${text}, and major version ${wanted} is needed`;
  if (!isAtLeast(version, PULUMI_MINIMUM)) return `${cli} is version ${text}, and ${PULUMI_MINIMUM} or newer is needed`;
  const host = executableName("pulumi-language-nodejs");
  // Pulumi follows a link to itself before it looks beside itself.
  const beside = [dirname(cli), dirname(realpathSync(cli)), ...folders];
  if (!beside.some((folder) => isExecutable(join(folder, host)))) return `${cli} has no ${host} beside it or on PATH`;
  return undefined;
}

/**
 * Asks the CLI once; a file that has not changed since answers the same.
 * @param {string} cli
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
async function rememberedVersion(cli, env, root) {
  const memory = join(root, "on-path.json");
  const file = realpathSync(cli);
  const { size, mtimeMs } = statSync(file);
  const identity = `${file} ${size} ${mtimeMs}`;
  const known = readMemory(memory);
  if (known.identity === identity) return known.version;

  const asked = await runCaptured(cli, ["version"], {
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    limitSeconds: 20,
  });
  const version = asked.ok ? asked.lines.find((line) => /^v?\d+\.\d+/.test(line)) : undefined;
  if (version === undefined) return undefined;
  try {
    mkdirSync(root, { recursive: true });
    writeFileSync(memory, JSON.stringify({ identity, version }));
  } catch {
    // Not remembered: it is asked again the next time.
  }
  return version;
}

/**
 * @param {string} memory
 * @returns {{ identity?: string, version?: string }}
 */
function readMemory(memory) {
  try {
    return JSON.parse(readFileSync(memory, "utf8"));
  } catch {
    return {};
  }
}
