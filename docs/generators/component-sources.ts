import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

export type Declaration = ts.ClassDeclaration | ts.InterfaceDeclaration | ts.FunctionDeclaration | ts.VariableDeclaration | ts.TypeAliasDeclaration;

/** A declaration in the file that it stands in. */
export interface Declared {
  readonly file: string;
  readonly node: Declaration;
}

/** A name that comes from an installed package. */
export interface External {
  readonly specifier: string;
  readonly name: string;
}

interface SourceIndex {
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  /** What imports and re-exports bring in, by the name it has here. */
  readonly brought: ReadonlyMap<string, External>;
  /** Names that the file passes on. */
  readonly passedOn: readonly string[];
}

/** TypeScript sources read for their syntax alone: fast, and enough where names follow from imports. */
export class SourceTree {
  readonly #indexes = new Map<string, SourceIndex>();

  /** Names that a file exports from elsewhere, in its order. */
  passedOn(file: string): readonly string[] {
    return this.#index(file).passedOn;
  }

  /** Where a name used in a file is declared; several where a constant and a type share it. */
  find(file: string, name: string): readonly Declared[] {
    const { declarations, brought } = this.#index(file);
    const own = declarations.get(name);
    if (own !== undefined) {
      return own.map((node) => ({ file, node }));
    }
    const from = brought.get(name);
    return from?.specifier.startsWith(".") === true ? this.find(join(dirname(file), from.specifier), from.name) : [];
  }

  /** The package that a name used in a file comes from, through any number of the project's files. */
  external(file: string, name: string): External | undefined {
    const { declarations, brought } = this.#index(file);
    const from = declarations.has(name) ? undefined : brought.get(name);
    return from?.specifier.startsWith(".") === true ? this.external(join(dirname(file), from.specifier), from.name) : from;
  }

  #index(file: string): SourceIndex {
    const known = this.#indexes.get(file);
    if (known !== undefined) {
      return known;
    }
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const declarations = Map.groupBy(source.statements.flatMap(declarationsOf), ({ name }) => name?.getText() ?? "");
    const imports = source.statements.filter(ts.isImportDeclaration).flatMap(importsOf);
    const exports = source.statements.filter(ts.isExportDeclaration).flatMap(exportsOf);
    const index = { declarations, brought: new Map([...exports, ...imports]), passedOn: exports.map(([name]) => name) };
    this.#indexes.set(file, index);
    return index;
  }
}

function declarationsOf(statement: ts.Statement): readonly Declaration[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations;
  }
  return ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? [statement] : [];
}

function importsOf({ importClause, moduleSpecifier }: ts.ImportDeclaration): readonly (readonly [string, External])[] {
  const bindings = importClause?.namedBindings;
  const specifier = textOf(moduleSpecifier);
  return bindings !== undefined && ts.isNamedImports(bindings)
    ? bindings.elements.map(({ name, propertyName }) => [name.text, { specifier, name: (propertyName ?? name).text }])
    : [];
}

function exportsOf({ exportClause, moduleSpecifier }: ts.ExportDeclaration): readonly (readonly [string, External])[] {
  return exportClause !== undefined && ts.isNamedExports(exportClause) && moduleSpecifier !== undefined
    ? exportClause.elements.map(({ name, propertyName }) => [name.text, { specifier: textOf(moduleSpecifier), name: (propertyName ?? name).text }])
    : [];
}

function textOf(specifier: ts.Expression): string {
  return ts.isStringLiteral(specifier) ? specifier.text : "";
}
