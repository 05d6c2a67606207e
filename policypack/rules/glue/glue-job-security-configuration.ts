import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const glueJobSecurityConfiguration = defineRule({
  name: "glue-job-security-configuration",
  description: "Glue jobs, crawlers and development endpoints run under a security configuration, so that what they write is encrypted.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["glue-encrypted"],
  remediation: ["Set securityConfiguration to the name of an aws.glue.SecurityConfiguration."],
  url: "https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html",
  resources: ["aws:glue/job:Job", "aws:glue/crawler:Crawler", "aws:glue/devEndpoint:DevEndpoint"],
  check: ({ props }) => judgePresence(props, "securityConfiguration", "the name of a security configuration"),
});
