import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Properties } from "../../../sandbox/wire.ts";

/** A component of the program, with the arguments it was given. */
export interface RecordedComponent {
  readonly type: string;
  readonly name: string;
  readonly args: Properties;
}

/** One registration; `type::name` names other resources. */
export interface RecordedResource {
  readonly type: string;
  readonly name: string;
  readonly parent?: string;
  readonly inputs?: Properties;
  readonly dependsOn?: readonly string[];
  readonly ignoreChanges?: readonly string[];
}

export interface RecordedScenario {
  readonly name: string;
  readonly components: readonly RecordedComponent[];
  /** Data sources by token and arguments, with the number of reads in one preview and one up. */
  readonly invokes: Readonly<Record<string, number>>;
  readonly resources: Readonly<Record<string, RecordedResource>>;
  /** Input paths that are unknown at a first preview, by `type::name`. */
  readonly unknown: Readonly<Record<string, readonly string[]>>;
}

interface StoredResource extends RecordedResource {
  readonly unknown?: readonly string[];
}

interface StoredScenario {
  readonly name: string;
  readonly components: readonly RecordedComponent[];
  readonly resources: readonly StoredResource[];
  readonly invokes?: Readonly<Record<string, number>>;
  readonly like?: string;
  readonly absent?: readonly string[];
}

const folder = join(import.meta.dirname, "recordings");

/** @param file name of a file of scenarios, without ".json" */
export function recordedScenarios(file: string): readonly RecordedScenario[] {
  const stored: readonly StoredScenario[] = JSON.parse(readFileSync(join(folder, `${file}.json`), "utf8"));
  const resourcesOf = ({ like, absent = [], resources }: StoredScenario): ReadonlyMap<string, StoredResource> => {
    const base = stored.find(({ name }) => name === like);
    const all = new Map(base === undefined ? [] : resourcesOf(base));
    absent.forEach((key) => all.delete(key));
    resources.forEach((resource) => all.set(`${resource.type}::${resource.name}`, resource));
    return all;
  };
  return stored.map((scenario) => {
    const resources: Record<string, RecordedResource> = {};
    const unknown: Record<string, readonly string[]> = {};
    for (const [key, { unknown: paths = [], ...resource }] of resourcesOf(scenario)) {
      resources[key] = resource;
      unknown[key] = paths;
    }
    return { name: scenario.name, components: scenario.components, invokes: scenario.invokes ?? {}, resources, unknown };
  });
}

export interface RecordedRefusal {
  readonly component: string;
  readonly args: Properties;
  readonly error: string;
}

export function recordedRefusals(): readonly RecordedRefusal[] {
  return JSON.parse(readFileSync(join(folder, "refusals.json"), "utf8"));
}

/** "unknown", or the shape of the value. */
export interface RecordedOutput {
  readonly firstPreview: unknown;
  readonly afterUp: unknown;
}

/** Outputs by component type and name, recorded in the scenario with all three components. */
export function recordedOutputs(): Readonly<Record<string, Readonly<Record<string, RecordedOutput>>>> {
  return JSON.parse(readFileSync(join(folder, "outputs.json"), "utf8"));
}
