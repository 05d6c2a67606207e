import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { AlarmPlan } from "./alarm-plan.ts";

/** Whom alarms tell, and where they say what to do. */
export interface AlarmTargets {
  readonly criticalTopicArn: pulumi.Input<string>;
  readonly warningTopicArn: pulumi.Input<string>;
  /** Address of the page with a heading for each runbook. */
  readonly runbookUrl: string;
}

const OPERATORS = { atLeast: "GreaterThanOrEqualToThreshold", atMost: "LessThanOrEqualToThreshold" } as const;
const MISSING = { fine: "notBreaching", unknown: "missing", bad: "breaching" } as const;

/** Physical name of an alarm; the prefix of what it watches is not said twice. */
export function alarmName({ prefix }: Deployment, plan: AlarmPlan): string {
  return `${prefix}-${plan.id.replace(`${prefix}-`, "")}`;
}

/** An alarm that tells people when it is raised, when its metric falls silent, and when it is over. */
export function createAlarm(parent: pulumi.Resource, name: string, deployment: Deployment, plan: AlarmPlan, targets: AlarmTargets): MetricAlarm {
  const topic = plan.critical ? targets.criticalTopicArn : targets.warningTopicArn;
  const [datapointsToAlarm, evaluationPeriods] = plan.of;
  return new MetricAlarm(`${name}-${plan.id}`, {
    name: alarmName(deployment, plan),
    alarmDescription: `${plan.meaning}. ${plan.action}. ${targets.runbookUrl}#${plan.runbook}`,
    namespace: plan.namespace,
    metricName: plan.metric,
    dimensions: plan.dimensions,
    ...(plan.statistic.startsWith("p") ? { extendedStatistic: plan.statistic } : { statistic: plan.statistic }),
    period: plan.period,
    datapointsToAlarm,
    evaluationPeriods,
    threshold: plan.threshold,
    comparisonOperator: OPERATORS[plan.when],
    treatMissingData: MISSING[plan.silence],
    alarmActions: [topic],
    insufficientDataActions: [topic],
    okActions: [topic],
  }, { parent });
}
