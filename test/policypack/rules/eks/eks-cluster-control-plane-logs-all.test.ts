import { eksClusterControlPlaneLogsAll } from "../../../../policypack/rules/eks/eks-cluster-control-plane-logs-all.ts";
import { testRule } from "../../rule-tester.ts";

const all = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

testRule(eksClusterControlPlaneLogsAll, {
  compliant: [{ props: { enabledClusterLogTypes: all } }, { props: { enabledClusterLogTypes: all.toReversed() } }],
  violating: [
    { why: "no audit log", props: { enabledClusterLogTypes: all.filter((log) => log !== "audit") }, property: "enabledClusterLogTypes", found: "no audit" },
    { why: "none", props: { enabledClusterLogTypes: undefined }, property: "enabledClusterLogTypes", found: "no api, audit, authenticator, controllerManager, scheduler" },
  ],
  unknown: ["enabledClusterLogTypes"],
});
