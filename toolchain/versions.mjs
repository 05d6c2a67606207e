// @ts-check
/** What the tool chain is pinned to. */

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The Pulumi CLI that is downloaded or built; equal to the `pulumi` package in package.json. */
export const PULUMI_VERSION = "3.259.0";

/** The oldest CLI accepted from PATH: `--policy-pack` takes an executable file from it on. */
export const PULUMI_MINIMUM = "3.255.0";

/** The oldest Go that the CLI's modules compile with. */
export const GO_MINIMUM = "1.25.11";

/** The repository's root folder. */
export const PROJECT_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Go module that builds the CLI and the language host. */
export const HOST_MODULE = join(PROJECT_ROOT, "toolchain", "language-host");

/** The flags of both Go builds; the version is what `pulumi version` prints and the Automation API parses. */
export const GO_BUILD_FLAGS = [
  "-trimpath",
  "-tags",
  "osusergo,grpcnotrace",
  "-ldflags",
  `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${PULUMI_VERSION}`,
];

/** @typedef {readonly [major: number, minor: number, patch: number]} Version */

/**
 * Reads `3.259.0`, `v3.259.0-alpha.1` or `go1.26.8`.
 * @param {string} text
 * @returns {Version | undefined} undefined where the text holds no version
 */
export function parseVersion(text) {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3] ?? "0")];
}

/**
 * @param {Version} version
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  const floor = parseVersion(minimum) ?? [0, 0, 0];
  for (const [index, part] of version.entries()) {
    const bound = floor[index] ?? 0;
    if (part !== bound) return part > bound;
  }
  return true;
}

/** The cache's name for the CLI and its official language hosts on this machine. */
export function downloadedKey() {
  return `pulumi-${PULUMI_VERSION}-${process.platform}-${process.arch}`;
}

/** The cache's name for what the Go modules build: another language host or another dependency is another build. */
export function builtKey() {
  const digest = createHash("sha256").update(JSON.stringify(GO_BUILD_FLAGS));
  const sources = readdirSync(HOST_MODULE).filter((name) => /(?<!_test)\.go$|^go\.(mod|sum)$/.test(name));
  for (const name of sources.sort()) {
    digest.update(`\0${name}\0`).update(readFileSync(join(HOST_MODULE, name)));
  }
  return `${downloadedKey()}-built-${digest.digest("hex").slice(0, 12)}`;
}
