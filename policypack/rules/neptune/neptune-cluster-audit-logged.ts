import { defineRule } from "../../engine/rule.ts";

export const neptuneClusterAuditLogged = defineRule({
  name: "neptune-cluster-audit-logged",
  description: "Neptune clusters send their audit log to CloudWatch.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: [],
  remediation: ['List "audit" in enableCloudwatchLogsExports, and set the parameter neptune_enable_audit_log to "1" in the cluster parameter group.'],
  url: "https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html",
  resources: ["aws:neptune/cluster:Cluster"],
  check: ({ props }) => {
    const exported = props.strings("enableCloudwatchLogsExports");
    return exported.includes("audit") ? [] : [{ property: "enableCloudwatchLogsExports", found: exported.join(", ") || "nothing", required: '"audit"' }];
  },
});
