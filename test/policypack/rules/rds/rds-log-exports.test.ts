import { rdsLogExports } from "../../../../policypack/rules/rds/rds-log-exports.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsLogExports, {
  compliant: [
    { props: { engine: "postgres", enabledCloudwatchLogsExports: ["postgresql", "upgrade"] } },
    { type: "aws:rds/cluster:Cluster", props: { engine: "aurora-postgresql", enabledCloudwatchLogsExports: ["postgresql"] } },
    { props: { replicateSourceDb: "records", enabledCloudwatchLogsExports: ["postgresql"] } },
    { props: { engine: "custom-engine", enabledCloudwatchLogsExports: ["error"] } },
  ],
  violating: [
    { why: "one log missing", props: { enabledCloudwatchLogsExports: ["postgresql"] }, property: "enabledCloudwatchLogsExports", found: "postgresql" },
    { why: "no log", props: { enabledCloudwatchLogsExports: undefined }, property: "enabledCloudwatchLogsExports", found: "no log" },
    { why: "the logs of another engine", props: { engine: "mysql" }, property: "enabledCloudwatchLogsExports", found: "postgresql, upgrade" },
    { why: "an engine of no known family, no log", props: { engine: "custom", enabledCloudwatchLogsExports: [] }, property: "enabledCloudwatchLogsExports", found: "no log" },
  ],
  unknown: ["engine", "enabledCloudwatchLogsExports"],
});
