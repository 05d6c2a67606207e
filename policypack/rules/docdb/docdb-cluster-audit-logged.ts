import { defineRule } from "../../engine/rule.ts";

export const docdbClusterAuditLogged = defineRule({
  name: "docdb-cluster-audit-logged",
  description: "DocumentDB clusters send their audit log to CloudWatch.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: [],
  remediation: ['List "audit" in enabledCloudwatchLogsExports, and set the parameter audit_logs to "all" in the cluster parameter group.'],
  url: "https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html",
  resources: ["aws:docdb/cluster:Cluster"],
  check: ({ props }) => {
    const exported = props.strings("enabledCloudwatchLogsExports");
    return exported.includes("audit") ? [] : [{ property: "enabledCloudwatchLogsExports", found: exported.join(", ") || "nothing", required: '"audit"' }];
  },
});
