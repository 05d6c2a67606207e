import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { type Import, sourceFiles } from "./source-files.ts";

/** What a room may import at run time, as patterns over `room/path` or a package's name. */
interface Room {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly RegExp[];
  /** Additional places from which types alone may come. */
  readonly mayType?: readonly RegExp[];
}

const NODE = /^node:/u;
const ROOMS: readonly Room[] = [
  { name: "index.ts", files: /^index\.ts$/u, may: [/^stacks\//u] },
  { name: "stacks", files: /^stacks\/(?!start-up\/|disk\/)/u, may: [/^stacks\/(?!start-up\/)/u, /^components\/index\.ts$/u, /^@pulumi\/(?:pulumi|aws)\b/u, /^zod$/u, /^node:timers\/promises$/u] },
  // Looks whether files are there that the configuration names, and for nothing else.
  { name: "stacks/disk", files: /^stacks\/disk\//u, may: [/^stacks\/disk\//u, /^node:(?:fs|path)$/u] },
  // Runs before everything else, so it may load nothing else.
  { name: "stacks/start-up", files: /^stacks\/start-up\//u, may: [/^stacks\/start-up\//u, /^@pulumi\/pulumi\//u, /^node:(?:module|inspector)$/u] },
  { name: "components/lib", files: /^components\/lib\//u, may: [/^components\/lib\//u, /^node:module$/u, /^@pulumi\/(?:pulumi|aws|awsx|eks)\b/u, /^ipaddr\.js$/u] },
  {
    name: "components",
    files: /^components\/(?!lib\/)[^/]+\//u,
    may: [/^components\/lib\//u, /^@pulumi\/(?:pulumi|aws|awsx|eks)\b/u, /^ipaddr\.js$/u],
  },
  {
    name: "policypack",
    files: /^policypack\/(?!build\.mjs|serving\/)/u,
    may: [/^policypack\//u, /^@pulumi\/policy$/u],
    mayType: [/^@pulumi\/(?:aws|kubernetes)\b/u],
  },
  {
    name: "policypack/serving",
    files: /^policypack\/serving\//u,
    may: [/^policypack\//u, /^@pulumi\/policy(?:\/|$)/u, /^@pulumi\/pulumi\/proto\//u, /^@grpc\/grpc-js$/u],
  },
  { name: "sandbox", files: /^sandbox\//u, may: [/^sandbox\//u, /^@grpc\/grpc-js$/u, /^@pulumi\/pulumi\/proto\//u, /^google-protobuf\//u, /^yaml$/u, /^ipaddr\.js$/u, NODE] },
  {
    // Runs any program without an engine; remote components it expands as the sandbox does.
    name: "recording",
    files: /^recording\//u,
    may: [/^recording\//u, /^sandbox\/remote\/construction\.ts$/u, /^@pulumi\/pulumi(?:\/|$)/u, /^@grpc\/grpc-js$/u, /^google-protobuf\//u, NODE],
  },
  {
    // Describes what it reads in the other rooms.
    name: "docs",
    files: /^docs\//u,
    may: [/^(?:docs|components|policypack|recording|sandbox|stacks)\//u, /^@pulumi\/pulumi$/u, /^@hpcc-js\/wasm-graphviz$/u, /^typescript$/u, /^yaml$/u, NODE],
  },
  { name: "toolchain", files: /^toolchain\/.*\.mjs$/u, may: [/^toolchain\//u, NODE] },
];

const files = sourceFiles();

describe.each(ROOMS)("room $name", (room) => {
  const own = files.filter(({ path }) => room.files.test(path));

  test("has files, so the rule holds something", () => {
    expect(own.length).toBeGreaterThan(0);
  });

  test("imports only what it may", () => {
    const strangers = own.flatMap(({ path, imports }) => imports
      .filter((imported) => !allowed(room, path, imported))
      .map(({ specifier }) => `${path} imports ${specifier}`));
    expect(strangers).toEqual([]);
  });
});

test("a component never imports another component", () => {
  const crossings = files.filter(({ path }) => /^components\/(?!lib\/)[^/]+\//u.test(path)).flatMap(({ path, imports }) => {
    const own = path.split("/").slice(0, 2).join("/");
    return imports.map(({ specifier }) => target(path, specifier))
      .filter((to) => to.startsWith("components/") && !to.startsWith("components/lib/") && !to.startsWith(`${own}/`))
      .map((to) => `${path} imports ${to}`);
  });
  expect(crossings).toEqual([]);
});

function allowed(room: Room, path: string, { specifier, typeOnly }: Import): boolean {
  const to = target(path, specifier);
  const ownComponent = room.name === "components" && to.startsWith(`${path.split("/").slice(0, 2).join("/")}/`);
  return ownComponent || [...room.may, ...(typeOnly ? room.mayType ?? [] : [])].some((pattern) => pattern.test(to));
}

/** Relative imports as a path from the project's root; others as they are. */
function target(from: string, specifier: string): string {
  return specifier.startsWith(".") ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier;
}
