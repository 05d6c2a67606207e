import { createHash } from "node:crypto";
import type { CheckRequest, CheckResult } from "../checked-inputs.ts";
import type { ProviderSettings } from "../resource-model.ts";
import { isProperties, type Properties, textOf, UNKNOWN, type Value } from "../wire.ts";
import { isClusterWide, type Kind } from "./kinds.ts";

/** Marks an object whose name the provider made up. */
const AUTONAMED = "pulumi.com/autonamed";

/** Names an object and puts it into the provider's namespace, as the provider's Check does. */
export function checkedObject(kind: Kind, request: CheckRequest, { namespace = "default" }: ProviderSettings): CheckResult {
  const { name, seed, olds, news, autonaming } = request;
  const given = Object.fromEntries(Object.entries(news).filter(([, value]) => value !== null));
  const metadata = given["metadata"];
  if (metadata === UNKNOWN) {
    return { inputs: given, failures: [] };
  }
  const known = isProperties(metadata) ? metadata : {};
  if (kind.patch && known["name"] === undefined) {
    return { inputs: given, failures: [{ property: "metadata.name", reason: "patch resources require the resource `.metadata.name` to be set" }] };
  }
  const named = known["name"] === undefined && known["generateName"] === undefined
    ? withMadeUpName(known, nameBefore(olds) ?? autonaming.proposedName ?? `${name}-${createHash("sha256").update(`${name}|${seed}`).digest("hex").slice(0, 8)}`)
    : known;
  const placed = isClusterWide(kind) || textOf(named["namespace"]) !== "" ? named : { ...named, namespace };
  return { inputs: { ...given, metadata: placed }, failures: [] };
}

/** Whether the provider made up the object's name. */
export function isAutonamed(inputs: Properties): boolean {
  return marksOf(inputs["metadata"])[AUTONAMED] === "true";
}

/** A name made up in an earlier run is kept, so that an update does not rename. */
function nameBefore(olds: Properties): string | undefined {
  const metadata = olds["metadata"];
  return isProperties(metadata) && isAutonamed(olds) ? textOf(metadata["name"]) : undefined;
}

function withMadeUpName(metadata: Properties, name: string): Properties {
  return { ...metadata, name, annotations: { ...marksOf(metadata), [AUTONAMED]: "true" } };
}

function marksOf(metadata: Value | undefined): Properties {
  const annotations = isProperties(metadata) ? metadata["annotations"] : undefined;
  return isProperties(annotations) ? annotations : {};
}
