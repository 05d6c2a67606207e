import { execFile } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { project } from "../architecture/source-files.ts";

const execute = promisify(execFile);

/** True while somebody listens on the port. */
async function listens(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => { socket.destroy(); resolve(true); });
    socket.on("error", () => { resolve(false); });
  });
}

/* Proves that a pack does not outlive an engine that was killed; a shell that ends stands for the engine. */
test("a pack whose engine is gone ends by itself", async () => {
  const pack = join(project, "policypack/dist/pack.cjs");
  const script = `"${process.execPath}" "${pack}" 127.0.0.1:1 > "$1" & until [ -s "$1" ]; do sleep 0.05; done; cat "$1"; rm "$1"`;
  const { stdout } = await execute("sh", ["-c", script, "sh", join(project, "reports", `pack-port-${String(process.pid)}`)]);
  const port = Number(stdout.trim());

  expect(port).toBeGreaterThan(0);
  await vi.waitFor(async () => { expect(await listens(port)).toBe(false); }, { timeout: 10_000, interval: 200 });
});
