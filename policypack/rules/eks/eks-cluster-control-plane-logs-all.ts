import { defineRule } from "../../engine/rule.ts";

const LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

export const eksClusterControlPlaneLogsAll = defineRule({
  name: "eks-cluster-control-plane-logs-all",
  description: "The cluster sends all five control-plane logs to CloudWatch.",
  severity: "high",
  controls: ["eks-control-plane-logs"],
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  remediation: ['Set enabledClusterLogTypes to ["api", "audit", "authenticator", "controllerManager", "scheduler"].'],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
  resources: ["aws:eks/cluster:Cluster"],
  check: ({ props }) => {
    const enabled = new Set(props.strings("enabledClusterLogTypes"));
    const missing = LOGS.filter((log) => !enabled.has(log));
    return missing.length === 0 ? [] : [{ property: "enabledClusterLogTypes", found: `no ${missing.join(", ")}`, required: LOGS.join(", ") }];
  },
});
