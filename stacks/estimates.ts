import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "./config.ts";
import { costByComponent, renderCost, totalUsd } from "./cost/cost-report.ts";
import { DOCUMENTS_LOAD } from "./cost/serverless-cost.ts";
import { stackCost } from "./cost/stack-cost.ts";
import { attainedObjectives, DrMode, type RecoveryObjectives, renderObjectives } from "./recovery-objectives.ts";

/** What a stack attains and costs by its configuration. */
export interface Estimates {
  readonly objectives: RecoveryObjectives;
  /** USD a month; NaN where the price file lacks an instance type. */
  readonly monthlyUsd: number;
  /** The same by component, in whole USD, for those whose prices are known. */
  readonly monthlyUsdByComponent: Record<string, number>;
  /** Both, for people. */
  readonly text: string;
}

/** Computes the estimates; creates nothing. */
export function estimatesOf(config: StackConfig): Estimates {
  const design = config.profile === "platform" ? { mode: config.dr.mode, engine: config.database.engine } : { mode: DrMode.Backup, stores: ["records table"] };
  const objectives = attainedObjectives({ ...design, backupEveryHours: config.backup.everyHours });
  const costs = stackCost(config);
  const cost = config.profile === "platform" ? renderCost(costs, config.load) : renderCost(costs, { ...DOCUMENTS_LOAD }, "the documents' table of costs");
  return { objectives, monthlyUsd: totalUsd(costs), monthlyUsdByComponent: costByComponent(costs), text: `${renderObjectives(objectives, design.mode)}\n\n${cost}` };
}

/** Shows the estimates among the messages of a preview or update. */
export async function logEstimates({ text }: Estimates): Promise<void> {
  await pulumi.log.info(text);
}
