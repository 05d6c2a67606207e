import { defineRule } from "../../engine/rule.ts";
import { SEARCH_DOMAIN_TYPES } from "../../engine/search-domains.ts";

export const opensearchDomainLogsPublished = defineRule({
  name: "opensearch-domain-logs-published",
  description: "Every search domain publishes its application and audit logs to CloudWatch.",
  severity: "medium",
  citations: ["164.308(a)(3)(ii)(A)", "164.312(b)"],
  controls: ["opensearch-logs"],
  remediation: ['Add logPublishingOptions for "ES_APPLICATION_LOGS" and "AUDIT_LOGS" with the ARN of a log group; audit logs need advancedSecurityOptions.enabled: true.'],
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html",
  resources: SEARCH_DOMAIN_TYPES,
  check: ({ props }) => {
    const options = props.has("logPublishingOptions") ? props.objects("logPublishingOptions") : [];
    const published = new Set(options.filter((option) => option.boolean("enabled") !== false).flatMap((option) => option.string("logType") ?? []));
    return ["ES_APPLICATION_LOGS", "AUDIT_LOGS"]
      .filter((log) => !published.has(log))
      .map((log) => ({ property: "logPublishingOptions", found: `no ${log}`, required: `${log}, enabled` }));
  },
});
