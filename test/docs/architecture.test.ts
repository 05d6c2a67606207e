import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { architectureDot, COLOURS, pageOf, PLANE_COLOURS } from "../../docs/generators/architecture-dot.ts";
import { type Architecture, architectureOf } from "../../docs/generators/architecture-graph.ts";
import { PLACES, Plane, PLANES } from "../../docs/generators/architecture-planes.ts";
import { architectureSvg } from "../../docs/generators/architecture-svg.ts";
import { recordStack } from "../../docs/generators/recorded-stack.ts";
import { roomsOf } from "../../docs/generators/room.ts";
import { project } from "../architecture/source-files.ts";
import { parsed, stackFile } from "../stacks/stack-files.ts";
import type { Recorded } from "../support/pulumi-mocks.ts";
import { recordedResource } from "./recorded-resource.ts";

const REGIONS = { region: "us-east-1", recoveryRegion: "us-west-2" };

/** Components by the package's own schema. */
const { resources: schema }: { readonly resources: Readonly<Record<string, unknown>> } = JSON.parse(readFileSync(join(project, "components/schema.json"), "utf8"));
const COMPONENTS = Object.keys(schema).map((token) => token.split(":").at(-1) ?? "");

describe("the planes", () => {
  test("hold every component of the package", () => {
    expect(COMPONENTS.length).toBeGreaterThan(15);
    expect(COMPONENTS.filter((kind) => !(kind in PLACES))).toEqual([]);
  });

  test("refuse one that they know nothing of, and say where to put it", () => {
    expect(() => architectureOf([recordedResource("hipaa:index:Novelty", "novelty")], REGIONS)).toThrow("Novelty is in no plane: say where it stands in docs/generators/architecture-planes.ts");
  });

  test("have captions that fit a box", () => {
    expect(Object.entries(PLACES).filter(([, { caption }]) => caption.length > 36).map(([kind]) => kind)).toEqual([]);
  });

  test("are the control planes of S1-06 and what they stand around", () => {
    expect(Object.values(PLANES).map(({ title }) => title)).toEqual(["Ways in", "Network, compute and data", "Security and compliance", "Observability", "Backup and disaster recovery"]);
  });
});

