// @ts-check
/** Commands whose output is kept back, to be told in one line if they fail. */

import { spawn } from "node:child_process";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} Captured
 * @property {boolean} ok whether it ended with exit code 0
 * @property {string} ending how it ended: `exit code 1`, `signal SIGKILL`, `stopped after 300 s`
 * @property {readonly string[]} lines the last lines of both outputs
 */

/**
 * Runs a command to its end; never throws for a command that fails or is missing.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} [options.cwd]
 * @param {number} options.limitSeconds after this the command and what it started are stopped
 * @param {(line: string) => void} [options.onLine]
 * @returns {Promise<Captured>}
 */
export function runCaptured(command, args, options) {
  return new Promise((resolve) => {
    // A group of its own, so that stopping it also stops what it started.
    const child = spawn(command, args, {
      env: options.env,
      cwd: options.cwd,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    running.add(child);
    /** @type {string[]} */
    const lines = [];
    const keep = (/** @type {string} */ line) => {
      lines.push(line);
      if (lines.length > 200) lines.shift();
      options.onLine?.(line);
    };
    forEachLine(child.stdout, keep);
    forEachLine(child.stderr, keep);

    let timedOut = false;
    const limit = setTimeout(() => {
      timedOut = true;
      stop(child);
    }, options.limitSeconds * 1000);
    const finish = (/** @type {boolean} */ ok, /** @type {string} */ ending) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ ok, ending: timedOut ? `stopped after ${options.limitSeconds} s` : ending, lines });
    };
    child.on("error", (error) => finish(false, `not started (${error.message})`));
    child.on("close", (code, signal) => finish(code === 0, signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
}

/** Stops every command that still runs; for the moment before this process ends. */
export function stopRunning() {
  for (const child of running) stop(child);
}

/**
 * The line that tells best why a command failed: its last one that is not progress, shortened.
 * @param {Captured} captured
 * @param {RegExp} [progress] lines to pass over
 */
export function causeOf(captured, progress) {
  const told = captured.lines.map((line) => line.trim()).filter((line) => line !== "" && progress?.test(line) !== true);
  const last = told[told.length - 1];
  if (last === undefined || captured.ending.startsWith("stopped")) return captured.ending;
  return last.length > 160 ? `${last.slice(0, 157)}...` : last;
}

/**
 * Kills rather than asks: a command that ignored the question would outlive this process.
 * @param {import("node:child_process").ChildProcess} child
 */
function stop(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * @param {import("node:stream").Readable} stream
 * @param {(line: string) => void} use
 */
function forEachLine(stream, use) {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (/** @type {string} */ chunk) => {
    const parts = (rest + chunk).split(/\r?\n|\r/);
    rest = parts.pop() ?? "";
    for (const part of parts) use(part);
  });
  stream.on("end", () => {
    if (rest !== "") use(rest);
  });
}
