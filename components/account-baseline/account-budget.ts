import { Budget } from "@pulumi/aws/budgets/budget.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { Problem } from "../lib/problems.ts";

/** What the account may cost, and who is told before it costs more. */
export interface AccountBudget {
  /** USD a month, more than 0. */
  readonly monthlyUsd: number;
  /**
   * Mail addresses that are told, at most ten.
   * @default the alert topic alone
   */
  readonly emails?: string[];
}

/** AWS Budgets takes ten addresses for each notification. */
const MOST_EMAILS = 10;
/** Kind of figure and percentage at which people are told: early, when it is reached, and when it will be. */
const WARNINGS = [["ACTUAL", 80], ["ACTUAL", 100], ["FORECASTED", 100]] as const;

/** A budget of the whole account with its warnings. A jump in cost is often the first sign of stolen credentials. */
export function createBudget(parent: pulumi.Resource, name: string, deployment: Deployment, { monthlyUsd, emails }: AccountBudget, topicArn: pulumi.Input<string>): void {
  const physical = `${deployment.prefix}-monthly`;
  new Budget(`${name}-budget`, {
    name: physical,
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: String(monthlyUsd),
    limitUnit: "USD",
    notifications: WARNINGS.map(([notificationType, threshold]) => ({
      notificationType, threshold, thresholdType: "PERCENTAGE", comparisonOperator: "GREATER_THAN",
      subscriberEmailAddresses: emails ?? [], subscriberSnsTopicArns: [topicArn],
    })),
    tags: classified("operational", { Name: physical }),
  }, { parent });
}

/** What AWS Budgets would refuse. Pure, so that a stack's configuration is held to the same. */
export function budgetProblems(argument: string, { monthlyUsd, emails = [] }: AccountBudget): readonly Problem[] {
  return [
    ...(Number.isFinite(monthlyUsd) && monthlyUsd > 0 ? [] : [{ argument: `${argument}.monthlyUsd`, value: monthlyUsd, allowed: "USD a month, more than 0", change: "Give what the account may cost" }]),
    ...(emails.length <= MOST_EMAILS ? [] : [{ argument: `${argument}.emails`, value: emails.length, allowed: `at most ${String(MOST_EMAILS)} addresses`, change: "Use a mailing list" }]),
    ...emails.flatMap((email, index) => (/^\S+@[\w.-]+\.\w+$/u.test(email) ? [] : [{ argument: `${argument}.emails[${String(index)}]`, value: email, allowed: "one mail address", change: "Correct or remove it" }])),
  ];
}
