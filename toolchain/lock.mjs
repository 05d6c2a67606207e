// @ts-check
/** One process at a time, across processes; a lock whose owner died is taken over. */

import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopRunning } from "./captured-command.mjs";
import { ToolchainError, messageOf } from "./toolchain-error.mjs";

const HEARTBEAT_MS = 10_000;
const STALE_MS = 60_000;
const POLL_MS = 300;

/** @typedef {{ token: string, pid: number, host: string }} Owner */

/**
 * Does the work under the lock, unless it is done already or another process does it meanwhile.
 *
 * The lock is a folder; what the work leaves in it is removed with it, whether the work ends, fails or is interrupted.
 * Should two owners ever meet (a machine asleep for a minute), both do the work; so its result must be put in place in
 * one step.
 * @template T
 * @param {string} path the lock folder
 * @param {object} options
 * @param {() => T | undefined} options.isDone the result, where it exists already
 * @param {(owner: Owner) => void} options.onWait called again and again while another process holds the lock
 * @param {(folder: string) => Promise<T>} options.work given the lock folder, to work in
 * @returns {Promise<T>}
 */
export async function withLock(path, { isDone, onWait, work }) {
  for (;;) {
    const done = isDone();
    if (done !== undefined) return done;
    const exists = existsSync(path);
    const owner = readOwner(path);
    if (owner === undefined || isGone(path, owner)) {
      if (exists) discard(path, owner);
      const token = acquire(path);
      if (token !== undefined) return await whileHolding(path, token, async () => isDone() ?? (await work(path)));
    } else {
      onWait(owner);
    }
    await sleep(POLL_MS);
  }
}

/**
 * @template T
 * @param {string} path
 * @param {string} token
 * @param {() => Promise<T>} work
 */
async function whileHolding(path, token, work) {
  const beat = setInterval(() => {
    if (readOwner(path)?.token === token) utimesSync(join(path, "owner.json"), new Date(), new Date());
  }, HEARTBEAT_MS);
  const interrupted = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      stopRunning();
      release(path, token);
      process.stderr.write("\nStopped; nothing half-made is left behind.\n");
    } finally {
      process.exit(signal === "SIGINT" ? 130 : 143);
    }
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    sweep(dirname(path));
    return await work();
  } finally {
    clearInterval(beat);
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
    release(path, token);
  }
}

/**
 * A folder renamed into place carries its owner from the first moment; a folder with something in it is never
 * replaced by a rename, so one of several wins.
 * @param {string} path
 * @returns {string | undefined} undefined where another process was faster
 */
function acquire(path) {
  const token = randomUUID();
  const fresh = `${path}.new-${token}`;
  try {
    mkdirSync(fresh, { recursive: true });
    writeFileSync(join(fresh, "owner.json"), JSON.stringify({ token, pid: process.pid, host: hostname() }));
  } catch (error) {
    throw new ToolchainError(
      `The cache folder ${dirname(path)} cannot be written (${messageOf(error)}). ` +
        "Set HIPAA_PLATFORM_CACHE to a folder that can.",
    );
  }
  try {
    renameSync(fresh, path);
    return token;
  } catch {
    rmSync(fresh, { recursive: true, force: true });
    return undefined;
  }
}

/**
 * @param {string} path
 * @param {string} token
 */
function release(path, token) {
  if (readOwner(path)?.token === token) bury(path);
}

/**
 * Takes away a lock whose owner is dead or unreadable. Another process may have done so and hold a new lock by now:
 * then that one is put back.
 * @param {string} path
 * @param {Owner | undefined} judged
 */
function discard(path, judged) {
  const grave = `${path}.dead-${randomUUID()}`;
  try {
    renameSync(path, grave);
    if (readOwner(grave)?.token !== judged?.token) renameSync(grave, path);
  } catch {
    return;
  }
  rmSync(grave, { recursive: true, force: true });
}

/**
 * Removes a folder so that nobody ever sees a part of it.
 * @param {string} path
 */
function bury(path) {
  const grave = `${path}.dead-${randomUUID()}`;
  renameSync(path, grave);
  rmSync(grave, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Removes what processes that were killed left in the cache.
 * @param {string} root
 */
function sweep(root) {
  for (const name of readdirSync(root)) {
    const path = join(root, name);
    const owner = readOwner(path);
    if (/\.lock\.dead-/.test(name)) rmSync(path, { recursive: true, force: true });
    else if (/\.lock(\.new-.*)?$/.test(name) && owner !== undefined && isGone(path, owner)) discard(path, owner);
  }
}

/**
 * @param {string} path
 * @param {Owner} owner
 */
function isGone(path, owner) {
  if (owner.host === hostname() && !isAlive(owner.pid)) return true;
  try {
    return Date.now() - statSync(join(path, "owner.json")).mtimeMs > STALE_MS;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is alive, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * @param {string} path
 * @returns {Owner | undefined}
 */
function readOwner(path) {
  const file = join(path, "owner.json");
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * How the owner of a lock is told to a user.
 * @param {Owner} owner
 */
export function ownerName(owner) {
  return owner.host === hostname() ? `process ${owner.pid}` : `process ${owner.pid} on ${owner.host}`;
}

/**
 * The name of a lock folder.
 * @param {string} root
 * @param {string} key
 */
export function lockPath(root, key) {
  return join(root, `${basename(key)}.lock`);
}
