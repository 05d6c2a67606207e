import { defineRule } from "../../engine/rule.ts";

export const rdsEnhancedMonitoring = defineRule({
  name: "rds-enhanced-monitoring",
  description: "Database hosts report what happens on them at least once a minute.",
  severity: "low",
  citations: ["164.312(b)"],
  controls: ["rds-enhanced-monitoring"],
  remediation: ["Set monitoringInterval to 60 seconds or less and monitoringRoleArn to a role with AmazonRDSEnhancedMonitoringRole."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  check: ({ props }) => {
    const seconds = props.number("monitoringInterval") ?? 0;
    return seconds > 0 ? [] : [{ property: "monitoringInterval", found: `${String(seconds)} seconds, so off`, required: "1 to 60 seconds" }];
  },
});