describe("colours can be read", () => {
  const pairs = [...Object.values(COLOURS).filter((colour) => colour !== COLOURS.box).map((colour) => [colour, "#ffffff"] as const), ...Object.values(Plane).map((plane) => [PLANE_COLOURS[plane].line, PLANE_COLOURS[plane].fill] as const)];

  test.each(pairs)("%s on %s has a contrast of 4.5 or more", (text, ground) => {
    const [one, other] = [luminance(text), luminance(ground)].toSorted((left, right) => right - left);
    expect(((one ?? 0) + 0.05) / ((other ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

/* Proves what the picture says of the program. How it looks, a person has to judge. */
describe("the picture of prod", () => {
  let recording: readonly Recorded[] = [];
  let architecture: Architecture = { ...REGIONS, nodes: [], edges: [] };
  let svg = "";
  const kindOf = (name: string): string => {
    const node = architecture.nodes.find((candidate) => candidate.name === name);
    return node === undefined ? name : `${node.kind}${node.isInRecoveryRegion ? " in recovery" : ""}`;
  };
  beforeAll(async () => {
    recording = await recordStack(parsed(stackFile("prod")));
    architecture = architectureOf(recording, REGIONS);
    svg = await architectureSvg(architecture);
  }, 120_000);

  test("has a box for every component that the program makes", () => {
    expect(new Set(architecture.nodes.map(({ name }) => name))).toEqual(new Set(roomsOf(recording).map(({ name }) => name)));
    expect(architecture.nodes.length).toBe(roomsOf(recording).length);
  });

  test("shows where patients' data goes: in by the API alone, to the stores, and to their copies", () => {
    expect(architecture.edges.filter(({ kind }) => kind === "phi").map(({ from, to, label }) => [kindOf(from), kindOf(to), label])).toEqual([
      ["Users", "ApiEdge", ""],
      ["ApiEdge", "PrivateEksCluster", "8443"],
      ["PrivateEksCluster", "PhiDataStore", "5432"],
      ["PhiDataStore", "DrVault", ""],
      ["PhiDataStore", "PhiReplica in recovery", ""],
    ]);
  });

  test("puts into the recovery region what stands there, and into each network what has addresses of it", () => {
    expect(architecture.nodes.filter(({ isInRecoveryRegion }) => isInRecoveryRegion).map(({ kind, network }) => [kind, network ?? ""]).toSorted(([one = ""], [other = ""]) => one.localeCompare(other))).toEqual([
      ["PhiReplica", "hipaa-prod-dr-network"], ["PrivateEksCluster", "hipaa-prod-dr-network"], ["SecureVpc", ""],
    ]);
    expect(architecture.nodes.filter(({ network }) => network === "hipaa-prod-network").map(({ kind }) => kind).toSorted((one, other) => one.localeCompare(other))).toEqual(["AccessHost", "PhiDataStore", "PrivateEksCluster"]);
  });

  test("says which keys encrypt, and who raises alerts", () => {
    const data = architecture.nodes.find(({ kind }) => kind === "PhiDataStore");
    expect(data?.keys.toSorted((one, other) => one.localeCompare(other))).toEqual(["phi-data", "phi-records", "secrets"]);
    expect(architecture.nodes.filter(({ raisesAlerts }) => raisesAlerts).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["Identity", "Observability"]));
    expect(architecture.nodes.find(({ kind }) => kind === "KeyRing")).toMatchObject({ keys: [], raisesAlerts: false });
  });

  test("draws no arrow twice, none to itself, none to a box that is not there", () => {
    const drawn = architecture.edges.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(architecture.edges.filter(({ from, to }) => from === to)).toEqual([]);
    const actors = new Set(architecture.nodes.flatMap(({ actor }) => actor?.name ?? []));
    expect(architecture.edges.flatMap(({ from, to }) => [from, to]).filter((end) => !actors.has(end) && !architecture.nodes.some(({ name }) => name === end))).toEqual([]);
  });

  test("is the same each time", async () => {
    expect(await architectureSvg(architecture)).toBe(svg);
    expect(architectureDot(architecture)).toBe(architectureDot(architecture));
  });

  test("tells those who hear it what it shows, and is well-formed", () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title description">/u);
    expect(svg).toContain('<title id="title">Architecture of the platform</title>');
    expect(/<desc id="description">(.*)<\/desc>/u.exec(svg)?.[1]).toContain("Patients' data goes from Users to ApiEdge, ApiEdge to PrivateEksCluster");
    expect(unclosed(svg)).toEqual([]);
  });

  test("names every component, in a font that is there, and leads to pages that exist", () => {
    expect(architecture.nodes.filter(({ kind }) => !svg.includes(`>${kind}</text>`))).toEqual([]);
    expect(new Set([...svg.matchAll(/font-family="([^"]*)"/gu)].map(([, font]) => font))).toEqual(new Set(["Helvetica, Arial, sans-serif"]));
    const pages = [...svg.matchAll(/xlink:href="([^"]+)"/gu)].map(([, page]) => page ?? "");
    expect(new Set(pages).size).toBe(new Set(architecture.nodes.map(({ kind }) => pageOf(kind))).size);
    expect(pages.filter((page) => !existsSync(join(project, "docs", page)))).toEqual([]);
  });
});

test("the page leads to pages that exist, and says what the picture shows", () => {
  const page = readFileSync(join(project, "docs/architecture.md"), "utf8");
  const targets = [...page.matchAll(/\]\(([^)]+)\)/gu)].map(([, target]) => target ?? "");
  expect(targets).toContain("architecture.svg");
  expect(targets.filter((target) => !existsSync(join(project, "docs", target)))).toEqual([]);
  expect(Object.keys(PLACES).filter((kind) => !page.includes(`[${kind}](`))).toEqual([]);
});

/** Tags that are opened and not closed, in order. */
function unclosed(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, closes, name = "", self] of xml.replaceAll(/<!--[\s\S]*?-->/gu, "").matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/gu)) {
    if (closes === "/") {
      if (open.pop() !== name) {
        return [name];
      }
    } else if (self !== "/") {
      open.push(name);
    }
  }
  return open;
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
