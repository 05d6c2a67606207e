import { existsSync } from "node:fs";
import { driftResource } from "./drift.ts";
import { UsageError } from "./workspace.ts";
import type { Place } from "./stack-operations.ts";

/** `drift <name or URN> <property> <JSON value>`: what somebody at the console would have done. */
export function driftStack(place: Place, positionals: readonly string[]): number {
  const [name, property, text] = positionals;
  if (name === undefined || property === undefined || text === undefined) {
    throw new UsageError("drift needs a resource's name or URN, a property and a JSON value, such as: drift hipaa-dev-network-web description '\"changed by hand\"'");
  }
  if (!existsSync(place.workspace.inventoryFile)) {
    throw new UsageError(`drift: the fake cloud of stack ${place.workspace.stack} is empty; create it with "npm run sandbox -- up --stack ${place.workspace.stack}"`);
  }
  driftResource(place.workspace.inventoryFile, name, property, jsonValue(text));
  console.log(`Changed ${property} of ${name} in the fake cloud.\nNext: npm run sandbox -- refresh --stack ${place.workspace.stack}`);
  return 0;
}

function jsonValue(text: string): Parameters<typeof driftResource>[3] {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`drift: ${text} is not JSON; put a string in double quotes, such as '"text"'`);
  }
}
