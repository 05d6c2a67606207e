import { defineRule } from "../../engine/rule.ts";

export const cloudwatchAlarmHasAction = defineRule({
  name: "cloudwatch-alarm-has-action",
  description: "An alarm that fires tells somebody.",
  severity: "medium",
  citations: ["164.308(a)(6)(i)", "164.312(b)"],
  controls: ["cloudwatch-alarm-action"],
  remediation: [
    "Give alarmActions an SNS topic, and remove actionsEnabled: false.",
    "Set treatMissingData where missing data is itself bad news, or name insufficientDataActions.",
  ],
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
  resources: ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  check: ({ props }) => {
    const silent = props.has("alarmActions") ? props.isEmpty("alarmActions") : true;
    return [
      ...(silent ? [{ property: "alarmActions", found: "nothing", required: "the ARN of a topic" }] : []),
      ...(props.boolean("actionsEnabled") === false ? [{ property: "actionsEnabled", found: "false", required: "true" }] : []),
    ];
  },
});
