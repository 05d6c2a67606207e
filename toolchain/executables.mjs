// @ts-check
/** Executables and PATH, on every platform. */

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @param {string} name */
export function executableName(name) {
  return process.platform === "win32" ? `${name}.exe` : name;
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @returns {string | undefined}
 */
export function findOnPath(env, name) {
  const files = pathVariable(env)
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, executableName(name)));
  return files.find(isExecutable);
}

/** @param {NodeJS.ProcessEnv} env */
export function pathVariable(env) {
  return env[pathName(env)] ?? "";
}

/**
 * The environment with folders put first on PATH.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} folders
 * @returns {NodeJS.ProcessEnv}
 */
export function withPath(env, folders) {
  return { ...env, [pathName(env)]: [...folders, pathVariable(env)].join(delimiter) };
}

/**
 * Windows calls it Path, and a copy of the environment tells upper from lower case.
 * @param {NodeJS.ProcessEnv} env
 */
function pathName(env) {
  return Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
}
