import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface AnalyzerModule {
  readonly Analyzer: new (folder: string, name: string, manifest: Manifest, components: ReadonlySet<string>) => { analyze(): Analysis };
}

interface Analysis {
  readonly components: object;
  readonly typeDefinitions: object;
  readonly dependencies: object;
}

interface SchemaModule {
  readonly generateSchema: (name: string, version: string, description: string, components: object, types: object, dependencies: object) => PackageSchema;
}

interface PackageSchema {
  readonly resources: Readonly<Record<string, object>>;
  readonly types: Readonly<Record<string, object>>;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

/**
 * The package's schema, from which Pulumi makes SDKs in other languages, as Pulumi's own analyzer reads
 * it out of the components; components and types in the order of their names.
 * @param folder folder of the component package
 */
export function componentSchema(folder: string, names: readonly string[]): string {
  const load = createRequire(import.meta.url);
  const { Analyzer }: AnalyzerModule = load("@pulumi/pulumi/provider/experimental/analyzer");
  const { generateSchema }: SchemaModule = load("@pulumi/pulumi/provider/experimental/schema");
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { components, typeDefinitions, dependencies } = new Analyzer(folder, manifest.name, manifest, new Set(names)).analyze();
  const schema = generateSchema(manifest.name, manifest.version, manifest.description, components, typeDefinitions, dependencies);
  return `${JSON.stringify({ ...schema, resources: byName(schema.resources), types: byName(schema.types) }, withoutNotes, 2)}\n`;
}

/** The analyzer notes more than a schema holds: that something is optional, and lists with nothing in them. */
function withoutNotes(key: string, value: unknown): unknown {
  return (key === "optional" && value === true) || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

function byName(entries: Readonly<Record<string, object>>): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(entries).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
