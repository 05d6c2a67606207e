import { defineRule } from "../../engine/rule.ts";

export const rdsPerformanceInsightsEncrypted = defineRule({
  name: "rds-performance-insights-encrypted",
  description: "Where Performance Insights keeps statements of the database, a customer-managed key encrypts them.",
  severity: "medium",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["rds-performance-insights-encrypted"],
  remediation: ["Set performanceInsightsKmsKeyId to the ARN of a customer-managed key."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:rds/cluster:Cluster"],
  check: ({ props }) => {
    if (props.boolean("performanceInsightsEnabled") !== true) {
      return { notApplicable: "Performance Insights is off" };
    }
    return props.has("performanceInsightsKmsKeyId")
      ? []
      : [{ property: "performanceInsightsKmsKeyId", found: "nothing, so the AWS-managed key", required: "the ARN of a customer-managed key" }];
  },
});
