import type { Recorded } from "../../recording/record.ts";

/** A component of the platform, and the resources inside it at any depth. */
export interface Room {
  /** Its logical name, such as `hipaa-dev-network`. */
  readonly name: string;
  /** Its class, such as `SecureVpc`. */
  readonly kind: string;
  readonly urn: string;
  readonly resources: readonly Recorded[];
}

const COMPONENT = /^hipaa:index:(\w+)$/u;

/** The outermost components of a recording, in the order of the recording. Providers belong to none. */
export function roomsOf(recording: readonly Recorded[]): readonly Room[] {
  const byUrn = new Map(recording.map((resource) => [resource.urn, resource]));
  const held = new Map<string, Recorded[]>();
  for (const resource of recording) {
    const room = outermost(resource, byUrn);
    if (room !== undefined) {
      held.set(room.urn, [...held.get(room.urn) ?? [], resource]);
    }
  }
  return recording.flatMap(({ urn, name, type }) => {
    const resources = held.get(urn);
    return resources === undefined ? [] : [{ name, urn, kind: COMPONENT.exec(type)?.[1] ?? "", resources: resources.filter((resource) => resource.urn !== urn) }];
  });
}

function outermost(resource: Recorded, byUrn: ReadonlyMap<string, Recorded>): Recorded | undefined {
  let found: Recorded | undefined;
  for (let at: Recorded | undefined = resource; at !== undefined; at = at.parent === undefined ? undefined : byUrn.get(at.parent)) {
    found = COMPONENT.test(at.type) ? at : found;
  }
  return found;
}
