import { defineRule } from "../../engine/rule.ts";

export const codebuildLogsEnabled = defineRule({
  name: "codebuild-logs-enabled",
  description: "CodeBuild keeps the logs of its builds, encrypted.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)"],
  controls: ["codebuild-logging"],
  remediation: ['Leave logsConfig.cloudwatchLogs.status at its default, "ENABLED", or set s3Logs.status: "ENABLED" without encryptionDisabled.'],
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/monitoring-builds.html",
  resources: ["aws:codebuild/project:Project"],
  check: ({ props }) => {
    const logs = props.has("logsConfig") ? props.objects("logsConfig")[0] : undefined;
    const cloudwatch = logs?.has("cloudwatchLogs") === true ? logs.objects("cloudwatchLogs")[0] : undefined;
    const s3 = logs?.has("s3Logs") === true ? logs.objects("s3Logs")[0] : undefined;
    const toS3 = s3?.string("status") === "ENABLED";
    const off = cloudwatch?.string("status") === "DISABLED" && !toS3;
    return [
      ...(off ? [{ property: "logsConfig", found: "no logs", required: 'cloudwatchLogs.status "ENABLED"' }] : []),
      ...(toS3 && s3.boolean("encryptionDisabled") === true ? [{ property: "logsConfig.s3Logs.encryptionDisabled", found: "true", required: "false" }] : []),
    ];
  },
});
