/** Proves the order of the three ways to a CLI and what is said when none works. It does not prove that the real download or build works. */
import { appendFileSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeClone, KEY } from "./fake-clone.ts";

let clone: FakeClone;
beforeEach(() => {
  clone = new FakeClone();
});
afterEach(() => clone.remove());

describe("no way works", () => {
  test("one message names the three ways, why each failed and what to install", async () => {
    const { code, stdout, stderr } = await clone.run(["pulumi", "up"]);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.slice(stderr.indexOf("There is no"))).toBe(
      [
        "There is no Pulumi CLI, and none could be got. Three ways were tried:",
        "  1. installed on this machine: there is no pulumi on PATH",
        "  2. the official download, by the npm package `pulumi` 3.259.0: the download from get.pulumi.com failed: pulumi: fetch failed",
        "  3. a build from the Go modules: there is no go on PATH",
        "Any one of these is enough; then run the command again:",
        "  - install Pulumi 3.255.0 or newer of major version 3: https://www.pulumi.com/docs/install/",
        "  - let this machine reach https://get.pulumi.com",
        "  - install Go 1.25.11 or newer (https://go.dev/dl/) and let it reach a Go module proxy",
        "",
      ].join("\n"),
    );
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(clone.cached()).toEqual([]);
  });

  test("a Go that is too old is not used", async () => {
    clone.go({ version: "go1.25.10" });
    const { code, stderr } = await clone.run(["pulumi", "up"]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${clone.bin}/go is version 1.25.10, and 1.25.11 or newer is needed`);
    expect(clone.count("builds")).toBe(0);
  });

  test("a failed build is told by its error, not by its progress", async () => {
    clone.script(
      "bin/go",
      `[ "$1" = env ] && { echo go1.26.0; exit 0; }
echo "go: downloading example.com/m v1.0.0" >&2; echo "example.com/m: undefined: Thing" >&2; echo "runtime/internal/sys" >&2; exit 1`,
    );
    const { stderr } = await clone.run(["pulumi", "up"]);
    expect(stderr).toContain("  3. a build from the Go modules: go build failed: example.com/m: undefined: Thing\n");
    expect(clone.cached()).toEqual([]);
  });

  test("a build that ends well without the language host is not kept", async () => {
    clone.script("bin/go", `if [ "$1" = env ]; then echo go1.26.0; fi`);
    const { code, stderr } = await clone.run(["pulumi", "up"]);
    expect(code).toBe(1);
    expect(stderr).toContain("go build failed: exit code 0");
    expect(clone.cached()).toEqual([]);
  });

  test("a cache that cannot be written is named with the way out", async () => {
    clone.write("not-a-folder", "");
    const { code, stderr } = await clone.run(["pulumi", "up"], { HIPAA_PLATFORM_CACHE: clone.path("not-a-folder/x") });
    expect(code).toBe(1);
    expect(stderr).toContain("Set HIPAA_PLATFORM_CACHE to a folder that can.");
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("the CLI on PATH", () => {
  test.each([
    ["another major version", "2.99.0", true, "is version 2.99.0, and major version 3 is needed"],
    ["a major version that only begins alike", "30.1.0", true, "is version 30.1.0, and major version 3 is needed"],
    ["a version that takes no policy pack as a file", "v3.254.9", true, "is version v3.254.9, and 3.255.0 or newer is needed"],
    ["a CLI without a Node language host", "v3.259.0", false, "has no pulumi-language-nodejs beside it or on PATH"],
    ["something else called pulumi", "hello", true, "does not tell its version"],
  ])("%s is refused", async (_, version, languageHost, reason) => {
    clone.cliOnPath(version, { languageHost });
    const { code, stderr } = await clone.run(["pulumi", "up"]);
    expect(code).toBe(1);
    expect(stderr).toContain(`1. installed on this machine: ${clone.bin}/pulumi ${reason}`);
  });

  test("the npm wrapper in node_modules/.bin is not taken for an installed CLI", async () => {
    clone.script("node_modules/.bin/pulumi", "echo v3.259.0");
    clone.script("node_modules/.bin/pulumi-language-nodejs", "exit 0");
    const { code, stderr } = await clone.run(["pulumi", "up"], { PATH: clone.path("node_modules/.bin") });
    expect(code).toBe(1);
    expect(stderr).toContain("there is no pulumi on PATH");
  });

  test.each(["v3.255.0", "3.259.0", "v3.300.1-alpha.2"])("%s is used, and nothing is downloaded or built", async (version) => {
    clone.cliOnPath(version);
    clone.go();
    clone.workingDownload();
    const { code, stdout, stderr } = await clone.run(["pulumi", "up", "--yes"]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "installed CLI ran: up --yes\n", stderr: "" });
    expect([clone.count("downloads"), clone.count("builds")]).toEqual([0, 0]);
  });

  test("is asked for its version once, and again when it was replaced", async () => {
    clone.cliOnPath("3.259.0");
    await clone.run(["pulumi", "up"]);
    clone.script("bin/pulumi", `[ "$1" = version ] && exit 1; echo unchanged`);
    const replaced = await clone.run(["pulumi", "up"]);
    expect(replaced.stderr).toContain("does not tell its version");
    clone.script("bin/pulumi", `if [ "$1" = version ]; then echo asked >> ${clone.path("asked")}; echo 3.259.0; fi`);
    await clone.run(["pulumi", "up"]);
    await clone.run(["pulumi", "up"]);
    expect(clone.read("asked")).toBe("asked\n");
  });
});

describe("the download", () => {
  test("comes before the build, is kept, and the wait is announced", async () => {
    clone.workingDownload();
    clone.go();
    const first = await clone.run(["pulumi", "up"]);
    expect(first).toMatchObject({ code: 0, stdout: "downloaded CLI ran: up\n" });
    expect(first.stderr).toMatch(/^Downloading the Pulumi CLI 3\.259\.0 \(about a minute\)\n.*: done after \d s\n$/);
    expect(clone.cached()).toEqual([KEY]);

    const second = await clone.run(["pulumi", "up"]);
    expect(second).toEqual({ code: 0, stdout: "downloaded CLI ran: up\n", stderr: "" });
    expect([clone.count("downloads"), clone.count("builds")]).toEqual([1, 0]);
  });

  test("without the language host is not kept, and the build follows", async () => {
    clone.workingDownload(["pulumi"]);
    clone.go();
    const { code, stdout, stderr } = await clone.run(["pulumi", "up"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "built CLI ran: up\n" });
    expect(stderr).toContain("Downloading the Pulumi CLI 3.259.0: not possible here");
    expect(clone.cached()).toEqual([expect.stringMatching(new RegExp(`^${KEY}-built-[0-9a-f]{12}$`))]);
  });
});

describe("the build", () => {
  test("comes last, is kept, and the wait is announced", async () => {
    clone.go();
    const first = await clone.run(["pulumi", "up"]);
    expect(first).toMatchObject({ code: 0, stdout: "built CLI ran: up\n" });
    expect(first.stderr).toContain("Building the Pulumi CLI 3.259.0 from its Go modules (once on this machine:");

    const second = await clone.run(["pulumi", "up"]);
    expect(second).toEqual({ code: 0, stdout: "built CLI ran: up\n", stderr: "" });
    expect([clone.count("downloads"), clone.count("builds")]).toEqual([1, 1]);
  });

  test("is done again when the language host changed", async () => {
    clone.go();
    await clone.run(["pulumi", "up"]);
    appendFileSync(clone.path("toolchain/language-host/main.go"), "// changed\n");
    expect(await clone.run(["pulumi", "up"])).toMatchObject({ code: 0 });
    expect(clone.count("builds")).toBe(2);
  });

  test("an entry that was not finished is not used", async () => {
    clone.go();
    await clone.run(["pulumi", "up"]);
    const [entry] = clone.cached();
    rmSync(`${clone.cache}/${entry}/complete.json`);
    expect(await clone.run(["pulumi", "up"])).toMatchObject({ code: 0, stdout: "built CLI ran: up\n" });
    expect(clone.count("builds")).toBe(2);
  });
});
