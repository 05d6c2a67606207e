/** Proves that set-ups at the same time, and interrupted ones, end with one whole CLI and nothing else in the cache. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeClone, KEY, until } from "./fake-clone.ts";

const LOCK = `cache/${KEY}.lock`;
const ONE_BUILD = [expect.stringMatching(new RegExp(`^${KEY}-built-[0-9a-f]{12}$`))];

let clone: FakeClone;
beforeEach(() => {
  clone = new FakeClone();
});
afterEach(() => clone.remove());

function deadProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

function heldLock(pid: number, host = hostname()): void {
  clone.write(`${LOCK}/owner.json`, JSON.stringify({ token: "other", pid, host }));
  clone.write(`${LOCK}/build/bin/pulumi`, "half of it");
}

async function startBuild() {
  const running = clone.start(["pulumi", "up"]);
  await until("the half-made CLI", () => existsSync(clone.path(`${LOCK}/build/bin/pulumi`)));
  return running;
}

describe("two set-ups at once", () => {
  test("build once; the second says that it waits and uses the result", async () => {
    clone.go({ seconds: 1.5 });
    const both = await Promise.all([clone.run(["pulumi", "one"]), clone.run(["pulumi", "two"])]);
    expect(both.map(({ code, stdout }) => `${code} ${stdout}`)).toEqual(["0 built CLI ran: one\n", "0 built CLI ran: two\n"]);
    expect(clone.count("builds")).toBe(1);
    expect(both.filter(({ stderr }) => /^Waiting for the Pulumi CLI that process \d+ is setting up/m.test(stderr))).toHaveLength(1);
    expect(clone.cached()).toEqual(ONE_BUILD);
  });

  test("the second does it itself when the first is killed", async () => {
    clone.go({ seconds: 30 });
    const first = await startBuild();
    const second = clone.start(["pulumi", "up"]);
    await sleep(500);
    clone.go();
    first.child.kill("SIGKILL");
    expect(await second.ended).toMatchObject({ code: 0, stdout: "built CLI ran: up\n" });
    expect(clone.cached()).toEqual(ONE_BUILD);
  });
});

describe("an interrupted build", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s stops what it started and leaves nothing", async (signal, code) => {
    clone.go({ seconds: 1 });
    const { child, ended } = await startBuild();
    child.kill(signal);
    expect((await ended).code).toBe(code);
    expect(clone.cached()).toEqual([]);
    await sleep(1300);
    expect(clone.count("builds-done")).toBe(0);
    expect(clone.cached()).toEqual([]);
  });

  test("by SIGKILL leaves nothing that is taken for a CLI, and the next run converges and cleans up", async () => {
    clone.go({ seconds: 30 });
    const { child, ended } = await startBuild();
    child.kill("SIGKILL");
    await ended;
    expect(clone.cached()).toEqual([`${KEY}.lock`]);

    clone.go();
    expect(await clone.run(["pulumi", "up"])).toMatchObject({ code: 0, stdout: "built CLI ran: up\n" });
    expect(clone.cached()).toEqual(ONE_BUILD);
  });
});

describe("a lock", () => {
  test("of a living process is waited for", async () => {
    heldLock(process.pid);
    clone.go();
    const { ended } = clone.start(["pulumi", "up"]);
    await sleep(1500);
    expect(clone.count("builds")).toBe(0);
    rmSync(clone.path(LOCK), { recursive: true });
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr).toContain(`Waiting for the Pulumi CLI that process ${process.pid} is setting up (up to 8 minutes)\n`);
  });

  test("of a dead process is taken over with what it left", async () => {
    heldLock(deadProcess());
    clone.go();
    expect(await clone.run(["pulumi", "up"])).toMatchObject({ code: 0, stdout: "built CLI ran: up\n" });
    expect(clone.cached()).toEqual(ONE_BUILD);
  });

  test("without a heartbeat for a minute is taken over, though its process number is in use", async () => {
    heldLock(process.pid, "another-machine");
    const before = new Date(Date.now() - 61_000);
    utimesSync(clone.path(`${LOCK}/owner.json`), before, before);
    clone.go();
    expect(await clone.run(["pulumi", "up"])).toMatchObject({ code: 0 });
    expect(clone.cached()).toEqual(ONE_BUILD);
  });

  test("of another machine is not judged by process numbers of this one", async () => {
    heldLock(deadProcess(), "another-machine");
    clone.go();
    const { child, ended } = clone.start(["pulumi", "up"]);
    await sleep(1000);
    expect(clone.count("builds")).toBe(0);
    child.kill("SIGKILL");
    await ended;
  });

  test("whose owner cannot be read is taken over", async () => {
    clone.write(`${LOCK}/owner.json`, "");
    clone.go();
    expect(await clone.run(["pulumi", "up"])).toMatchObject({ code: 0 });
    expect(clone.cached()).toEqual(ONE_BUILD);
  });

  test("of another version left by a dead process is removed as well", async () => {
    clone.write("cache/pulumi-3.0.0-old.lock/owner.json", JSON.stringify({ token: "x", pid: deadProcess(), host: hostname() }));
    clone.write(`cache/${KEY}.lock.dead-1/build/bin/pulumi`, "half of it");
    clone.go();
    await clone.run(["pulumi", "up"]);
    expect(clone.cached()).toEqual(ONE_BUILD);
  });
});
