import type { StackConfig } from "../config.ts";
import { type ComponentCost, platformCost } from "./platform-cost.ts";
import { DOCUMENTS_LOAD, serverlessCost } from "./serverless-cost.ts";

/** What a stack is billed each month, by component. */
export function stackCost(config: StackConfig): readonly ComponentCost[] {
  return config.profile === "platform" ? platformCost(config) : serverlessCost(DOCUMENTS_LOAD, config.audit.trailToCloudWatch);
}
