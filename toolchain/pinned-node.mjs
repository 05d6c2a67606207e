// @ts-check
/** The Node that runs everything: the one in package.json, whatever runs this file. */

import { join } from "node:path";
import { executableName, isExecutable } from "./executables.mjs";
import { ToolchainError } from "./toolchain-error.mjs";
import { PROJECT_ROOT } from "./versions.mjs";

/**
 * @returns {string} the folder that holds the pinned `node` and nothing else
 * @throws {ToolchainError} when its install script has not run
 */
export function pinnedNodeFolder() {
  // Not node_modules/.bin: the `pulumi` there is the npm wrapper and would come before the CLI that was found.
  const folder = join(PROJECT_ROOT, "node_modules", "node", "bin");
  if (isExecutable(join(folder, executableName("node")))) return folder;
  throw new ToolchainError(
    "The pinned Node (npm package `node`) is not in node_modules: its install script has not run. " +
      "Run `npm rebuild node --ignore-scripts=false`.",
  );
}
