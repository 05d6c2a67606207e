import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Declared, SourceTree } from "./component-sources.ts";

/**
 * Types of the resources that a component can register: every class of a Pulumi SDK that it or a
 * function that it calls names in an expression, by the type that the SDK itself registers.
 * @param packages folder of the installed packages
 */
export function registeredTypes(tree: SourceTree, component: Declared, packages: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<ts.Node>([component.node]);
  const queue = [component];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { file, node } = next;
    for (const name of namesUsed(node)) {
      const from = tree.external(file, name);
      const type = from === undefined ? undefined : sdkType(packages, from.specifier);
      if (type !== undefined && type.endsWith(`:${from?.name ?? ""}`)) {
        found.add(type);
      }
      const fresh = tree.find(file, name).filter((declared) => !seen.has(declared.node));
      fresh.forEach((declared) => seen.add(declared.node));
      queue.push(...fresh);
    }
  }
  return [...found].toSorted();
}

/** Names that stand for a value; those of types, of properties and of object keys do not. */
function namesUsed(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (at: ts.Node): void => {
    if (ts.isTypeNode(at) && !ts.isExpressionWithTypeArguments(at)) {
      return;
    }
    if (ts.isIdentifier(at) && !isKey(at)) {
      names.add(at.text);
    }
    at.forEachChild(visit);
  };
  node.forEachChild(visit);
  return names;
}

function isKey(name: ts.Identifier): boolean {
  const { parent } = name;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent)) && parent.name === name;
}

/** The type that the class in a module of an SDK registers, such as `aws:kms/key:Key` for `@pulumi/aws/kms/key.js`. */
function sdkType(packages: string, specifier: string): string | undefined {
  const file = join(packages, specifier);
  return /^@pulumi\/.+\.js$/u.test(specifier) && existsSync(file) ? /__pulumiType = ['"]([^'"]+)['"]/u.exec(readFileSync(file, "utf8"))?.[1] : undefined;
}
