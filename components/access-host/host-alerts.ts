import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { Instance } from "@pulumi/aws/ec2/instance.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { AccessHostArgs } from "./access-host.ts";
import { hostNames } from "./host-names.ts";

/** Tells of every session that is opened in the region, on any instance, and of a host that is out of order. */
export function createAlerts(parent: pulumi.Resource, name: string, { deployment, alertTopicArn }: AccessHostArgs, instance: Instance): void {
  const { host, sessionRule } = hostNames(deployment);
  const rule = new EventRule(`${name}-opened`, {
    name: sessionRule,
    description: "Sessions that somebody opens on an instance",
    eventPattern: JSON.stringify({
      source: ["aws.ssm"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventSource: ["ssm.amazonaws.com"], eventName: ["ResumeSession", "StartSession"] },
    }),
    tags: classified("operational"),
  }, { parent });
  new EventTarget(`${name}-opened-target`, {
    rule: rule.name, arn: alertTopicArn, targetId: "alerts",
    inputTransformer: {
      // No names and no parameters: an alert carries nothing that identifies.
      inputPaths: { call: "$.detail.eventName", time: "$.time", account: "$.account", region: "$.region", id: "$.detail.eventID" },
      inputTemplate: '"Session Manager: <call> in <region> of account <account> at <time>. Who and where: CloudTrail event <id>; what was done: the session\'s recording."',
    },
  }, { parent });
  new MetricAlarm(`${name}-status`, {
    name: `${host}-status`,
    alarmDescription: "The access host fails its status checks, so nobody gets in. Reboot it in EC2; if that does not help, replace it: pulumi up --replace with its URN.",
    namespace: "AWS/EC2",
    metricName: "StatusCheckFailed",
    dimensions: { InstanceId: instance.id },
    statistic: "Maximum",
    period: 60,
    evaluationPeriods: 5,
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "missing",
    alarmActions: [alertTopicArn],
    insufficientDataActions: [alertTopicArn],
    okActions: [alertTopicArn],
    tags: classified("operational"),
  }, { parent });
}
