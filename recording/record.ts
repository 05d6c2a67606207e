import { setTimeout as later } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import type { MockCallArgs, MockResourceArgs } from "@pulumi/pulumi/runtime/mocks.js";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb.js";
import { RecordingMonitor } from "./recording-monitor.ts";

/** What an input is recorded as when its value is not known yet. */
export const UNKNOWN = pulumi.runtime.unknownValue;

/** Account and region that made-up ARNs carry. */
export const MOCK_ACCOUNT = "111122223333";
const MOCK_REGION = "us-east-1";

/** One resource as the program registered it. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  /** URN of the parent; undefined for the stack itself. */
  readonly parent: string | undefined;
  readonly custom: boolean;
  /** Secrets are plain; an unknown value is `UNKNOWN`, wherever it stands. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly ignoreChanges: readonly string[];
  /** URNs of everything that it waits for. */
  readonly dependencies: readonly string[];
  /** By input, URNs of the resources that its value comes from, whether or not the value is known. */
  readonly inputDependencies: Readonly<Record<string, readonly string[]>>;
  /** URN of the provider that it was given or took from its parent; undefined for the default one. */
  readonly provider: string | undefined;
  /** What a component registered; undefined for other resources and for a component that registered nothing. */
  readonly outputs: Readonly<Record<string, unknown>> | undefined;
}

export interface RecordOptions {
  /**
   * `preview`: what AWS computes (ids, ARNs) is unknown, as at a first preview. `up`: it is made up
   * from type and name, the same each time.
   * @default "preview"
   */
  readonly mode?: "preview" | "up";
  /** More outputs for one resource, or a remote component's outputs; they win over the made-up ones. */
  readonly outputs?: (resource: MockResourceArgs) => Record<string, unknown>;
  /** Answer of a data source; without it a call fails, naming the data source. */
  readonly call?: (args: MockCallArgs) => Record<string, unknown>;
}

/**
 * Runs a program without an engine and records what it registers. It does not prove that the engine
 * or AWS accepts it.
 * @throws what the program throws, such as a component's refusal of its arguments
 */
export async function record(program: () => unknown, options: RecordOptions = {}): Promise<readonly Recorded[]> {
  const preview = (options.mode ?? "preview") === "preview";
  const monitor = new RecordingMonitor({
    newResource: (args) => ({
      id: preview || args.custom !== true ? undefined : args.id === undefined || args.id === "" ? `${args.name}-id` : args.id,
      state: { ...args.inputs, ...(preview ? {} : madeUp(args)), ...options.outputs?.(args) },
    }),
    call: (args) => {
      if (options.call === undefined) {
        throw new Error(`the program calls ${args.token}, for which no answer is given`);
      }
      return options.call(args);
    },
  }, preview);
  await monitor.install();
  try {
    await program();
  } finally {
    await settled(monitor);
    await monitor.close();
  }
  return recorded(monitor);
}

function recorded({ registrations, componentOutputs }: RecordingMonitor): readonly Recorded[] {
  return registrations.map(({ urn, request }) => ({
    type: request.getType(),
    name: request.getName(),
    urn,
    parent: request.getParent() === "" ? undefined : request.getParent(),
    custom: request.getCustom(),
    inputs: plainProperties(request.getObject()?.toJavaScript()),
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
    ignoreChanges: request.getIgnorechangesList(),
    dependencies: request.getDependenciesList(),
    inputDependencies: inputDependencies(request),
    provider: request.getProvider() === "" ? undefined : request.getProvider().replace(/::[^:]*$/u, ""),
    outputs: componentOutputs.has(urn) ? plainProperties(componentOutputs.get(urn)) : undefined,
  }));
}

function inputDependencies(request: RegisterResourceRequest): Readonly<Record<string, readonly string[]>> {
  const sources: Record<string, readonly string[]> = {};
  request.getPropertydependenciesMap().forEach((value, input) => { sources[input] = value.getUrnsList(); });
  return sources;
}

/** Until nothing more is registered: resources may follow from the outputs of others. */
async function settled(monitor: RecordingMonitor): Promise<void> {
  for (let before = -1; before !== monitor.progress;) {
    before = monitor.progress;
    await pulumi.runtime.disconnect();
    await later(0);
  }
}

function madeUp({ type, name, inputs, custom }: MockResourceArgs): Record<string, unknown> {
  if (custom !== true) {
    return {};
  }
  const service = type.split(":")[1]?.split("/")[0] ?? "";
  const region = isRecord(inputs) && typeof inputs.region === "string" ? inputs.region : MOCK_REGION;
  return { arn: `arn:aws:${service}:${region}:${MOCK_ACCOUNT}:${name}`, ...(service === "kms" ? { keyId: `${name}-id` } : {}) };
}

/** Values as a test reads them: secrets unwrapped, references to resources by URN. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (!isRecord(value)) {
    return value;
  }
  switch (value[pulumi.runtime.specialSigKey]) {
    case pulumi.runtime.specialSecretSig:
      return plain(value.value);
    case pulumi.runtime.specialResourceSig:
      return { urn: value.urn };
    default:
      return plainProperties(value);
  }
}

function plainProperties(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)])) : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
