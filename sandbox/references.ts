import { CloudError } from "./cloud-error.ts";
import type { ResourceContext } from "./resource-model.ts";
import { isList, isProperties, type Value } from "./wire.ts";

/** Ids that tell their own type, as EC2's do. */
const PREFIXES: Readonly<Record<string, { readonly type: string; readonly code: string }>> = {
  vpc: { type: "aws:ec2/vpc:Vpc", code: "InvalidVpcID.NotFound" },
  subnet: { type: "aws:ec2/subnet:Subnet", code: "InvalidSubnetID.NotFound" },
};

/** Refuses inputs that name something which does not exist in the resource's region. */
export function checkReferences(context: ResourceContext): void {
  for (const text of strings(Object.values(context.inputs))) {
    const prefix = /^([a-z]+)-[0-9a-f]{17}$/u.exec(text)?.[1];
    const target = prefix === undefined ? undefined : PREFIXES[prefix];
    if (target !== undefined && context.inventory.find(target.type, context.region, text) === undefined) {
      throw new CloudError(target.code, `The ID '${text}' does not exist in ${context.region}`);
    }
  }
}

function* strings(values: readonly Value[]): Generator<string> {
  for (const value of values) {
    if (typeof value === "string") {
      yield value;
    } else if (isList(value)) {
      yield* strings(value);
    } else if (isProperties(value)) {
      yield* strings(Object.values(value));
    }
  }
}
