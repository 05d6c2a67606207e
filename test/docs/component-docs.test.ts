import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ComponentDocs, componentDocs, componentNames } from "../../docs/generators/component-docs.ts";

const CLASS = `
/**
 * Where files lie,
 * in order.
 *
 * Guarantees: nobody reads them; nobody
 * writes them. It is cheap.
 *
 * Requirement rows: S1-01, S2-03 to S2-05.
 * Upholds 45 CFR 164.312(a)(1), 164.514(b)(2).
 *
 * #### Cost
 * Nothing, or 1 USD.
 *
 * @example
 * \`\`\`ts
 * new Store("files", { place: { region: "a" } });
 * \`\`\`
 */`;
const ARGS = `
export interface StoreArgs extends Limits {
  readonly place: Place;
  /** How. */
  readonly mode: Mode;
  /**
   * Which of them.
   * @default none | all
   */
  readonly names?: string[];
}
interface Limits {
  /** At most so many. */
  readonly limit: number;
}`;
const BODY = `
export class Store extends pulumi.ComponentResource {
  /** Where it is. */
  readonly path: pulumi.Output<string>;
  constructor(name: string, args: StoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:Store", name, {}, opts);
    createBucket(this, name);
  }
}
function createBucket(parent: Store, name: string): void { make(name); }
`;
const HEAD = `
import { Key } from "@pulumi/aws/kms/key.js";
import type { Place } from "../lib/place.ts";
import { make } from "../lib/make.ts";
import type { Topic } from "@pulumi/aws/sns/topic.js";
export const Mode = {
  /** Locked. */
  Locked: "locked", Open: "open" } as const;
export type Mode = (typeof Mode)[keyof typeof Mode];
function unused(): void { new Key("never"); }
`;
const FILES = {
  "lib/place.ts": "/** A place. */\nexport interface Place {\n  /** Where. */\n  readonly region: string;\n}\n",
  "lib/make.ts": 'import { Bucket } from "@pulumi/aws/s3/bucket.js";\nimport { Queue } from "@pulumi/aws/sqs/queue.js";\nexport function make(name: string): Bucket { return new Bucket(name); }\nexport function other(): Queue { return new Queue("other"); }\n',
  "store/index.ts": 'export { Store, type StoreArgs } from "./store.ts";\nexport const LIMIT = 3;\n',
  "index.ts": 'export { Store, type StoreArgs } from "./store/index.ts";\n',
};
const SDK: Readonly<Record<string, string>> = { "kms/key": "Key", "s3/bucket": "Bucket", "sqs/queue": "Queue", "sns/topic": "Topic" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "components-"));
  Object.entries(FILES).forEach(([path, text]) => { write(`components/${path}`, text); });
  Object.entries(SDK).forEach(([path, name]) => { write(`node_modules/@pulumi/aws/${path}.js`, `class ${name} {}\n${name}.__pulumiType = 'aws:${path}:${name}';\n`); });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function read(source: string): readonly ComponentDocs[] {
  write("components/store/store.ts", source);
  return componentDocs(join(folder, "components/index.ts"), join(folder, "node_modules"), new Set(["S1-01", "S2-03", "S2-05"]));
}

