import { isPublic } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const cloudwatchLogResourcePolicyNotPublic = defineRule({
  name: "cloudwatch-log-resource-policy-not-public",
  description: "A resource policy of CloudWatch Logs grants nothing to anyone.",
  severity: "high",
  controls: ["cloudwatch-log-group-not-public"],
  citations: ["164.312(a)(1)", "164.312(b)"],
  remediation: ["Name the service or account in Principal, and hold it with aws:SourceAccount or aws:SourceArn."],
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html",
  resources: ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"],
  check: ({ props }) =>
    judgeStatements(props, "policyDocument", (statement, path) =>
      isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named services or accounts" }] : [],
    ),
});
