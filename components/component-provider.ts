import * as pulumi from "@pulumi/pulumi";
import { problemsText } from "./lib/problems.ts";
import { type PackageSpec, remoteProblems } from "./remote-arguments.ts";

/**
 * Serves components to programs in every Pulumi language, by the schema that is kept with the package:
 * reading it out of the sources takes seconds and a TypeScript compiler, at each preview.
 * @param exported what the package exports; its component classes are those that extend ComponentResource
 * @param schemaText the package's schema, a JSON document
 */
export function componentProvider(exported: object, schemaText: string): pulumi.provider.Provider {
  const schema: PackageSpec = JSON.parse(schemaText);
  const classes = new Map(Object.values(exported).filter(isComponentClass).map((component) => [`${schema.name}:index:${component.name}`, component]));
  return {
    version: schema.version,
    getSchema: async () => await Promise.resolve(schemaText),
    construct: async (name, type, inputs, options) => {
      const component = classes.get(type);
      const spec = schema.resources[type];
      if (component === undefined || spec === undefined) {
        throw new pulumi.RunError(`${type} is no component of this package; there are ${[...classes.keys()].join(", ")}`);
      }
      const problems = remoteProblems(schema, spec, inputs);
      if (problems.length > 0) {
        throw new pulumi.RunError(problemsText(problems, name));
      }
      const instance: unknown = Reflect.construct(component, [name, inputs, options]);
      if (!(instance instanceof pulumi.ComponentResource)) {
        throw new TypeError(`${type} made no component`);
      }
      const outputs: readonly (readonly [string, unknown])[] = Object.entries(instance);
      return await Promise.resolve({ urn: instance.urn, state: Object.fromEntries(outputs.filter(([key]) => key in spec.properties)) });
    },
  };
}

type ComponentClass = (abstract new (...args: never[]) => pulumi.ComponentResource) & { readonly name: string };

function isComponentClass(value: unknown): value is ComponentClass {
  return typeof value === "function" && value.prototype instanceof pulumi.ComponentResource;
}
