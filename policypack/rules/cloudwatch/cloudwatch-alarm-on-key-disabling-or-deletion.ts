import { defineStackRule } from "../../engine/rule.ts";
import { unwatched } from "../../engine/security-alarms.ts";

export const cloudwatchAlarmOnKeyDisablingOrDeletion = defineStackRule({
  name: "cloudwatch-alarm-on-key-disabling-or-deletion",
  description: "An alarm tells of keys that are disabled or scheduled for deletion, from a metric filter on the log of the trail.",
  severity: "medium",
  citations: ["164.308(a)(6)(ii)", "164.312(b)"],
  controls: ["cloudwatch-alarm-kms-disable-or-delete"],
  remediation: [
    "Add a LogMetricFilter on the log group of the trail whose pattern compares with each of the values named, and a MetricAlarm with alarmActions on its metric.",
  ],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: (stack) =>
    unwatched(stack, ["DisableKey", "ScheduleKeyDeletion"]),
});
