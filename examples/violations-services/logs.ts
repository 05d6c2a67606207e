import { LogResourcePolicy } from "@pulumi/aws/cloudwatch/logResourcePolicy.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { openTo } from "./account.ts";

/** Logs and alarms. */
export function makeLogs(): void {
  // An alarm that nobody hears, and logs into which anybody may write.
  new MetricAlarm("errors", { name: "clinic-errors", namespace: "Clinic", metricName: "Errors", statistic: "Sum", period: 300, evaluationPeriods: 1, threshold: 1, comparisonOperator: "GreaterThanOrEqualToThreshold" });
  new LogResourcePolicy("anybody-writes", { policyName: "clinic-anybody-writes", policyDocument: openTo("logs:PutLogEvents", "*") });
}
