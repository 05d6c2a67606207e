import { defineStackRule } from "../../engine/rule.ts";
import { unwatched } from "../../engine/security-alarms.ts";

export const cloudwatchAlarmOnVpcChanges = defineStackRule({
  name: "cloudwatch-alarm-on-vpc-changes",
  description: "An alarm tells of changes to VPCs and their peerings, from a metric filter on the log of the trail.",
  severity: "medium",
  citations: ["164.308(a)(6)(i)"],
  controls: ["cloudwatch-alarm-vpc-changes"],
  remediation: [
    "Add a LogMetricFilter on the log group of the trail whose pattern compares with each of the values named, and a MetricAlarm with alarmActions on its metric.",
  ],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: (stack) =>
    unwatched(stack, [
        "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection",
        "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection",
      ]),
});
