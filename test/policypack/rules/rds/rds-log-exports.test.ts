import { rdsLogExports } from "../../../../policypack/rules/rds/rds-log-exports.ts";
import { testRule } from "../../rule-tester.ts";

/** What each engine writes. */
const LOGS: Readonly<Record<string, readonly string[]>> = {
  "aurora-postgresql": ["postgresql"],
  "aurora-mysql": ["audit", "error", "general", "slowquery"],
  mysql: ["audit", "error", "general", "slowquery"],
  mariadb: ["audit", "error", "general", "slowquery"],
  "oracle-ee": ["alert", "audit", "listener", "trace"],
  "sqlserver-se": ["agent", "error"],
  "db2-se": ["diag.log", "notify.log"],
};

testRule(rdsLogExports, {
  compliant: [
    { props: { engine: "postgres", enabledCloudwatchLogsExports: ["postgresql", "upgrade"] } },
    { type: "aws:rds/cluster:Cluster", props: { engine: "aurora-postgresql", enabledCloudwatchLogsExports: ["postgresql"] } },
    { props: { replicateSourceDb: "records", enabledCloudwatchLogsExports: ["postgresql"] } },
    { props: { engine: "custom-engine", enabledCloudwatchLogsExports: ["error"] } },
    { props: { engine: "custom-for-mysql", enabledCloudwatchLogsExports: ["error"] } },
    ...Object.entries(LOGS).map(([engine, logs]) => ({ props: { engine, enabledCloudwatchLogsExports: [...logs] } })),
  ],
  violating: [
    { why: "one log missing", props: { enabledCloudwatchLogsExports: ["postgresql"] }, property: "enabledCloudwatchLogsExports", found: "postgresql" },
    { why: "no log", props: { enabledCloudwatchLogsExports: undefined }, property: "enabledCloudwatchLogsExports", found: "no log" },
    { why: "the logs of another engine", props: { engine: "mysql" }, property: "enabledCloudwatchLogsExports", found: "postgresql, upgrade" },
    { why: "an engine of no known family, no log", props: { engine: "custom", enabledCloudwatchLogsExports: [] }, property: "enabledCloudwatchLogsExports", found: "no log" },
    ...Object.entries(LOGS).flatMap(([engine, logs]) => logs.map((log) => ({
      why: `${engine} without ${log}`,
      props: { engine, enabledCloudwatchLogsExports: ["other", ...logs.filter((other) => other !== log)] },
      property: "enabledCloudwatchLogsExports",
      found: ["other", ...logs.filter((other) => other !== log)].join(", "),
    }))),
  ],
  unknown: ["engine", "enabledCloudwatchLogsExports"],
});
