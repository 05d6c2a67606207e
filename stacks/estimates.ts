import * as pulumi from "@pulumi/pulumi";
import type { PlatformConfig } from "./config.ts";
import { renderCost, totalUsd } from "./cost/cost-report.ts";
import { platformCost } from "./cost/platform-cost.ts";
import { attainedObjectives, type RecoveryObjectives, renderObjectives } from "./recovery-objectives.ts";

/** What a stack attains and costs by its configuration. */
export interface Estimates {
  readonly objectives: RecoveryObjectives;
  /** USD a month; NaN where the price file lacks an instance type. */
  readonly monthlyUsd: number;
  /** Both, for people. */
  readonly text: string;
}

/** Computes the estimates; creates nothing. */
export function estimatesOf(config: PlatformConfig): Estimates {
  const objectives = attainedObjectives({ mode: config.dr.mode, backupEveryHours: config.backup.everyHours });
  const costs = platformCost(config);
  return { objectives, monthlyUsd: totalUsd(costs), text: `${renderObjectives(objectives, config.dr.mode)}\n\n${renderCost(costs, config.load)}` };
}

/** Shows the estimates among the messages of a preview or update. */
export async function logEstimates({ text }: Estimates): Promise<void> {
  await pulumi.log.info(text);
}
