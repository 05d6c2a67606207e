/**
 * A clone of the project in a temporary folder with the real tool chain and nothing else real: no packages, no network,
 * no Go. What it starts is what a user starts (`node toolchain/run.mjs`), and PATH holds only what a test puts there.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The platform part of the cache's names. */
export const KEY = `pulumi-3.259.0-${process.platform}-${process.arch}`;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export class FakeClone {
  readonly folder = mkdtempSync(join(tmpdir(), "fake-clone-"));
  readonly cache = join(this.folder, "cache");
  readonly bin = join(this.folder, "bin");

  constructor() {
    cpSync(join(PROJECT, "toolchain"), this.path("toolchain"), {
      recursive: true,
      filter: (file) => !file.endsWith("_test.go"),
    });
    mkdirSync(this.bin);
    this.write("package-lock.json", lockFile({ "node_modules/a": { version: "1.0.0", integrity: "sha512-a" } }));
    this.write("node_modules/.package-lock.json", this.read("package-lock.json"));
    mkdirSync(this.path("node_modules/node/bin"), { recursive: true });
    symlinkSync(process.execPath, this.path("node_modules/node/bin/node"));
    this.wrapper(`console.error("Downloading pulumi"); console.error("pulumi: fetch failed"); process.exit(1);`);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  /** A shell script, executable; commands in it need their whole path, since PATH holds only the fakes. */
  script(name: string, body: string): void {
    this.write(name, `#!/bin/sh\n${body}\n`);
    chmodSync(this.path(name), 0o755);
  }

  /** A CLI on PATH that tells this version and otherwise what it was asked to do; with a language host unless told. */
  cliOnPath(version: string, { languageHost = true } = {}): void {
    this.script("bin/pulumi", `if [ "$1" = version ]; then echo ${version}; else echo "installed CLI ran: $*"; fi`);
    if (languageHost) this.script("bin/pulumi-language-nodejs", "exit 0");
  }

  /** What the npm wrapper does when it is run. */
  wrapper(javascript: string): void {
    const count = JSON.stringify(this.path("downloads"));
    this.write("node_modules/pulumi/run.js", `require("fs").appendFileSync(${count}, "one\\n");\n${javascript}\n`);
  }

  /** A wrapper whose download works; without the language host if told. */
  workingDownload(names: readonly string[] = ["pulumi", "pulumi-language-nodejs"]): void {
    this.wrapper(`
      const fs = require("fs");
      const bin = process.env.PULUMI_HOME + "/versions/3.259.0/bin";
      fs.mkdirSync(bin, { recursive: true });
      for (const name of ${JSON.stringify(names)})
        fs.writeFileSync(bin + "/" + name, '#!/bin/sh\\necho "downloaded CLI ran: $*"\\n', { mode: 0o755 });`);
  }

  /**
   * A Go on PATH whose build takes this long between its first and its second file, counts its starts in `builds` and
   * its ends in `builds-done`.
   */
  go({ version = "go1.26.0", seconds = 0 } = {}): void {
    this.script("built-cli", `echo "built CLI ran: $*"`);
    this.script(
      "bin/go",
      `if [ "$1" = env ]; then echo ${version}; exit 0; fi
echo $$ >> ${this.path("builds")}
while [ "$1" != -o ]; do shift; done
/bin/mkdir -p "$2"
/bin/cp ${this.path("built-cli")} "$2/pulumi"
/bin/sleep ${seconds}
echo $$ >> ${this.path("builds-done")}
/bin/cp ${this.path("built-cli")} "$2/pulumi-language-nodejs"`,
    );
  }

  /** How many lines one of the counting files has. */
  count(file: "builds" | "builds-done" | "downloads" | "installs"): number {
    return existsSync(this.path(file)) ? this.read(file).trim().split("\n").length : 0;
  }

  /** The names in the cache, without the compile cache of Node. */
  cached(): string[] {
    if (!existsSync(this.cache)) return [];
    return readdirSync(this.cache).filter((name) => name !== "node-compile-cache").sort();
  }

  start(args: readonly string[], env: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [this.path("toolchain/run.mjs"), ...args], {
      env: { PATH: this.bin, HOME: this.folder, HIPAA_PLATFORM_CACHE: this.cache, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const ended = new Promise<Ended>((resolve) => {
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });
    return { child, ended };
  }

  run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    return this.start(args, env).ended;
  }

  /** Ends builds that outlived a killed run, and removes the folder. */
  remove(): void {
    const builders = existsSync(this.path("builds")) ? this.read("builds").trim().split("\n") : [];
    for (const pid of builders) {
      try {
        process.kill(-Number(pid), "SIGKILL");
      } catch {
        // It ended by itself.
      }
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

export function lockFile(packages: Record<string, object>): string {
  return JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "fake" }, ...packages } });
}

/** Waits until the condition holds. @throws {Error} after ten seconds */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const limit = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`waited ten seconds for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
