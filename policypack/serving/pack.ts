import type { Policies } from "@pulumi/policy";

/** What is served: rules as policies, under the pack's name. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly policies: Policies;
}
