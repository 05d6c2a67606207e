import { judgeSwitch, judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

const OPTION = "configuration.resultConfiguration.encryptionConfiguration.encryptionOption";

export const athenaWorkgroupEncryptedAndEnforced = defineRule({
  name: "athena-workgroup-encrypted-and-enforced",
  description: "Athena workgroups encrypt query results, and queries cannot choose otherwise.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["athena-workgroup-encrypted"],
  remediation: ['Set configuration.resultConfiguration.encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn }.', "Leave enforceWorkgroupConfiguration at its default, true."],
  url: "https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html",
  resources: ["aws:athena/workgroup:Workgroup"],
  check: ({ props }) => {
    const configuration = props.has("configuration") ? props.objects("configuration")[0] : undefined;
    const managed = configuration?.has("managedQueryResultsConfiguration") === true ? configuration.objects("managedQueryResultsConfiguration")[0] : undefined;
    return [
      ...judgeSwitch(props, "configuration.enforceWorkgroupConfiguration", { required: true, absent: true }),
      // Athena always encrypts the results that it keeps itself.
      ...(managed?.boolean("enabled") === true ? [] : judgeText(props, OPTION, { allowed: ["SSE_KMS", "CSE_KMS", "SSE_S3"] })),
    ];
  },
});
