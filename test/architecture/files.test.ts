import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project, projectFiles, sourceFiles } from "./source-files.ts";

const files = sourceFiles();

test("file names are kebab-case and say what the file holds", () => {
  const bad = files.map(({ path }) => path).filter((path) => {
    const name = path.split("/").at(-1) ?? "";
    return !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.(?:ts|mjs)$/u.test(name) || /\b(?:utils?|utilities|helpers?|common|misc|manager)\b/u.test(name);
  });
  expect(bad).toEqual([]);
});

test("files hold one idea: rules under 60 lines, tests under 400, everything else under 300", () => {
  const long = files.filter(({ path, lines }) => lines > limitOf(path)).map(({ path, lines }) => `${path}: ${String(lines)} lines, limit ${String(limitOf(path))}`);
  expect(long).toEqual([]);
});

test("a component's class stays under 200 lines", () => {
  const long = files.filter(({ path, lines }) => {
    const [room, folder, file] = path.split("/");
    return room === "components" && file === `${folder ?? ""}.ts` && lines > 200;
  });
  expect(long.map(({ path, lines }) => `${path}: ${String(lines)}`)).toEqual([]);
});

test("no file is switched off from checks, skipped or left to do", () => {
  const marks = /@ts-(?:ignore|expect-error|nocheck)|(?:eslint|oxlint)-disable|\b(?:TODO|FIXME)\b|\b(?:test|describe|it)\.(?:skip|only|todo)\b/u;
  const marked = files.filter(({ path }) => path !== "test/architecture/files.test.ts" && marks.test(readFileSync(join(project, path), "utf8")));
  expect(marked.map(({ path }) => path)).toEqual([]);
});

test("nothing names a machine's folder, a package registry or a key", () => {
  const leaks = /(?<![\w.}])\/(?:root|work)\/|registry\.npmjs\.org|proxy\.golang\.org|AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY/u;
  const leaking = projectFiles().filter((path) => !path.endsWith("go.sum") && path !== "test/architecture/files.test.ts").filter((path) => leaks.test(readFileSync(join(project, path), "utf8")));
  expect(leaking).toEqual([]);
});

function limitOf(path: string): number {
  if (path.startsWith("policypack/rules/") && !path.endsWith("/index.ts")) {
    return 60;
  }
  return path === "policypack/rules/index.ts" ? Infinity : (path.startsWith("test/") ? 400 : 300);
}
