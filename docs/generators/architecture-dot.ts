import { type Architecture, type ArchitectureEdge, type ArchitectureNode, EdgeKind } from "./architecture-graph.ts";
import { Plane, PLANES } from "./architecture-planes.ts";

/** Colours on white, each with a contrast of 4.5 or more for its text. */
export const COLOURS = { ink: "#1f2933", faint: "#52606d", phi: "#b42318", alert: "#946200", box: "#ffffff" } as const;
export const PLANE_COLOURS: Readonly<Record<Plane, { readonly line: string; readonly fill: string }>> = {
  [Plane.Entrance]: { line: "#2f6f4f", fill: "#eef7f1" },
  [Plane.Workloads]: { line: "#2b5fa8", fill: "#eef4fc" },
  [Plane.Security]: { line: "#6b4fa0", fill: "#f5f1fb" },
  [Plane.Observability]: { line: "#0f6b75", fill: "#ebf7f8" },
  [Plane.Recovery]: { line: "#8a5a00", fill: "#fdf6e7" },
};
/** Graphviz knows its widths; the picture names others that look like it. */
const FONT = "Helvetica";

/** Right of everything in the primary region. */
const RECOVERY_COLUMN = 5;

const EDGES: Readonly<Record<EdgeKind, string>> = {
  [EdgeKind.Phi]: `color="${COLOURS.phi}", fontcolor="${COLOURS.phi}", penwidth=3, weight=8`,
  [EdgeKind.Actor]: `color="${COLOURS.ink}", penwidth=1.5, constraint=false`,
  [EdgeKind.Use]: `color="${COLOURS.faint}", penwidth=1, constraint=false`,
};

/** The picture in Graphviz's language. */
export function architectureDot({ region, recoveryRegion, nodes, edges }: Architecture): string {
  // Graphviz puts these from top to bottom, and what stands in a region from bottom to top.
  const actors = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((name) => !nodes.some((node) => node.name === name)).toReversed();
  const columnOf = (name: string): number => columnOfNode(nodes.find((node) => node.name === name), edges.some(({ from }) => from === name));
  const lines = [
    "digraph architecture {",
    `graph [rankdir=LR, newrank=true, bgcolor=white, nodesep=0.28, ranksep=0.55, pad=0.3, fontname="${FONT}", fontsize=16, fontcolor="${COLOURS.ink}", labeljust=l, splines=ortho]`,
    `node [shape=box, style="filled,rounded", fontname="${FONT}", fontsize=13, fontcolor="${COLOURS.ink}", margin="0.12,0.08", penwidth=1.4]`,
    `edge [fontname="${FONT}", fontsize=12, arrowsize=0.8]`,
    ...actors.map((name) => `"${name}" [label=<<b>${escaped(name)}</b>>, shape=box, style="filled,rounded", fillcolor="#e4e7eb", color="#616e7c", fontsize=13]`),
    ...regionLines(region, "Primary region", nodes.filter(({ isInRecoveryRegion }) => !isInRecoveryRegion)),
    ...regionLines(recoveryRegion, "Recovery region", nodes.filter(({ isInRecoveryRegion }) => isInRecoveryRegion)),
    // What is drawn last lies above the rest.
    ...edges.toSorted((one, other) => Number(one.kind === EdgeKind.Phi) - Number(other.kind === EdgeKind.Phi)).map((edge) => edgeLine(edge, columnOf)),
    ...columnLines([...actors, ...nodes.map(({ name }) => name)], columnOf),
    "}",
  ];
  return lines.join("\n");
}

function regionLines(region: string, title: string, nodes: readonly ArchitectureNode[]): readonly string[] {
  return [
    `subgraph "cluster ${region}" { label=<<b>${title}</b>  ${escaped(region)}>; style="rounded"; color="${COLOURS.faint}"; penwidth=1.6; margin=18;`,
    ...Object.values(Plane).flatMap((plane) => planeLines(region, plane, nodes.filter((node) => node.plane === plane && !isInside(node, nodes)), nodes)),
    "}",
  ];
}

function planeLines(region: string, plane: Plane, nodes: readonly ArchitectureNode[], all: readonly ArchitectureNode[]): readonly string[] {
  const { line, fill } = PLANE_COLOURS[plane];
  return nodes.length === 0 ? [] : [
    `subgraph "cluster ${region} ${plane}" { label=<<b>${escaped(PLANES[plane].title)}</b>>; style="rounded,filled"; fillcolor="${fill}"; color="${line}"; fontcolor="${line}"; penwidth=1.2; margin=12;`,
    ...nodes.flatMap((node) => [nodeLine(node), ...all.filter(({ network }) => network === node.name).map(nodeLine)]),
    "}",
  ];
}

function isInside({ network }: ArchitectureNode, nodes: readonly ArchitectureNode[]): boolean {
  return nodes.some(({ name }) => name === network);
}

function nodeLine({ name, kind, caption, plane, keys, raisesAlerts }: ArchitectureNode): string {
  const facts = [...(keys.length === 0 ? [] : [small(COLOURS.faint, `keys: ${keys.toSorted().join(", ")}`)]), ...(raisesAlerts ? [small(COLOURS.alert, "raises alerts")] : [])];
  const rows = [`<b><font point-size="15">${escaped(kind)}</font></b>`, escaped(caption), ...facts];
  return `"${name}" [label=<${rows.join("<br/>")}>, fillcolor="${COLOURS.box}", color="${PLANE_COLOURS[plane].line}", URL="components/${pageOf(kind)}", target="_top", tooltip="${kind}: ${caption}"]`;
}

function columnOfNode(node: ArchitectureNode | undefined, calls: boolean): number {
  if (node === undefined) {
    return calls ? 0 : RECOVERY_COLUMN;
  }
  return node.isInRecoveryRegion ? RECOVERY_COLUMN : node.column;
}

/** Invisible lines that keep columns apart, and what stands in one in its order. */
function columnLines(names: readonly string[], columnOf: (name: string) => number): readonly string[] {
  const columns = [...new Set(names.map(columnOf))].toSorted((one, other) => one - other).map((column) => names.filter((name) => columnOf(name) === column).map((name) => `"${name}"`));
  return [
    ...columns.map((column) => `{ rank=same; ${column.join("; ")} }`),
    ...columns.flatMap((column) => column.slice(1).map((name, index) => `${column[index] ?? ""} -> ${name} [style=invis]`)),
    `${columns.flatMap((column) => column[0] ?? []).join(" -> ")} [style=invis]`,
  ];
}

function small(colour: string, text: string): string {
  return `<font point-size="11" color="${colour}">${text}</font>`;
}

/** Lines lead from left to right, whichever end the arrow is at: Graphviz draws loops for those that lead back. */
function edgeLine({ from, to, kind, label }: ArchitectureEdge, columnOf: (name: string) => number): string {
  const isBack = columnOf(from) > columnOf(to);
  const [left, right] = isBack ? [to, from] : [from, to];
  return `"${left}" -> "${right}" [${EDGES[kind]}${isBack ? ", dir=back" : ""}${label === "" ? "" : `, label=" port ${label} "`}, tooltip="${from} to ${to}"]`;
}

/** Page of a component: `PhiDataStore` is `phi-data-store.md`. */
export function pageOf(kind: string): string {
  return `${kind.replaceAll(/(?<=[a-z0-9])[A-Z]/gu, (letter) => `-${letter}`).toLowerCase()}.md`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
