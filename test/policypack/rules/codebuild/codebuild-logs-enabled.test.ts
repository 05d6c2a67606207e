import { codebuildLogsEnabled } from "../../../../policypack/rules/codebuild/codebuild-logs-enabled.ts";
import { testRule } from "../../rule-tester.ts";

testRule(codebuildLogsEnabled, {
  compliant: [
    { props: { logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: "builds" }, s3Logs: { status: "ENABLED", location: "logs/builds", encryptionDisabled: false } } } },
    { props: {} },
    { props: { logsConfig: { cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "ENABLED", location: "logs/builds" } } } },
  ],
  violating: [
    { why: "none", props: { logsConfig: { cloudwatchLogs: { status: "DISABLED" } } }, property: "logsConfig", found: "no logs" },
    { why: "both switched off", props: { logsConfig: { cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "DISABLED" } } }, property: "logsConfig", found: "no logs" },
    {
      why: "in plain text",
      props: { logsConfig: { s3Logs: { status: "ENABLED", location: "logs/builds", encryptionDisabled: true } } },
      property: "logsConfig.s3Logs.encryptionDisabled",
      found: "true",
    },
  ],
  unknown: ["logsConfig", "logsConfig.cloudwatchLogs.status", "logsConfig.s3Logs.status", "logsConfig.s3Logs.encryptionDisabled"],
  presence: ["logsConfig.cloudwatchLogs.groupName"],
});
