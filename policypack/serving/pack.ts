import type { Policies } from "@pulumi/policy";
import type { EnforcementLevel } from "./sdk.ts";

/** What is served: rules as policies, under the pack's name. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly policies: Policies;
}

/** Level and properties of one policy, as the person who runs the pack configured them. */
export interface PolicyConfiguration {
  readonly enforcementLevel: EnforcementLevel;
  readonly properties: object;
}

export type Configuration = ReadonlyMap<string, PolicyConfiguration>;
