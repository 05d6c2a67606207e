import { opensearchDomainLogsPublished } from "../../../../policypack/rules/opensearch/opensearch-domain-logs-published.ts";
import { testRule } from "../../rule-tester.ts";

testRule(opensearchDomainLogsPublished, {
  compliant: [
    {
      props: {
        logPublishingOptions: [
          { logType: "ES_APPLICATION_LOGS", cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:search" },
          { logType: "AUDIT_LOGS", cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:search", enabled: true },
        ],
      },
    },
    { type: "aws:elasticsearch/domain:Domain", props: { logPublishingOptions: [{ logType: "AUDIT_LOGS" }, { logType: "ES_APPLICATION_LOGS" }] } },
  ],
  violating: [
    { why: "no logs", props: { logPublishingOptions: undefined }, property: "logPublishingOptions", found: "no ES_APPLICATION_LOGS" },
    { why: "slow logs only", props: { logPublishingOptions: [{ logType: "INDEX_SLOW_LOGS" }] }, property: "logPublishingOptions", found: "no AUDIT_LOGS" },
    {
      why: "audit logs switched off",
      props: { logPublishingOptions: [{ logType: "ES_APPLICATION_LOGS" }, { logType: "AUDIT_LOGS", enabled: false }] },
      property: "logPublishingOptions",
      found: "no AUDIT_LOGS",
    },
  ],
  unknown: ["logPublishingOptions", "logPublishingOptions[1].logType", "logPublishingOptions[1].enabled"],
  presence: ["logPublishingOptions[0].cloudwatchLogGroupArn"],
});
