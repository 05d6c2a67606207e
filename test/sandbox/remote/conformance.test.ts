import { describe, expect, test } from "vitest";
import { fromStruct, isList, isProperties, type Properties, UNKNOWN, type Value } from "../../../sandbox/wire.ts";
import { FakeEngine, identity, type Phase, unknownPaths } from "./fake-engine.ts";
import { FakeProgram } from "./fake-program.ts";
import { type RecordedResource, type RecordedScenario, recordedScenarios } from "./recorded-scenarios.ts";

const scenarios = ["awsx-vpc", "eks", "linked"].flatMap(recordedScenarios);

async function run(scenario: RecordedScenario, phase: Phase): Promise<FakeEngine> {
  const engine = new FakeEngine(phase);
  try {
    const program = new FakeProgram(engine, await engine.start());
    for (const component of scenario.components) {
      await program.create(component);
    }
    return engine;
  } finally {
    engine.stop();
  }
}

/** What was registered, in the form of the recordings. */
function registered({ registrations }: FakeEngine): Readonly<Record<string, RecordedResource>> {
  return Object.fromEntries(registrations.map((request) => {
    const inputs = withoutThumbprints(fromStruct(request.getObject()));
    const dependsOn = request.getDependenciesList().map(identity).sort();
    return [`${request.getType()}::${request.getName()}`, {
      type: request.getType(),
      name: request.getName(),
      ...(request.getParent() === "" ? {} : { parent: identity(request.getParent()) }),
      ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
      ...(dependsOn.length === 0 ? {} : { dependsOn }),
      ...(request.getIgnorechangesList().length === 0 ? {} : { ignoreChanges: request.getIgnorechangesList() }),
    }];
  }));
}

/** The thumbprint of a real certificate cannot be compared, only its form. */
function withoutThumbprints(inputs: Properties): Properties {
  const { thumbprintLists } = inputs;
  return isList(thumbprintLists) && thumbprintLists.every((print) => typeof print === "string" && /^[0-9a-f]{40}$/u.test(print)) ? { ...inputs, thumbprintLists: ["<sha1>"] } : inputs;
}

/** The preview's value with each unknown filled from what `up` showed; undefined where `up` showed nothing. */
function filled(preview: Value, up: Value | undefined): Value | undefined {
  if (preview === UNKNOWN) {
    return up;
  }
  if (isList(preview)) {
    return preview.flatMap((item, index) => filled(item, isList(up) ? up[index] : undefined) ?? []);
  }
  if (!isProperties(preview)) {
    return preview;
  }
  const entries: Record<string, Value> = {};
  for (const [name, entry] of Object.entries(preview)) {
    const value = filled(entry, isProperties(up) ? up[name] : undefined);
    if (value !== undefined) {
      entries[name] = value;
    }
  }
  return entries;
}

describe.each(scenarios)("$name", (scenario) => {
  test("up registers the recorded children with their parents, inputs, dependencies and ignored changes", async () => {
    const engine = await run(scenario, "up");
    expect(engine.registrations).toHaveLength(Object.keys(scenario.resources).length);
    expect(registered(engine)).toEqual(scenario.resources);
  });

  test("a first preview registers the same children, with exactly the recorded inputs unknown", async () => {
    const engine = await run(scenario, "preview");
    const previewed = registered(engine);
    expect(Object.keys(previewed).sort()).toEqual(Object.keys(scenario.resources).sort());
    for (const [key, { inputs = {} }] of Object.entries(scenario.resources)) {
      const shown = previewed[key]?.inputs ?? {};
      expect([...unknownPaths(shown)].sort(), key).toEqual([...scenario.unknown[key] ?? []].sort());
      expect(filled(shown, inputs), key).toEqual(inputs);
    }
  });

  test("preview and up together read the recorded data sources", async () => {
    const counts: Record<string, number> = {};
    for (const phase of ["preview", "up"] as const) {
      for (const invoke of (await run(scenario, phase)).invokes) {
        counts[invoke] = (counts[invoke] ?? 0) + 1;
      }
    }
    expect(counts).toEqual(scenario.invokes);
  });
});

test("the recordings are there: every strategy, cluster variant and node group", () => {
  expect(scenarios.map(({ name }) => name)).toHaveLength(26);
});
