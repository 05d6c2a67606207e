import { defineRule } from "../../engine/rule.ts";

/** What each family of engines writes; the first prefix that fits counts. */
const LOGS: readonly (readonly [string, readonly string[]])[] = [
  ["aurora-postgresql", ["postgresql"]],
  ["postgres", ["postgresql", "upgrade"]],
  ["aurora", ["audit", "error", "general", "slowquery"]],
  ["mysql", ["audit", "error", "general", "slowquery"]],
  ["mariadb", ["audit", "error", "general", "slowquery"]],
  ["oracle", ["alert", "audit", "listener", "trace"]],
  ["sqlserver", ["agent", "error"]],
  ["db2", ["diag.log", "notify.log"]],
];

export const rdsLogExports = defineRule({
  name: "rds-log-exports",
  description: "Databases send every kind of log that their engine writes to CloudWatch.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(4)(ii)(A)", "164.308(a)(5)(ii)(C)", "164.312(b)"],
  controls: ["rds-log-exports"],
  remediation: ['List the logs of the engine in enabledCloudwatchLogsExports, such as ["postgresql", "upgrade"] for PostgreSQL.'],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  check: ({ props }) => {
    const exported = props.strings("enabledCloudwatchLogsExports");
    const engine = props.has("replicateSourceDb") ? "" : (props.string("engine") ?? "");
    const wanted = LOGS.find(([prefix]) => engine.startsWith(prefix))?.[1];
    const missing = wanted?.filter((log) => !exported.includes(log)) ?? [];
    const found = exported.length === 0 ? "no log" : exported.join(", ");
    if (missing.length > 0) {
      return [{ property: "enabledCloudwatchLogsExports", found, required: `also ${missing.join(", ")}` }];
    }
    return exported.length === 0 ? [{ property: "enabledCloudwatchLogsExports", found, required: "the logs of the engine" }] : [];
  },
});
