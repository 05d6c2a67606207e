import type { PolicyFinding } from "../../sandbox/engine-events.ts";

/** Policies by resource, as `Bucket uploads`; both sorted, so that lists compare. */
export type FindingsByResource = Readonly<Record<string, readonly string[]>>;

/** Groups what policies said by the resource of which they said it. */
export function findingsByResource(findings: readonly PolicyFinding[]): FindingsByResource {
  const groups = Map.groupBy(findings, ({ resource }) => resourceLabel(resource));
  return Object.fromEntries([...groups]
    .map(([label, group]): [string, readonly string[]] => [label, group.map(({ policy }) => policy).toSorted()])
    .toSorted(([left], [right]) => left.localeCompare(right)));
}

/** The resource's kind and name, without the stack and parents that its URN names too. */
function resourceLabel(urn: string): string {
  const [, , types = "", name = ""] = urn.split("::");
  return `${types.split(":").at(-1) ?? ""} ${name}`;
}
