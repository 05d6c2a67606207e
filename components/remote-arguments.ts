import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "./lib/problems.ts";

/** One property as Pulumi's package schema describes it. */
export interface PropertySpec {
  readonly type?: string;
  readonly $ref?: string;
  /** Has to be known before anything exists. */
  readonly plain?: boolean;
  readonly items?: PropertySpec;
  readonly additionalProperties?: PropertySpec;
}

/** A named type: an object with properties, or a closed set of values. */
export interface TypeSpec {
  readonly properties?: Readonly<Record<string, PropertySpec>>;
  readonly required?: readonly string[];
  readonly enum?: readonly { readonly value: string | number }[];
}

export interface ComponentSpec {
  readonly inputProperties: Readonly<Record<string, PropertySpec>>;
  readonly requiredInputs: readonly string[];
  readonly properties: Readonly<Record<string, PropertySpec>>;
}

export interface PackageSpec {
  readonly name: string;
  readonly version: string;
  /** By type token, such as `hipaa:index:SecureVpc`. */
  readonly resources: Readonly<Record<string, ComponentSpec>>;
  /** By token, as a `$ref` names them after `#/types/`. */
  readonly types: Readonly<Record<string, TypeSpec>>;
}

/**
 * What a caller in another language, whose compiler does not hold it to the types, got wrong:
 * arguments that are missing, unknown, of another type, or outputs where the component needs a value
 * to know what it builds.
 */
export function remoteProblems(schema: PackageSpec, { inputProperties, requiredInputs }: ComponentSpec, inputs: object): readonly Problem[] {
  return objectProblems(schema, "", { properties: inputProperties, required: requiredInputs }, inputs);
}

function objectProblems(schema: PackageSpec, path: string, { properties = {}, required = [] }: TypeSpec, value: object): readonly Problem[] {
  const given: readonly (readonly [string, unknown])[] = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  const names = given.map(([name]) => name);
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => ({
      argument: path + name, value: undefined, allowed: "it is required", change: `Give ${typeName(schema, properties[name])}`,
    })),
    ...given.flatMap(([name, part]): readonly Problem[] => {
      const spec = properties[name];
      return spec === undefined
        ? [{ argument: path + name, value: typeof part === "object" ? "…" : part, allowed: `there is no such argument; there are ${Object.keys(properties).join(", ")}`, change: "Correct its name, or leave it out" }]
        : valueProblems(schema, path + name, spec, part);
    }),
  ];
}

function valueProblems(schema: PackageSpec, argument: string, spec: PropertySpec, value: unknown): readonly Problem[] {
  if (pulumi.Output.isInstance(value) || pulumi.isUnknown(value)) {
    return spec.plain === true
      ? [{ argument, value: "an output", allowed: `${typeName(schema, spec)} that is known before anything exists, and no secret`, change: "Give the value itself, from configuration" }]
      : [];
  }
  return fits(schema, spec, value)
    ? partProblems(schema, argument, spec, value)
    : [{ argument, value, allowed: typeName(schema, spec), change: "Give such a value" }];
}

function partProblems(schema: PackageSpec, argument: string, spec: PropertySpec, value: unknown): readonly Problem[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const { items, additionalProperties } = spec;
  if (items !== undefined && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => valueProblems(schema, `${argument}[${String(index)}]`, items, item));
  }
  if (additionalProperties !== undefined) {
    return Object.entries(value).flatMap(([key, part]: readonly [string, unknown]) => valueProblems(schema, `${argument}.${key}`, additionalProperties, part));
  }
  const type = typeOf(schema, spec);
  return type?.properties === undefined ? [] : objectProblems(schema, `${argument}.`, type, value);
}

/** Types that Pulumi defines (assets, any value) are left to the component. */
function fits(schema: PackageSpec, spec: PropertySpec, value: unknown): boolean {
  const type = typeOf(schema, spec);
  if (type?.enum !== undefined) {
    return type.enum.some((member) => member.value === value);
  }
  if (spec.$ref !== undefined && type === undefined) {
    return true;
  }
  const found = Array.isArray(value) ? "array" : typeof value;
  return found === (spec.type === "integer" ? "number" : spec.type ?? "object");
}

/** A type in the words of the person who gives the value. */
function typeName(schema: PackageSpec, spec: PropertySpec | undefined): string {
  const type = spec === undefined ? undefined : typeOf(schema, spec);
  if (type?.enum !== undefined) {
    return `one of ${type.enum.map(({ value }) => String(value)).join(", ")}`;
  }
  if (type?.properties !== undefined) {
    return `an object with ${(type.required ?? []).join(", ")}`;
  }
  if (spec?.items !== undefined) {
    return `a list, each ${typeName(schema, spec.items)}`;
  }
  return spec?.type === undefined ? "a value" : `${/^[aio]/u.test(spec.type) ? "an" : "a"} ${spec.type}`;
}

function typeOf({ types }: PackageSpec, { $ref }: PropertySpec): TypeSpec | undefined {
  return $ref === undefined ? undefined : types[$ref.replace(/^#\/types\//u, "")];
}
