// @ts-check
/** The third way to a Pulumi CLI: a build from its Go modules, with the language host of this project. */

import { join } from "node:path";
import { cached, place, workFolder } from "./cache.mjs";
import { causeOf, runCaptured } from "./captured-command.mjs";
import { executableName, findOnPath, isExecutable } from "./executables.mjs";
import { startProgress } from "./progress.mjs";
import { ToolchainError } from "./toolchain-error.mjs";
import { GO_BUILD_FLAGS, GO_MINIMUM, HOST_MODULE, PULUMI_VERSION, builtKey, isAtLeast, parseVersion } from "./versions.mjs";

const LIMIT_SECONDS = 2700;

/** What `go build -v` says while all goes well: modules it downloads and packages it compiles. */
const PROGRESS_LINE = /^go: downloading |^[\w.\-~]+(\/[\w.\-~]+)*$/;

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root the cache
 * @param {string} lock the lock folder to work in
 * @returns {Promise<string>} the folder of the CLI
 * @throws {ToolchainError} with the cause in one line
 */
export async function buildCli(env, root, lock) {
  const goEnv = {
    ...env,
    CGO_ENABLED: "0",
    // The installed Go or none: a silent download of another one would hide what the wait is for.
    GOTOOLCHAIN: "local",
    GOFLAGS: "-mod=readonly",
    GOWORK: "off",
    GOTMPDIR: workFolder(lock, "tmp"),
  };
  const go = await findGo(goEnv);
  const work = workFolder(lock, "build");
  const progress = startProgress(
    `Building the Pulumi CLI ${PULUMI_VERSION} from its Go modules`,
    "once on this machine: about a minute of downloads, then 6 minutes on 2 cores",
  );
  let downloads = 0;
  let packages = 0;
  const args = ["build", "-v", ...GO_BUILD_FLAGS, "-o", `${join(work, "bin")}/`, "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "."];
  const built = await runCaptured(go, args, {
    env: goEnv,
    cwd: HOST_MODULE,
    limitSeconds: LIMIT_SECONDS,
    onLine(line) {
      if (line.startsWith("go: downloading ")) downloads += 1;
      else if (PROGRESS_LINE.test(line)) packages += 1;
      progress.detail(packages === 0 ? `${downloads} modules downloaded` : `${packages} packages compiled`);
    },
  });
  const whole = ["pulumi", "pulumi-language-nodejs"].every((name) =>
    isExecutable(join(work, "bin", executableName(name))),
  );
  if (!built.ok || !whole) {
    progress.end("failed");
    throw new ToolchainError(`go build failed: ${causeOf(built, PROGRESS_LINE)}`);
  }
  const folder = place(root, builtKey(), work);
  progress.end("done");
  return join(folder, "bin");
}

/**
 * What an earlier build from the same sources left.
 * @param {string} root
 * @returns {string | undefined}
 */
export function builtCli(root) {
  const folder = cached(root, builtKey());
  return folder === undefined ? undefined : join(folder, "bin");
}

/** @param {NodeJS.ProcessEnv} env */
async function findGo(env) {
  const go = findOnPath(env, "go");
  if (go === undefined) throw new ToolchainError("there is no go on PATH");
  const asked = await runCaptured(go, ["env", "GOVERSION"], { env, limitSeconds: 60 });
  const text = asked.lines.find((line) => /^go\d/.test(line));
  const version = text === undefined ? undefined : parseVersion(text);
  if (!asked.ok || version === undefined) throw new ToolchainError(`${go} does not tell its version: ${causeOf(asked)}`);
  if (!isAtLeast(version, GO_MINIMUM)) {
    throw new ToolchainError(`${go} is version ${version.join(".")}, and ${GO_MINIMUM} or newer is needed`);
  }
  return go;
}
