import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PACK_RULES } from "../policypack/engine/pack-rules.ts";
import { architectureOf } from "./generators/architecture-graph.ts";
import { architecturePage } from "./generators/architecture-page.ts";
import { architectureSvg } from "./generators/architecture-svg.ts";
import { capacityPage } from "./generators/capacity-page.ts";
import { componentDocs } from "./generators/component-docs.ts";
import { componentPages } from "./generators/component-pages.ts";
import { componentSchema } from "./generators/component-schema.ts";
import { controlMatrix } from "./generators/controls-matrix.ts";
import { controlsPage } from "./generators/controls-page.ts";
import { controlsTable } from "./generators/controls-table.ts";
import { observabilityPage } from "./generators/observability-page.ts";
import { packConfigurationSection } from "./generators/pack-configuration-section.ts";
import { policiesPage } from "./generators/policies-page.ts";
import { recordStack, stackConfig } from "./generators/recorded-stack.ts";
import { requestPath } from "./generators/request-path.ts";
import { roomsOf } from "./generators/room.ts";
import { rulesIndex } from "./generators/rules-index.ts";
import { requirementIds } from "./generators/requirement-ids.ts";
import { taggableTypes } from "./generators/taggable-types.ts";

const project = resolve(import.meta.dirname, "..");

/** Writes every generated file; with `--check` only says which differ, and exits 1. */
async function main(check: boolean): Promise<number> {
  const stale: string[] = [];
  const write = (path: string, content: string): void => {
    const file = join(project, path);
    if (existsSync(file) && readFileSync(file, "utf8") === content) {
      return;
    }
    stale.push(path);
    if (!check) {
      writeFileSync(file, content);
    }
  };
  write("policypack/engine/taggable-types.ts", taggableTypes(join(project, "node_modules/@pulumi/aws")));
  write("policypack/rules/index.ts", rulesIndex(join(project, "policypack/rules")));
  const { rules } = await import("../policypack/rules/index.ts");
  write("docs/policies.md", `${policiesPage(rules)}\n${packConfigurationSection(PACK_RULES)}`);
  const matrix = controlMatrix(rules);
  write("docs/controls.csv", controlsTable(matrix));
  write("docs/controls.md", controlsPage(matrix, rules));
  const components = componentDocs(join(project, "components/index.ts"), join(project, "node_modules"), requirementIds(join(project, "docs/requirements.csv")));
  write("components/schema.json", componentSchema(join(project, "components"), components.map(({ name }) => name)));
  const pages = componentPages(components, join(project, "docs/components"));
  mkdirSync(join(project, "docs/components"), { recursive: true });
  for (const [name, page] of pages) {
    write(`docs/components/${name}`, page);
  }
  for (const name of readdirSync(join(project, "docs/components")).filter((file) => !pages.has(file))) {
    stale.push(`docs/components/${name} (of no component)`);
    if (!check) {
      rmSync(join(project, "docs/components", name));
    }
  }
  for (const [path, content] of await architecture()) {
    write(path, content);
  }
  write("docs/capacity.md", capacity());
  for (const path of stale) {
    console.log(`${check ? "out of date" : "written"}: ${path}`);
  }
  if (check && stale.length > 0) {
    console.log("Run `npm run generate` and commit what it writes.");
    return 1;
  }
  return 0;
}

/** The picture and its page, and where to look, of the stack with everything that a region may be lost with. */
async function architecture(): Promise<readonly (readonly [path: string, content: string])[]> {
  const stack = "prod";
  const config = stackConfig(stack);
  const recording = await recordStack(config);
  const graph = architectureOf(recording, { region: config["aws:region"], recoveryRegion: config.dr.region });
  return [
    ["docs/architecture.svg", await architectureSvg(graph)], ["docs/architecture.md", architecturePage(stack, graph, requestPath(recording))],
    ["docs/observability.md", observabilityPage(stack, recording, roomsOf(recording))],
  ];
}

/** What the documents' users need, and what production has for them. */
function capacity(): string {
  const stack = "prod";
  return capacityPage(stack, stackConfig(stack));
}

process.exitCode = await main(process.argv.includes("--check"));
