import ts from "typescript";
import { CITATIONS } from "../../policypack/engine/citations.ts";
import { type Field, fieldsOf, interfaceNamed, type NamedType, namedTypes } from "./component-fields.ts";
import { registeredTypes } from "./component-resources.ts";
import { type Declared, SourceTree } from "./component-sources.ts";
import { commentOf, type DocComment } from "./doc-comment.ts";

/** What a component's code says of it. */
export interface ComponentDocs {
  readonly name: string;
  /** Path of the class's file. */
  readonly file: string;
  readonly about: string;
  readonly guarantees: string;
  readonly rows: string;
  readonly citations: readonly string[];
  readonly cost: string;
  /** TypeScript, without its fence. */
  readonly example: string;
  readonly inputs: readonly Field[];
  readonly outputs: readonly Field[];
  /** Interfaces and closed sets of the arguments, in the order in which they are met. */
  readonly types: readonly NamedType[];
  readonly resources: readonly string[];
}

/**
 * Reads every component that an index file exports, in the index's order.
 * @param packages folder of the installed packages
 * @param requirementIds rows that a class may name
 * @throws {Error} with every part that is missing or wrong: the class and the part
 */
export function componentDocs(indexFile: string, packages: string, requirementIds: ReadonlySet<string>): readonly ComponentDocs[] {
  const tree = new SourceTree();
  const problems: string[] = [];
  const components = componentClasses(tree, indexFile).map((component) => docsOf(tree, component, packages, requirementIds, problems));
  if (problems.length > 0) {
    throw new Error(`The components' docstrings lack what their pages are made of:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
  }
  return components;
}

/** Names of the component classes that an index file exports. */
export function componentNames(indexFile: string): readonly string[] {
  return componentClasses(new SourceTree(), indexFile).map(({ node }) => node.name?.getText() ?? "");
}

interface ComponentClass extends Declared {
  readonly node: ts.ClassDeclaration;
}

function componentClasses(tree: SourceTree, indexFile: string): readonly ComponentClass[] {
  return tree.passedOn(indexFile).flatMap((name) => tree.find(indexFile, name)).flatMap(({ file, node }) => (ts.isClassDeclaration(node) && isComponent(node) ? [{ file, node }] : []));
}

function isComponent({ heritageClauses }: ts.ClassDeclaration): boolean {
  return [...heritageClauses ?? []].some(({ types }) => types.some(({ expression }) => expression.getText() === "pulumi.ComponentResource"));
}

function docsOf(tree: SourceTree, component: ComponentClass, packages: string, requirementIds: ReadonlySet<string>, problems: string[]): ComponentDocs {
  const { file, node } = component;
  const name = node.name?.getText() ?? "";
  const comment = commentOf(node);
  const say = (problem: string): void => { problems.push(`${name}: ${problem}`); };
  const part = (what: string, text: string | undefined): string => {
    if (text === undefined || text.trim() === "") {
      say(`the docstring has no ${what}`);
    }
    return text?.trim() ?? "";
  };
  const rows = part("line `Requirement rows: …`", section(comment, "Requirement rows: "));
  const citations = part("line `Upholds 45 CFR …`", section(comment, "Upholds 45 CFR ")).replace(/\.$/u, "").split(/,\s+/u);
  rowIds(rows).filter((row) => !requirementIds.has(row)).forEach((row) => { say(`there is no requirement row ${row}`); });
  citations.filter((citation) => !isCitation(citation)).forEach((citation) => { say(`${JSON.stringify(citation)} is no paragraph of 45 CFR Part 164`); });
  const args = interfaceNamed(tree, file, argumentsType(node));
  const inputs = args === undefined ? [] : fieldsOf(tree, args, (problem) => { say(`argument ${problem}`); });
  const outputs = fieldsOf(tree, component, (problem) => { say(`output ${problem}`); });
  if (outputs.length === 0 || args === undefined) {
    say(args === undefined ? "the constructor takes no `args` typed by an interface" : "there is no public output");
  }
  return {
    name, file, rows, citations, inputs, outputs,
    about: part("first paragraph", /^(?!Guarantees: )[\s\S]+?(?=\n\n|\nGuarantees: |$)/u.exec(comment.text)?.[0]),
    guarantees: part("paragraph `Guarantees: …`", section(comment, "Guarantees: ")),
    cost: part("section `#### Cost`", /(?:^|\n)#### Cost\n([\s\S]+)$/u.exec(comment.text)?.[1]),
    example: part("`@example` with a fenced block of TypeScript", /^```(?:ts|typescript)\n([\s\S]+?)\n```$/u.exec(comment.tags.get("example")?.trim() ?? "")?.[1]),
    types: args === undefined ? [] : namedTypes(tree, args, (problem) => { say(problem); }),
    resources: registeredTypes(tree, component, packages),
  };
}

/** What follows a marker at the start of a line, until an empty line or the next marker. */
function section({ text }: DocComment, marker: string): string | undefined {
  const [, after] = `\n${text}`.split(`\n${marker}`);
  return after?.split(/\n\n|\n(?=Requirement rows: |Upholds 45 CFR |#### )/u)[0];
}

function argumentsType(node: ts.ClassDeclaration): string {
  const construct = node.members.find(ts.isConstructorDeclaration);
  return construct?.parameters.find((parameter) => parameter.name.getText() === "args")?.type?.getText() ?? "";
}

/** Every row that a text names one by one; of a range, its ends. */
export function rowIds(rows: string): readonly string[] {
  return rows.match(/\b(?:S\d-\d{2,3}|X-\d{2})\b/gu) ?? [];
}

/** A paragraph of the Security Rule by its exact number, or of the Privacy Rule next to it by its form. */
function isCitation(citation: string): boolean {
  return citation in CITATIONS || /^164\.5\d\d(?:\([a-z0-9]+\))*$/iu.test(citation);
}
