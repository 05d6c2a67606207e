import { cloudtrailCloudwatchLogs } from "../../../../policypack/rules/cloudtrail/cloudtrail-cloudwatch-logs.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudtrailCloudwatchLogs, {
  compliant: [
    {
      props: {
        cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:audit:*",
        cloudWatchLogsRoleArn: "arn:aws:iam::123456789012:role/audit",
      },
    },
  ],
  violating: [
    { why: "no log group", props: { cloudWatchLogsGroupArn: undefined }, property: "cloudWatchLogsGroupArn", found: "nothing" },
    { why: "no role", props: { cloudWatchLogsRoleArn: undefined }, property: "cloudWatchLogsRoleArn", found: "nothing" },
  ],
  unknown: [],
  presence: ["cloudWatchLogsGroupArn", "cloudWatchLogsRoleArn"],
});
