import type * as pulumi from "@pulumi/pulumi";
import type { Recorded } from "../../recording/record.ts";

export { MOCK_ACCOUNT, type Recorded, record, UNKNOWN } from "../../recording/record.ts";

/** The one resource of a type, or the one of that type with a name. */
export function one(resources: readonly Recorded[], type: string, name?: string): Recorded {
  const found = resources.filter((resource) => resource.type === type && (name === undefined || resource.name === name));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    const names = resources.filter((resource) => resource.type === type).map((resource) => resource.name).join(", ");
    throw new Error(`${String(found.length)} resources ${type} ${name ?? ""}; of that type there are: ${names}`);
  }
  return only;
}

/** All resources of a type, in the order of registration. */
export function all(resources: readonly Recorded[], type: string): readonly Recorded[] {
  return resources.filter((resource) => resource.type === type);
}

/** Inputs that hold a policy document, wherever AWS expects one. */
const POLICY_INPUTS = new Set(["accessPolicy", "assumeRolePolicy", "policy", "policyDocument"]);

/** Every policy document of the program; a document that is not known at a first preview is `UNKNOWN`. */
export function policyDocuments(resources: readonly Recorded[]): readonly { readonly resource: string; readonly document: unknown }[] {
  return resources.flatMap(({ type, name, inputs }) => Object.entries(inputs)
    .filter(([key]) => POLICY_INPUTS.has(key))
    .map(([key, document]) => ({ resource: `${type} ${name} ${key}`, document })));
}

/** Names of a component's public fields: what its users see. */
export function publicFields(component: pulumi.ComponentResource): readonly string[] {
  const inherited = new Set(["urn", "componentName"]);
  return Object.keys(component).filter((key) => !key.startsWith("_") && !inherited.has(key)).sort();
}

/** Names of the outputs that a component registered with the engine. */
export function registeredOutputs(resources: readonly Recorded[], type: string): readonly string[] {
  return Object.keys(one(resources, type).outputs ?? {}).sort();
}
