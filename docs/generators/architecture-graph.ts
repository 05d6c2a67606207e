import type { Recorded } from "../../recording/record.ts";
import { type Place, PLACES, Plane } from "./architecture-planes.ts";
import { phiCopies, phiWatchers } from "./phi-flows.ts";
import { requestPath } from "./request-path.ts";
import { type Room, roomsOf } from "./room.ts";

export const EdgeKind = {
  /** Patients' data travels along it. */
  Phi: "phi",
  /** Somebody outside comes in, or is told. */
  Actor: "actor",
  /** One uses what the other makes, or watches it. */
  Use: "use",
} as const;
export type EdgeKind = (typeof EdgeKind)[keyof typeof EdgeKind];

export interface ArchitectureNode extends Place {
  readonly name: string;
  readonly kind: string;
  /** Classes of the keys that it encrypts with: lines to the keys would lead everywhere. */
  readonly keys: readonly string[];
  /** Whether it raises alerts, which go to the topics of SecurityAlerts. */
  readonly raisesAlerts: boolean;
  readonly isInRecoveryRegion: boolean;
  /** The network that its instances, pods or addresses are in. */
  readonly network: string | undefined;
}

export interface ArchitectureEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Port or service; empty where the arrow says all. */
  readonly label: string;
}

/** Components and how they depend on each other, as one recorded program has it. */
export interface Architecture {
  readonly region: string;
  readonly recoveryRegion: string;
  /** In the order of their places. */
  readonly nodes: readonly ArchitectureNode[];
  readonly edges: readonly ArchitectureEdge[];
}

/**
 * The graph of one recorded program.
 * @throws where a component is in no plane
 */
export function architectureOf(recording: readonly Recorded[], regions: { readonly region: string; readonly recoveryRegion: string }): Architecture {
  const order = Object.keys(PLACES);
  const rooms = roomsOf(recording).toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  const homes = new Map(rooms.flatMap((room) => [room.urn, ...room.resources.map(({ urn }) => urn)].map((urn) => [urn, room])));
  const byUrn = new Map(recording.map((resource) => [resource.urn, resource]));
  const used = (room: Room, kind: string, type?: RegExp): readonly Recorded[] => room.resources.flatMap(({ dependencies }) => dependencies)
    .flatMap((urn) => (homes.get(urn)?.kind === kind && homes.get(urn) !== room ? byUrn.get(urn) ?? [] : [])).filter((resource) => type?.test(resource.type) ?? true);

  const nodes = rooms.map((room): ArchitectureNode => {
    const place = PLACES[room.kind];
    if (place === undefined) {
      throw new Error(`${room.kind} is in no plane: say where it stands in docs/generators/architecture-planes.ts`);
    }
    const isInRecoveryRegion = regionOf(room, byUrn) === regions.recoveryRegion;
    const [subnet] = used(room, "SecureVpc", /^aws:ec2\/subnet:/u);
    const isReachedFromOutside = place.plane === Plane.Entrance;
    return {
      ...place, name: room.name, kind: room.kind, isInRecoveryRegion,
      keys: unique(used(room, "KeyRing", /^aws:kms\/(?:replicaK|k)ey:/u).map(({ name, urn }) => name.slice((homes.get(urn)?.name.length ?? 0) + 1).replace(/-replica$/u, ""))),
      raisesAlerts: used(room, "SecurityAlerts", /^aws:sns\/topic:/u).length > 0,
      network: subnet === undefined || isReachedFromOutside ? undefined : homes.get(subnet.urn)?.name,
    };
  });

  const uses = rooms.flatMap((room) => unique(room.resources.flatMap(({ dependencies }) => dependencies).flatMap((urn) => homes.get(urn) ?? []))
    .filter((other) => other !== room && other.kind !== "KeyRing" && other.kind !== "SecurityAlerts")
    .map((other): ArchitectureEdge => ({ from: room.name, to: other.name, kind: EdgeKind.Use, label: "" })));
  const edges = [
    ...actorEdges(nodes), ...pathEdges(recording, homes),
    ...phiCopies(rooms).map(({ from, to }) => ({ from, to, kind: EdgeKind.Phi, label: "" })),
    ...uses, ...phiWatchers(rooms).map(({ from, to }) => ({ from, to, kind: EdgeKind.Use, label: "" })),
  ];
  return { ...regions, nodes, edges: drawn(edges, nodes) };
}

/** The request path of S1-01 between components. */
function pathEdges(recording: readonly Recorded[], homes: ReadonlyMap<string, Room>): readonly ArchitectureEdge[] {
  const steps = requestPath(recording).map(({ by }) => ({ room: homes.get(by.at(-1)?.urn ?? ""), port: by.find(({ type }) => type.includes("IngressRule"))?.inputs["fromPort"] }));
  return steps.flatMap(({ room, port }, index) => {
    const before = steps[index - 1]?.room;
    // Sign-in comes before the request: people go on to the API themselves.
    return room === undefined || before === undefined || before === room || before.kind === "Identity" ? [] : [{ from: before.name, to: room.name, kind: EdgeKind.Phi, label: typeof port === "number" ? String(port) : "" }];
  });
}

function actorEdges(nodes: readonly ArchitectureNode[]): readonly ArchitectureEdge[] {
  return nodes.flatMap(({ name, kind, actor }) => {
    if (actor === undefined) {
      return [];
    }
    const [from, to] = actor.isTold === true ? [name, actor.name] : [actor.name, name];
    return [{ from, to, kind: kind === "ApiEdge" ? EdgeKind.Phi : EdgeKind.Actor, label: "" }];
  });
}

/** One arrow between two; none where the picture says it by one standing in the other. */
function drawn(edges: readonly ArchitectureEdge[], nodes: readonly ArchitectureNode[]): readonly ArchitectureEdge[] {
  const networks = new Map(nodes.map(({ name, network }) => [name, network]));
  const said = new Set<string>();
  return edges.filter(({ from, to, kind }) => {
    const isContained = networks.get(from) === to;
    // A copy is drawn the way the data goes, and not once more the way the program depends.
    const isKnown = said.has(`${from} ${to}`) || (kind !== EdgeKind.Phi && said.has(`${to} ${from}`));
    said.add(`${from} ${to}`);
    return !isContained && !isKnown;
  });
}

/** The region that most of a component's resources are in. */
function regionOf({ resources }: Room, byUrn: ReadonlyMap<string, Recorded>): string | undefined {
  const counts = new Map<string, number>();
  for (const { inputs, provider } of resources) {
    const region = inputs["region"] ?? byUrn.get(provider ?? "")?.inputs["region"];
    if (typeof region === "string") {
      counts.set(region, (counts.get(region) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