describe("what a component's code says of it", () => {
  test("are the parts of its docstring, in any order of the code around it", () => {
    const [store, ...others] = read(HEAD + ARGS + CLASS + BODY);
    expect(others).toEqual([]);
    expect(store).toMatchObject({
      name: "Store", about: "Where files lie,\nin order.", guarantees: "nobody reads them; nobody\nwrites them. It is cheap.",
      rows: "S1-01, S2-03 to S2-05.", citations: ["164.312(a)(1)", "164.514(b)(2)"], cost: "Nothing, or 1 USD.",
      example: 'new Store("files", { place: { region: "a" } });',
    });
  });

  test("are its arguments, inherited ones and those whose type alone is described among them", () => {
    expect(read(HEAD + ARGS + CLASS + BODY)[0]?.inputs).toEqual([
      { name: "limit", type: "number", fallback: undefined, about: "At most so many.", links: [] },
      { name: "place", type: "Place", fallback: undefined, about: "A place.", links: ["Place"] },
      { name: "mode", type: "Mode", fallback: undefined, about: "How.", links: ["Mode"] },
      { name: "names", type: "string[]", fallback: "none | all", about: "Which of them.", links: [] },
    ]);
  });

  test("are its outputs and the types of its arguments", () => {
    const [store] = read(HEAD + ARGS + CLASS + BODY);
    expect(store?.outputs).toEqual([{ name: "path", type: "pulumi.Output<string>", fallback: undefined, about: "Where it is.", links: [] }]);
    expect(store?.types).toEqual([
      { name: "Place", about: "A place.", values: [], fields: [{ name: "region", type: "string", fallback: undefined, about: "Where.", links: [] }] },
      { name: "Mode", about: "", fields: [], values: [{ name: "Locked", value: '"locked"', about: "Locked." }, { name: "Open", value: '"open"', about: "" }] },
    ]);
  });

  test("are the resources of what it calls, not those of what stands beside it or of types", () => {
    expect(read(HEAD + ARGS + CLASS + BODY)[0]?.resources).toEqual(["aws:s3/bucket:Bucket"]);
    expect(read((HEAD + ARGS + CLASS + BODY).replace("make(name);", "make(name); unused();"))[0]?.resources).toEqual(["aws:kms/key:Key", "aws:s3/bucket:Bucket"]);
  });

  test("are read for classes that are components alone", () => {
    write("components/store/store.ts", `${HEAD}${ARGS}${CLASS}${BODY.replace("pulumi.ComponentResource {", "Map {")}`);
    expect(componentNames(join(folder, "components/index.ts"))).toEqual([]);
  });
});

describe("a docstring that lacks something is refused by the class and the part", () => {
  test.each([
    ["the first paragraph", " * Where files lie,\n * in order.\n *\n", "", "the docstring has no first paragraph"],
    ["the guarantees", "Guarantees: ", "Promises: ", "the docstring has no paragraph `Guarantees: …`"],
    ["the rows", "Requirement rows: ", "Rows: ", "the docstring has no line `Requirement rows: …`"],
    ["the citations", "Upholds 45 CFR", "Upholds", "the docstring has no line `Upholds 45 CFR …`"],
    ["the cost", "#### Cost\n", "Cost:\n", "the docstring has no section `#### Cost`"],
    ["the example", "@example", "@sample", "the docstring has no `@example` with a fenced block of TypeScript"],
    ["the example's language", "```ts\n", "```\n", "the docstring has no `@example` with a fenced block of TypeScript"],
    ["a row that exists", "S2-05", "S2-06", "there is no requirement row S2-06"],
    ["a citation that exists", "164.312(a)(1)", "164.312(a)(9)", '"164.312(a)(9)" is no paragraph of 45 CFR Part 164'],
    ["an argument's description", "  /** How. */\n", "", "argument mode is not described"],
    ["an argument's default", "@default", "@normally", "argument names has no @default"],
    ["an output's description", "  /** Where it is. */\n", "", "output path is not described"],
    ["outputs", "readonly path: pulumi.Output<string>;", "", "there is no public output"],
    ["arguments", "args: StoreArgs", "args: object", "the constructor takes no `args` typed by an interface"],
  ])("%s", (_part, from, to, problem) => {
    const source = HEAD + ARGS + CLASS + BODY;
    expect(source).toContain(from);
    expect(() => read(source.replace(from, to))).toThrow(`  - Store: ${problem}`);
  });

  test("of a nested type, by the type's name", () => {
    write("components/lib/place.ts", "export interface Place {\n  readonly region?: string;\n}\n");
    expect(() => read(HEAD + ARGS + CLASS + BODY)).toThrow(/- Store: argument place is not described\n {2}- Store: Place\.region is not described\n {2}- Store: Place\.region has no @default$/u);
  });
});
