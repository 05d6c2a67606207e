import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SIGNATURE } from "../sandbox/wire.ts";

/** One resource of an exported state. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/**
 * Writes a Pulumi program as a person would write it without this project: every resource of the
 * recording by its SDK class, linked by outputs where the recording used another resource's id or ARN.
 * It runs unbuilt like ours, so that only the programs differ.
 */
export function writePlainProgram(folder: string, resources: readonly RecordedResource[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Pulumi.yaml"), "name: plain\nmain: index.ts\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n");
  writeFileSync(join(folder, "package.json"), '{ "name": "plain", "type": "module" }\n');
  const names = new Map<string, string>();
  const lines = resources.filter(({ type }) => !type.startsWith("pulumi:")).map((resource, index) => {
    const variable = `r${String(index)}`;
    const name = JSON.stringify(resource.urn.split("::").at(-1));
    const line = resource.custom === true
      ? `const ${variable} = new ${className(resource.type)}(${name}, ${literal(inputsOf(resource), names)});`
      : `const ${variable} = new pulumi.ComponentResource(${JSON.stringify(`plain:${resource.type.split(":").slice(1).join(":")}`)}, ${name});`;
    if (resource.custom === true) {
      remember(names, resource, variable);
    }
    return line;
  });
  writeFileSync(join(folder, "index.ts"), ['import * as pulumi from "@pulumi/pulumi";', 'import * as aws from "@pulumi/aws";', "", ...lines, ""].join("\n"));
}

/** Later resources name this one by its outputs. */
function remember(names: Map<string, string>, { id, outputs }: RecordedResource, variable: string): void {
  const arn = outputs?.["arn"];
  if (typeof arn === "string") {
    names.set(arn, `${variable}.arn`);
  }
  if (id !== undefined && /-[0-9a-f]{8,}$/u.test(id)) {
    names.set(id, `${variable}.id`);
  }
}

/** What the program gave; the rest was filled by the provider's Check, which lists it in `__defaults`. */
function inputsOf({ inputs }: RecordedResource): Readonly<Record<string, unknown>> {
  const { tagsAll: _merged, __defaults: filled, ...given } = inputs ?? {};
  return Object.fromEntries(Object.entries(given).filter(([name]) => !(Array.isArray(filled) && filled.includes(name))));
}

function literal(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === "string") {
    return names.get(value) ?? JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => literal(item, names)).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    if (SIGNATURE in value) {
      return 'pulumi.secret("recorded as a secret")';
    }
    return `{ ${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${literal(item, names)}`).join(", ")} }`;
  }
  return JSON.stringify(value);
}

/** `aws:s3/bucket:Bucket` is `aws.s3.Bucket`. */
function className(type: string): string {
  const [pkg, path, name] = type.split(":");
  return `${pkg ?? ""}.${path?.split("/")[0] ?? ""}.${name ?? ""}`;
}
