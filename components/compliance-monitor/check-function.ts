import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { Function as LambdaFunction } from "@pulumi/aws/lambda/function.js";
import { Permission } from "@pulumi/aws/lambda/permission.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { attachOwn, ownPolicy } from "../lib/own-policy.ts";
import { policyDocument, serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import type { ComplianceCheck } from "./compliance-monitor.ts";
import { createCheckAlarms } from "./check-alarms.ts";
import { checkQueuePolicy, checkStatements } from "./check-policies.ts";
import { monitorNames } from "./monitor-names.ts";

/** Fourteen days, the longest that a queue keeps a message. */
const LONGEST_KEPT_SECONDS = 1_209_600;

/** The hourly check: function, role, queue of failed runs, schedule and alarms (S4-57 to S4-70). */
export function createCheck(parent: pulumi.Resource, name: string, deployment: Deployment, check: ComplianceCheck): LambdaFunction {
  const names = monitorNames(deployment);
  const schedule = check.schedule ?? "rate(1 hour)";
  const queue = new Queue(`${name}-failed`, {
    name: names.checkQueue, kmsMasterKeyId: check.messagesKeyArn, messageRetentionSeconds: LONGEST_KEPT_SECONDS, tags: classified("operational"),
  }, { parent });
  const queuePolicy = new QueuePolicy(`${name}-failed-policy`, { queueUrl: queue.url, policy: checkQueuePolicy(deployment) }, { parent: queue });
  const logGroup = new LogGroup(`${name}-log`, {
    name: names.checkLogGroup, retentionInDays: check.logRetentionDays ?? 365, kmsKeyId: check.logsKeyArn, tags: classified("operational"),
  }, { parent });
  const fn = createFunction(parent, name, deployment, check, { queue, logGroup, ...createRole(parent, name, deployment, check) });

  const rule = new EventRule(`${name}-schedule`, {
    name: names.checkRule, description: "Starts the compliance check (S4-57)", scheduleExpression: schedule, tags: classified("operational"),
  }, { parent });
  const mayStart = new Permission(`${name}-start`, {
    statementId: "StartedBySchedule", action: "lambda:InvokeFunction", function: fn.name, principal: "events.amazonaws.com", sourceArn: rule.arn,
  }, { parent: fn });
  new EventTarget(`${name}-target`, {
    rule: rule.name, arn: fn.arn, targetId: "compliance-check", deadLetterConfig: { arn: queue.arn }, retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 2 },
  }, { parent: rule, dependsOn: [mayStart, queuePolicy] });
  createCheckAlarms(parent, name, deployment, { topicArn: check.alertTopicArn, functionName: fn.name, queueName: queue.name, schedule });
  return fn;
}

interface CheckRole {
  readonly role: Role;
  readonly permissions: readonly pulumi.Resource[];
}

function createRole(parent: pulumi.Resource, name: string, deployment: Deployment, check: ComplianceCheck): CheckRole {
  const { checkRole } = monitorNames(deployment);
  const role = new Role(`${name}-role`, {
    name: checkRole,
    description: "The compliance check reads settings and publishes results",
    // Lambda sends no source when it takes a role.
    assumeRolePolicy: serviceTrustIfSourceSent("lambda.amazonaws.com", deployment.accountId),
  }, { parent });
  const policy = ownPolicy(`${name}-policy`, {
    deployment, name: checkRole, description: "Reads of S4-65 to S4-68, and results (S4-69)", policy: policyDocument(checkStatements(deployment, check)),
  }, { parent: role });
  return { role, permissions: attachOwn(`${name}-permission`, { deployment, role: role.name, policy }, { parent: role }) };
}

function createFunction(
  parent: pulumi.Resource, name: string, deployment: Deployment, check: ComplianceCheck,
  { queue, logGroup, role, permissions }: CheckRole & { readonly queue: Queue; readonly logGroup: LogGroup },
): LambdaFunction {
  const names = monitorNames(deployment);
  return new LambdaFunction(`${name}-function`, {
    name: names.checkFunction,
    description: "Checks ports, bucket encryption, trails and flow logs (S4-59 to S4-62)",
    runtime: "nodejs24.x",
    architectures: ["arm64"],
    handler: check.handler ?? "index.handler",
    code: check.code,
    role: role.arn,
    timeout: 300,
    memorySize: 256,
    reservedConcurrentExecutions: 1,
    tracingConfig: { mode: "Active" },
    deadLetterConfig: { targetArn: queue.arn },
    loggingConfig: { logFormat: "JSON", applicationLogLevel: "INFO", systemLogLevel: "INFO", logGroup: logGroup.name },
    kmsKeyArn: check.settingsKeyArn,
    environment: {
      variables: {
        ALERT_TOPIC_ARN: arnOf(deployment, "sns", check.alertTopicName), METRIC_NAMESPACE: names.metricNamespace, REGIONS: `${deployment.region},${deployment.recoveryRegion}`,
      },
    },
    tags: classified("operational"),
  }, { parent, dependsOn: [...permissions] });
}
