import { defineStackRule } from "../../engine/rule.ts";
import { unwatched } from "../../engine/security-alarms.ts";

export const cloudwatchAlarmOnConsoleLoginFailures = defineStackRule({
  name: "cloudwatch-alarm-on-console-login-failures",
  description: "An alarm tells of failed logins to the console, from a metric filter on the log of the trail.",
  severity: "medium",
  citations: ["164.308(a)(5)(ii)(C)", "164.308(a)(6)(i)", "164.308(a)(6)(ii)"],
  controls: ["cloudwatch-alarm-auth-failures"],
  remediation: [
    "Add a LogMetricFilter on the log group of the trail whose pattern compares with each of the values named, and a MetricAlarm with alarmActions on its metric.",
  ],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: (stack) =>
    unwatched(stack, ["ConsoleLogin", "Failed authentication"]),
});
