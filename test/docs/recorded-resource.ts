import type { Recorded } from "../support/pulumi-mocks.ts";

/** A resource as a recording has it, made up; its URN is its name. */
export function recordedResource(type: string, name: string, more: Partial<Recorded> = {}): Recorded {
  return {
    type, name, urn: name, parent: undefined, custom: true, inputs: {}, protect: false, retainOnDelete: false, ignoreChanges: [],
    dependencies: [], inputDependencies: {}, provider: undefined, outputs: undefined, ...more,
  };
}
