import ts from "typescript";
import type { Declared, SourceTree } from "./component-sources.ts";
import { commentOf } from "./doc-comment.ts";

/** One argument, output or property of a nested type. */
export interface Field {
  readonly name: string;
  /** As the code writes it. */
  readonly type: string;
  /** What holds where it is left out; undefined where it is required. */
  readonly fallback: string | undefined;
  readonly about: string;
  /** Names in the type that have a section of their own. */
  readonly links: readonly string[];
}

/** A nested interface, or a closed set of values. */
export interface NamedType {
  readonly name: string;
  readonly about: string;
  readonly fields: readonly Field[];
  /** Values of a closed set with the names that TypeScript has for them. */
  readonly values: readonly { readonly name: string; readonly value: string; readonly about: string }[];
}

export interface DeclaredInterface extends Declared {
  readonly node: ts.InterfaceDeclaration;
}

/** Says what is missing, in words that follow "argument", "output" or the type's name. */
export type Report = (problem: string) => void;

export function interfaceNamed(tree: SourceTree, file: string, name: string): DeclaredInterface | undefined {
  return tree.find(file, name).flatMap((declared) => (ts.isInterfaceDeclaration(declared.node) ? [{ file: declared.file, node: declared.node }] : []))[0];
}

/** The fields of an interface and of those that it extends, or the public outputs of a class. */
export function fieldsOf(tree: SourceTree, { file, node }: Declared, report: Report): readonly Field[] {
  if (!ts.isInterfaceDeclaration(node) && !ts.isClassDeclaration(node)) {
    return [];
  }
  const inherited = ts.isInterfaceDeclaration(node)
    ? (node.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => interfaceNamed(tree, file, expression.getText())))
    : [];
  return [
    ...inherited.flatMap((parent) => (parent === undefined ? [] : fieldsOf(tree, parent, report))),
    ...[...node.members].filter(isField).map((member) => fieldOf(tree, file, member, report)),
  ];
}

/** Interfaces and closed sets that an interface's fields are of, and theirs in turn. */
export function namedTypes(tree: SourceTree, args: DeclaredInterface, report: Report): readonly NamedType[] {
  const found = new Map<string, NamedType>();
  const queue: Declared[] = [args];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { file } = next;
    for (const name of fieldsOf(tree, next, () => {}).flatMap(({ links }) => links)) {
      const declared = declaredType(tree, file, name);
      if (declared !== undefined && !found.has(name)) {
        found.set(name, {
          name,
          about: commentOf(declared.node).text,
          fields: fieldsOf(tree, declared, (problem) => { report(`${name}.${problem}`); }),
          values: valuesOf(declared.node),
        });
        queue.push(declared);
      }
    }
  }
  return [...found.values()];
}

type FieldNode = ts.PropertySignature | ts.PropertyDeclaration;

function isField(member: ts.Node): member is FieldNode {
  return ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
}

function fieldOf(tree: SourceTree, file: string, member: FieldNode, report: Report): Field {
  const { text, tags } = commentOf(member);
  const name = member.name.getText();
  const links = member.type === undefined ? [] : typeNames(member.type).filter((used) => declaredType(tree, file, used) !== undefined);
  const about = text === "" ? links.map((link) => typeComment(tree, file, link))[0] ?? "" : text;
  const optional = member.questionToken !== undefined;
  if (about === "") {
    report(`${name} is not described`);
  }
  if (optional && tags.get("default") === undefined) {
    report(`${name} has no @default`);
  }
  return { name, about, links, type: member.type?.getText().replaceAll(/\s+/gu, " ") ?? "", fallback: optional ? tags.get("default") ?? "" : undefined };
}

function typeComment(tree: SourceTree, file: string, name: string): string {
  const declared = declaredType(tree, file, name);
  return declared === undefined ? "" : commentOf(declared.node).text;
}

function declaredType(tree: SourceTree, file: string, name: string): Declared | undefined {
  return tree.find(file, name).find(({ node }) => ts.isInterfaceDeclaration(node) || valuesOf(node).length > 0);
}

function typeNames(type: ts.TypeNode): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      names.push(node.typeName.text);
    }
    node.forEachChild(visit);
  };
  visit(type);
  return names;
}

/** The members of a constant such as `{ None: "None" } as const`. */
function valuesOf(node: ts.Node): NamedType["values"] {
  const value = ts.isVariableDeclaration(node) ? node.initializer : undefined;
  const object = value !== undefined && ts.isAsExpression(value) ? value.expression : undefined;
  return object !== undefined && ts.isObjectLiteralExpression(object)
    ? object.properties.filter(ts.isPropertyAssignment).map((property) => ({ name: property.name.getText(), value: property.initializer.getText(), about: commentOf(property).text }))
    : [];
}
