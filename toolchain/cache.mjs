// @ts-check
/** The per-user cache: an entry is there whole or not at all. */

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Written into an entry before it gets its name; an entry without it was not put there by us. */
const MARKER = "complete.json";

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} [platform]
 * @param {string} [home]
 */
export function cacheRoot(env, platform = process.platform, home = homedir()) {
  const given = env["HIPAA_PLATFORM_CACHE"];
  if (given !== undefined && given !== "") return given;
  return join(userCache(env, platform, home), "hipaa-platform");
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
function userCache(env, platform, home) {
  if (platform === "win32") return env["LOCALAPPDATA"] ?? join(home, "AppData", "Local");
  const xdg = env["XDG_CACHE_HOME"];
  if (xdg !== undefined && xdg !== "") return xdg;
  return platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}

/**
 * The entry's folder, if it is complete.
 * @param {string} root
 * @param {string} key
 * @returns {string | undefined}
 */
export function cached(root, key) {
  const folder = join(root, key);
  return existsSync(join(folder, MARKER)) ? folder : undefined;
}

/**
 * Makes the finished folder the entry, in one step. It must lie in the same file system, as a lock folder in the cache does.
 * @param {string} root
 * @param {string} key
 * @param {string} finished
 */
export function place(root, key, finished) {
  const folder = join(root, key);
  writeFileSync(join(finished, MARKER), JSON.stringify({ placed: new Date().toISOString() }));
  if (cached(root, key) === undefined) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(finished, folder);
  } catch (error) {
    // Another process may have placed the same entry a moment ago; its content is the same.
    if (cached(root, key) === undefined) throw error;
  }
  return folder;
}

/**
 * A folder for work in a lock folder, gone with the lock.
 * @param {string} lock
 * @param {string} name
 */
export function workFolder(lock, name) {
  const folder = join(lock, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
