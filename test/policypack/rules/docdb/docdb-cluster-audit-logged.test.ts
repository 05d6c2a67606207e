import { docdbClusterAuditLogged } from "../../../../policypack/rules/docdb/docdb-cluster-audit-logged.ts";
import { testRule } from "../../rule-tester.ts";

testRule(docdbClusterAuditLogged, {
  compliant: [{ props: { enabledCloudwatchLogsExports: ["audit"] } }, { props: { enabledCloudwatchLogsExports: ["profiler", "audit"] } }],
  violating: [
    { why: "no log", props: { enabledCloudwatchLogsExports: undefined }, property: "enabledCloudwatchLogsExports", found: "nothing" },
    { why: "another log", props: { enabledCloudwatchLogsExports: ["profiler"] }, property: "enabledCloudwatchLogsExports", found: "profiler" },
  ],
  unknown: ["enabledCloudwatchLogsExports"],
});
