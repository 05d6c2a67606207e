// @ts-check
/** The second way to a Pulumi CLI: the download of the official npm wrapper. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { cached, place, workFolder } from "./cache.mjs";
import { causeOf, runCaptured } from "./captured-command.mjs";
import { executableName, isExecutable } from "./executables.mjs";
import { startProgress } from "./progress.mjs";
import { ToolchainError } from "./toolchain-error.mjs";
import { PROJECT_ROOT, PULUMI_VERSION, downloadedKey } from "./versions.mjs";

const LIMIT_SECONDS = 300;

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root the cache
 * @param {string} lock the lock folder to work in
 * @returns {Promise<string>} the folder of the CLI
 * @throws {ToolchainError} with the cause in one line
 */
export async function downloadCli(env, root, lock) {
  const wrapper = join(PROJECT_ROOT, "node_modules", "pulumi", "run.js");
  if (!existsSync(wrapper)) throw new ToolchainError("the npm package `pulumi` is not installed");

  const home = workFolder(lock, "download");
  const progress = startProgress(`Downloading the Pulumi CLI ${PULUMI_VERSION}`, "about a minute");
  const downloaded = await runCaptured(process.execPath, [wrapper, "version"], {
    env: {
      ...env,
      PULUMI_HOME: home,
      PULUMI_VERSION,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      TMPDIR: workFolder(lock, "tmp"),
    },
    limitSeconds: LIMIT_SECONDS,
  });
  const version = join(home, "versions", PULUMI_VERSION);
  const whole = ["pulumi", "pulumi-language-nodejs"].every((name) =>
    isExecutable(join(version, "bin", executableName(name))),
  );
  if (!downloaded.ok || !whole) {
    progress.end("not possible here");
    const cause = downloaded.ok ? "the Node language host was not in the download" : causeOf(downloaded, /^Downloading /);
    throw new ToolchainError(`the download from get.pulumi.com failed: ${cause}`);
  }
  const folder = place(root, downloadedKey(), version);
  progress.end("done");
  return join(folder, "bin");
}

/**
 * What an earlier download left.
 * @param {string} root
 * @returns {string | undefined}
 */
export function downloadedCli(root) {
  const folder = cached(root, downloadedKey());
  return folder === undefined ? undefined : join(folder, "bin");
}
