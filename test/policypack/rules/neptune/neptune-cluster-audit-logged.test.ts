import { neptuneClusterAuditLogged } from "../../../../policypack/rules/neptune/neptune-cluster-audit-logged.ts";
import { testRule } from "../../rule-tester.ts";

testRule(neptuneClusterAuditLogged, {
  compliant: [{ props: { enableCloudwatchLogsExports: ["audit"] } }, { props: { enableCloudwatchLogsExports: ["slowquery", "audit"] } }],
  violating: [
    { why: "no log", props: { enableCloudwatchLogsExports: undefined }, property: "enableCloudwatchLogsExports", found: "nothing" },
    { why: "another log", props: { enableCloudwatchLogsExports: ["slowquery"] }, property: "enableCloudwatchLogsExports", found: "slowquery" },
  ],
  unknown: ["enableCloudwatchLogsExports"],
});
