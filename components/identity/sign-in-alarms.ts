import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { UserPool } from "@pulumi/aws/cognito/userPool.js";
import type { UserPoolClient } from "@pulumi/aws/cognito/userPoolClient.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";

/** Seconds over which failures are counted. */
const PERIOD = 300;
const NAMESPACE = "AWS/Cognito";

/** Risks that threat protection reports; one high one is worth a look. */
const RISKS = [
  { id: "account-takeover", metric: "AccountTakeoverRisk", text: "Cognito saw a high risk that somebody signs in to another's account, and blocked it. See the user's sign-in history, and sign the user out everywhere if in doubt" },
  { id: "compromised-credentials", metric: "CompromisedCredentialRisk", text: "Somebody used a password known from a breach elsewhere, and was blocked. Have the user choose another one" },
] as const;

/** Alarms on failed sign-ins (S1-47) and on the risks that threat protection sees; never with a user's name. */
export function createAlarms(
  parent: pulumi.Resource, name: string, deployment: Deployment, pool: UserPool, client: UserPoolClient, settings: { readonly failedSignIns: number; readonly alertTopicArn: pulumi.Input<string> },
): void {
  const notify = { alarmActions: [settings.alertTopicArn], insufficientDataActions: [settings.alertTopicArn], treatMissingData: "notBreaching", evaluationPeriods: 1, comparisonOperator: "GreaterThanOrEqualToThreshold" };
  const attempts = { namespace: NAMESPACE, metricName: "SignInSuccesses", period: PERIOD, dimensions: { UserPool: pool.id, UserPoolClient: client.id } };
  new MetricAlarm(`${name}-failed-sign-ins`, {
    name: `${deployment.prefix}-failed-sign-ins`,
    alarmDescription: `${String(settings.failedSignIns)} or more sign-ins to the records application failed within 5 minutes (S1-47). See the sign-in log for addresses and block them in the web ACL if they guess passwords`,
    // The metric is 1 for each success and 0 for each failure, so failures are samples less sum.
    metricQueries: [
      { id: "attempts", metric: { ...attempts, stat: "SampleCount" }, returnData: false },
      { id: "successes", metric: { ...attempts, stat: "Sum" }, returnData: false },
      { id: "failures", expression: "attempts - successes", label: "Failed sign-ins", returnData: true },
    ],
    threshold: settings.failedSignIns,
    ...notify,
  }, { parent });
  for (const { id, metric, text } of RISKS) {
    new MetricAlarm(`${name}-${id}`, {
      name: `${deployment.prefix}-${id}`,
      alarmDescription: text,
      namespace: NAMESPACE,
      metricName: metric,
      dimensions: { UserPoolId: pool.id, Operation: "SignIn", RiskLevel: "high" },
      statistic: "Sum",
      period: PERIOD,
      threshold: 1,
      ...notify,
    }, { parent });
  }
}
