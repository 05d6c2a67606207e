import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the installed Pulumi SDK says of one resource type. */
export interface ResourceSchema {
  readonly required: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
  /** Set by the provider alone: unknown until `up`. */
  readonly outputOnly: ReadonlyMap<string, string>;
  /** May be given, and is filled by the provider otherwise: unknown until `up` when left out. */
  readonly computedWhenOmitted: ReadonlyMap<string, string>;
}

const require = createRequire(import.meta.url);
const known = new Map<string, ResourceSchema | undefined>();

/**
 * Reads the schema of a type token such as `aws:s3/bucket:Bucket` from the declarations of the
 * installed SDK, so that the sandbox judges a program by the very version it is written against.
 * @returns undefined when the SDK has no such type.
 */
export function resourceSchema(token: string): ResourceSchema | undefined {
  if (!known.has(token)) {
    known.set(token, readSchema(token));
  }
  return known.get(token);
}

function readSchema(token: string): ResourceSchema | undefined {
  const [pkg, path, className] = token.split(":");
  if (pkg === undefined || path === undefined || className === undefined) {
    return undefined;
  }
  const file = join(dirname(require.resolve(`@pulumi/${pkg}/package.json`)), pkg === "kubernetes" ? kubernetesFile(path, className) : `${path.replace(/^index\//u, "")}.d.ts`);
  if (!existsSync(file)) {
    return pkg === "kubernetes" && path.includes(".") ? CUSTOM_OBJECT : undefined;
  }
  const schema = parseDeclarations(readFileSync(file, "utf8"), className);
  // An API server fills parts of what it is given; what it alone writes stands in `status`.
  return schema === undefined || pkg !== "kubernetes" ? schema : { ...schema, computedWhenOmitted: new Map() };
}

/** An object of a kind that somebody has defined: the SDK cannot know its fields. */
const CUSTOM_OBJECT: ResourceSchema = {
  required: new Set(["apiVersion", "kind"]),
  inputs: new Set(["apiVersion", "kind", "metadata", "spec"]),
  outputOnly: new Map([["status", "any"]]),
  computedWhenOmitted: new Map(),
};

/** `networking.k8s.io/v1` lies in `networking/v1`, a class in a file of its name; groups of others lie nowhere. */
function kubernetesFile(path: string, className: string): string {
  const [, group = "", version = ""] = /^([a-z]+)(?:\.(?:authorization\.|apiserver\.)?k8s\.io|\.sh)?\/(\w+)$/u.exec(path) ?? [];
  return join(group, version, `${className.replace(/^[A-Z]+/u, (capitals) => capitals.toLowerCase())}.d.ts`);
}

function parseDeclarations(source: string, className: string): ResourceSchema | undefined {
  const text = source.replaceAll(/\/\*[\s\S]*?\*\//gu, "");
  const args = sectionOf(text, `export interface ${className}Args {`);
  const body = sectionOf(text, `export declare class ${className} extends `);
  if (args === undefined || body === undefined) {
    return undefined;
  }
  const required = new Set<string>();
  const inputs = new Set<string>();
  for (const [, name, optional] of args.matchAll(/^ {4}(\w+)(\?)?: /gmu)) {
    if (name !== undefined) {
      inputs.add(name);
      if (optional === undefined) {
        required.add(name);
      }
    }
  }
  const outputOnly = new Map<string, string>();
  const computedWhenOmitted = new Map<string, string>();
  for (const [, name, type] of body.matchAll(/^ {4}readonly (\w+): pulumi\.Output<([\s\S]*?)>;$/gmu)) {
    if (name === undefined || type === undefined) {
      continue;
    }
    if (!inputs.has(name)) {
      outputOnly.set(name, type);
    } else if (!required.has(name) && !type.endsWith("| undefined")) {
      computedWhenOmitted.set(name, type);
    }
  }
  return { required, inputs, outputOnly, computedWhenOmitted };
}

function sectionOf(text: string, opening: string): string | undefined {
  const start = text.indexOf(opening);
  const end = text.indexOf("\n}", start);
  return start === -1 || end === -1 ? undefined : text.slice(start, end);
}
