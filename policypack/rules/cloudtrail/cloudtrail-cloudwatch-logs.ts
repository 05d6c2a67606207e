import { defineRule } from "../../engine/rule.ts";

export const cloudtrailCloudwatchLogs = defineRule({
  name: "cloudtrail-cloudwatch-logs",
  description: "Trails deliver to a CloudWatch log group, where metric filters see the events within minutes.",
  severity: "medium",
  citations: [
    "164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(ii)", "164.312(b)", "164.312(e)(2)(i)",
  ],
  controls: ["cloudtrail-cloudwatch-logs"],
  remediation: ["Set cloudWatchLogsGroupArn to the ARN of a log group (ending in :*) and cloudWatchLogsRoleArn to a role that may write to it."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: ({ props }) =>
    ["cloudWatchLogsGroupArn", "cloudWatchLogsRoleArn"].flatMap((name) => (props.has(name) ? [] : [{ property: name, found: "nothing", required: "an ARN" }])),
});
