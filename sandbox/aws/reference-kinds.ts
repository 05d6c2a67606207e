import type { CloudResource } from "../inventory.ts";
import type { Place, Reference } from "../references.ts";
import { ACCOUNT } from "../resource-model.ts";
import { parseArn } from "./arn.ts";

interface Words {
  readonly code: string;
  readonly message: string;
  readonly holds?: NonNullable<Reference["holds"]>;
}

interface ByName extends Words {
  /** Types whose id is the name. */
  readonly types: readonly string[];
  /** Names that AWS provides. */
  readonly provided?: RegExp;
  /** Takes the name out of an ARN's last part. @default the part as it is */
  readonly nameInArn?: (resource: string) => string;
  /** The reference may point into another region, as the ARN says. @default false */
  readonly anyRegion?: boolean;
  /** @default false */
  readonly global?: boolean;
}

/** A reference by the target's name, or by an ARN that ends in it. */
export function byName(options: ByName): Reference {
  const { types, provided, nameInArn, anyRegion, global, ...words } = options;
  return {
    ...words,
    types,
    find: (value, { region, inventory }) => {
      const arn = parseArn(value);
      if (arn !== undefined && arn.account !== "" && arn.account !== ACCOUNT) {
        return "outside";
      }
      const name = arn === undefined ? value : (nameInArn ?? lastPart)(arn.resource);
      if (provided?.test(name) === true) {
        return "outside";
      }
      const home = global === true ? "" : (anyRegion === true && arn !== undefined ? arn.region : region);
      if (arn !== undefined && arn.region !== "" && arn.region !== home) {
        return undefined;
      }
      return firstOf(types, home, name, inventory);
    },
  };
}

/** A reference by a value that is the target's id as it stands: an EC2 id, a topic's ARN, a queue's URL. */
export function byId(types: readonly string[], words: Words, provided?: RegExp): Reference {
  return {
    ...words,
    types,
    find: (value, { region, inventory }) => (provided?.test(value) === true ? "outside" : firstOf(types, region, value, inventory)),
  };
}

/** A reference by an ARN that is the target's `arn` output. */
export function byArn(types: readonly string[], words: Words & { readonly anyRegion?: boolean }): Reference {
  const { anyRegion, ...rest } = words;
  return {
    ...rest,
    types,
    find: (value, { region, inventory }) => {
      const arn = parseArn(value);
      if (arn !== undefined && arn.account !== ACCOUNT) {
        return "outside";
      }
      const target = inventory.findByArn(value, types);
      return target !== undefined && (anyRegion === true || target.region === "" || target.region === region) ? target : undefined;
    },
  };
}

function firstOf(types: readonly string[], region: string, id: string, inventory: Place["inventory"]): CloudResource | undefined {
  for (const type of types) {
    const found = inventory.find(type, region, id);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function lastPart(resource: string): string {
  return resource.slice(Math.max(resource.lastIndexOf("/"), resource.lastIndexOf(":")) + 1);
}
