/** Proves where the cache lies on each platform, and how a wait looks on a terminal. */
import { expect, test } from "vitest";

const cache: { cacheRoot: (env: object, platform: string, home: string) => string } = await import(
  new URL("../../toolchain/cache.mjs", import.meta.url).href
);
const progress: {
  startProgress: (what: string, mayTake: string, out: object, env: object) => { detail: (text: string) => void; end: (outcome: string) => void };
  duration: (milliseconds: number) => string;
} = await import(new URL("../../toolchain/progress.mjs", import.meta.url).href);

test.each([
  ["linux", {}, "/home/u/.cache/hipaa-platform"],
  ["linux", { XDG_CACHE_HOME: "" }, "/home/u/.cache/hipaa-platform"],
  ["linux", { XDG_CACHE_HOME: "/x" }, "/x/hipaa-platform"],
  ["darwin", {}, "/home/u/Library/Caches/hipaa-platform"],
  ["win32", { LOCALAPPDATA: "/local" }, "/local/hipaa-platform"],
  ["linux", { XDG_CACHE_HOME: "/x", HIPAA_PLATFORM_CACHE: "/mine" }, "/mine"],
])("on %s with %o the cache is %s", (platform, env, expected) => {
  expect(cache.cacheRoot(env, platform, "/home/u")).toBe(expected);
});

test.each([
  [0, "0 s"],
  [59_400, "59 s"],
  [60_000, "1 min 00 s"],
  [425_000, "7 min 05 s"],
])("%i ms is told as %s", (milliseconds, expected) => {
  expect(progress.duration(milliseconds)).toBe(expected);
});

function written(columns: number, env: object): string {
  let text = "";
  const out = { isTTY: true, columns, write: (chunk: string) => (text += chunk) };
  progress.startProgress("Building", "about 7 minutes", out, env).end("done");
  return text;
}

test("a terminal line is overwritten in place", () => {
  expect(written(80, {})).toBe(
    "\r\u001b[2KBuilding \u001b[2m(about 7 minutes)\u001b[22m  0 s\u001b[2m\u001b[22m\r\u001b[2KBuilding: done after 0 s\n",
  );
});

test("NO_COLOR leaves out the colours, and a narrow terminal gets a line that does not wrap", () => {
  expect(written(80, { NO_COLOR: "1" })).toBe("\r\u001b[2KBuilding (about 7 minutes)  0 s\r\u001b[2KBuilding: done after 0 s\n");
  expect(written(12, { NO_COLOR: "1" })).toContain("\r\u001b[2KBuilding (a\r");
});

test("TERM=dumb gets plain lines", () => {
  expect(written(80, { TERM: "dumb" })).toBe("Building (about 7 minutes)\nBuilding: done after 0 s\n");
});
