import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { project } from "../../architecture/source-files.ts";

const PATIENT = "Jane Roe, MRN-12345678";
const require = createRequire(import.meta.url);
const undo: (() => void)[] = [];

afterEach(() => {
  for (const step of undo.splice(0)) {
    step();
  }
});

/** Runs the script as Synthetics does: in a folder with its target beside it. */
async function probe(target: { readonly url: string; readonly expectedStatus: number; readonly timeoutMs?: number }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "probe-"));
  undo.push(() => { rmSync(folder, { recursive: true }); });
  copyFileSync(join(project, "components/observability/canary/probe.cjs"), join(folder, "probe.js"));
  writeFileSync(join(folder, "target.json"), JSON.stringify({ timeoutMs: 2000, ...target }));
  const script: { readonly handler: () => Promise<string> } = require(join(folder, "probe.js"));
  return await script.handler();
}

async function serve(status: number, delayMs = 0): Promise<string> {
  const server: Server = createServer((_request, response) => {
    setTimeout(() => { response.writeHead(status, { "content-type": "text/plain", location: "https://elsewhere.example.com/" }).end(PATIENT); }, delayMs);
  });
  undo.push(() => { server.closeAllConnections(); server.close(); });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === "object" ? address?.port : "")}/health`;
}

describe("the canary's script", () => {
  test("passes when the API answers as expected, and says nothing of the answer", async () => {
    const said = await probe({ url: await serve(401), expectedStatus: 401 });
    expect(said).toMatch(/^answered with status 401 after \d+ ms$/u);
  });

  test("fails with the status alone when the API answers otherwise", async () => {
    await expect(probe({ url: await serve(500), expectedStatus: 200 })).rejects.toThrow(/^answered with status 500, not 200$/u);
  });

  test("follows no redirect", async () => {
    await expect(probe({ url: await serve(302), expectedStatus: 200 })).rejects.toThrow("answered with status 302, not 200");
  });

  test("fails when the API is too slow", async () => {
    await expect(probe({ url: await serve(200, 500), expectedStatus: 200, timeoutMs: 50 })).rejects.toThrow(/timeout/u);
  });

  test("fails when nobody listens", async () => {
    await expect(probe({ url: "http://127.0.0.1:1/health", expectedStatus: 200 })).rejects.toThrow("fetch failed");
  });
});
