// @ts-check
/** The installed packages are exactly those of package-lock.json. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { cacheRoot } from "./cache.mjs";
import { runCaptured } from "./captured-command.mjs";
import { findOnPath } from "./executables.mjs";
import { lockPath, ownerName, withLock } from "./lock.mjs";
import { startProgress } from "./progress.mjs";
import { ToolchainError } from "./toolchain-error.mjs";
import { PROJECT_ROOT } from "./versions.mjs";

const LIMIT_SECONDS = 1200;

/**
 * Runs `npm ci` unless what is installed is what the lock file says.
 * @param {NodeJS.ProcessEnv} env
 * @throws {ToolchainError} when npm fails, with the end of what it said
 */
export async function ensureDependencies(env) {
  if (isInstalled()) return;
  const clone = createHash("sha256").update(PROJECT_ROOT).digest("hex").slice(0, 12);
  let told = false;
  await withLock(lockPath(cacheRoot(env), `npm-ci-${clone}`), {
    isDone: () => isInstalled() || undefined,
    onWait(owner) {
      if (!told) process.stderr.write(`Waiting for ${ownerName(owner)}, which is installing the packages of this clone.\n`);
      told = true;
    },
    work: async () => {
      await install(env);
      return true;
    },
  });
}

/** @param {NodeJS.ProcessEnv} env */
async function install(env) {
  const { command, args } = npm(env);
  const progress = startProgress("Installing packages with npm ci", "about a minute");
  const done = await runCaptured(command, [...args, "ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    env,
    cwd: PROJECT_ROOT,
    limitSeconds: LIMIT_SECONDS,
  });
  progress.end(done.ok ? "done" : "failed");
  if (done.ok) return;
  const said = done.lines.filter((line) => line.trim() !== "" && !line.includes("A complete log of this run"));
  throw new ToolchainError(
    [
      `The packages could not be installed: npm ci ended with ${done.ending}. It said:`,
      ...said.slice(-12).map((line) => `  ${line}`),
      "Check that npm reaches its registry (`npm ping`), then run the command again.",
    ].join("\n"),
  );
}

/**
 * The npm that started us, else the one that came with the running Node, else the one on PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ command: string, args: string[] }}
 */
function npm(env) {
  const beside = dirname(process.execPath);
  const scripts = [
    env["npm_execpath"] ?? "",
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = scripts.find((file) => basename(file) === "npm-cli.js" && existsSync(file));
  if (script !== undefined) return { command: process.execPath, args: [script] };
  const command = findOnPath(env, "npm");
  if (command === undefined) throw new ToolchainError("npm is not on PATH. Install Node with npm: https://nodejs.org");
  return { command, args: [] };
}

/**
 * Compares the lock file with the one npm leaves in node_modules at the end of an install. Times are not compared: git
 * and copies change them.
 */
export function isInstalled() {
  const wanted = lockedPackages(join(PROJECT_ROOT, "package-lock.json"));
  const installed = lockedPackages(join(PROJECT_ROOT, "node_modules", ".package-lock.json"));
  if (wanted === undefined) throw new ToolchainError("package-lock.json is missing or is not JSON; restore it from git.");
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    // npm leaves out what another platform needs.
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
