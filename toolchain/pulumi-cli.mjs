// @ts-check
/** The order of the three ways to a Pulumi CLI. */

import { cacheRoot } from "./cache.mjs";
import { buildCli, builtCli } from "./cli-from-go.mjs";
import { downloadCli, downloadedCli } from "./cli-from-npm.mjs";
import { findCliOnPath } from "./cli-on-path.mjs";
import { lockPath, ownerName, withLock } from "./lock.mjs";
import { startProgress } from "./progress.mjs";
import { ToolchainError, messageOf } from "./toolchain-error.mjs";
import { GO_MINIMUM, PULUMI_MINIMUM, PULUMI_VERSION, downloadedKey } from "./versions.mjs";

/**
 * Makes sure of a Pulumi CLI with a Node language host: one on PATH, else the official download, else a build.
 * Downloaded or built, it is kept for every clone of the project on this machine.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the folder to put on PATH
 * @throws {ToolchainError} when no way works: all three with their causes, and what to install
 */
export async function ensurePulumiCli(env) {
  const root = cacheRoot(env);
  const onPath = await findCliOnPath(env, root);
  if ("folder" in onPath) return onPath.folder;

  const kept = () => downloadedCli(root) ?? builtCli(root);
  /** @type {import("./progress.mjs").Progress | undefined} */
  let waiting;
  const endWaiting = () => {
    waiting?.end("done");
    waiting = undefined;
  };
  // One lock for both: whoever waits takes whatever the other one ends up with.
  return withLock(lockPath(root, downloadedKey()), {
    isDone() {
      const folder = kept();
      if (folder !== undefined) endWaiting();
      return folder;
    },
    onWait(owner) {
      waiting ??= startProgress(`Waiting for the Pulumi CLI that ${ownerName(owner)} is setting up`, "up to 8 minutes");
    },
    async work(lock) {
      waiting?.end("it did not finish");
      const ways = [
        () => downloadCli(env, root, lock),
        () => buildCli(env, root, lock),
      ];
      const reasons = [onPath.reason];
      for (const way of ways) {
        try {
          return await way();
        } catch (error) {
          reasons.push(messageOf(error));
        }
      }
      throw new ToolchainError(noWayMessage(reasons));
    },
  });
}

/** @param {readonly string[]} reasons */
function noWayMessage(reasons) {
  const [onPath, download, build] = reasons;
  return [
    "There is no Pulumi CLI, and none could be got. Three ways were tried:",
    `  1. installed on this machine: ${onPath}`,
    `  2. the official download, by the npm package \`pulumi\` ${PULUMI_VERSION}: ${download}`,
    `  3. a build from the Go modules: ${build}`,
    "Any one of these is enough; then run the command again:",
    `  - install Pulumi ${PULUMI_MINIMUM} or newer of major version 3: https://www.pulumi.com/docs/install/`,
    "  - let this machine reach https://get.pulumi.com",
    `  - install Go ${GO_MINIMUM} or newer (https://go.dev/dl/) and let it reach a Go module proxy`,
  ].join("\n");
}
