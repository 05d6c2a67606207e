import { defineRule } from "../../engine/rule.ts";

export const cloudtrailLogFileValidation = defineRule({
  name: "cloudtrail-log-file-validation",
  description: "Trails sign digests of their log files, so that tampering shows.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(ii)", "164.312(b)", "164.312(c)(1)",
    "164.312(c)(2)",
  ],
  controls: ["cloudtrail-log-file-validation"],
  remediation: ["Set enableLogFileValidation: true."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: ({ props }) =>
    props.boolean("enableLogFileValidation") === true ? [] : [{ property: "enableLogFileValidation", found: "false", required: "true" }],
});
