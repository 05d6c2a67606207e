import type { Reader } from "../../engine/reader.ts";
import { defineStackRule } from "../../engine/rule.ts";

/** For each kind of database, the property that names its parameter group, and the group's type. */
const GROUPS: Readonly<Record<string, readonly [property: string, type: string]>> = {
  "aws:rds/instance:Instance": ["parameterGroupName", "aws:rds/parameterGroup:ParameterGroup"],
  "aws:rds/cluster:Cluster": ["dbClusterParameterGroupName", "aws:rds/clusterParameterGroup:ClusterParameterGroup"],
};

/** The parameter of the engine's family, or its default: on since PostgreSQL 15 (RDS) and 17 (Aurora). */
function forcesTls(group: Reader): boolean {
  const given = group.objects("parameters").find((parameter) => ["rds.force_ssl", "require_secure_transport"].includes(parameter.string("name") ?? ""));
  const [, aurora, major] = /^(aurora-)?postgres(?:ql)?(\d+)/u.exec(group.string("family") ?? "") ?? [];
  const byDefault = major !== undefined && Number(major) >= (aurora === undefined ? 15 : 17);
  return given === undefined ? byDefault : ["1", "ON", "on"].includes(given.string("value") ?? "");
}

export const rdsForceTls = defineStackRule({
  name: "rds-force-tls",
  description: "Databases refuse connections without TLS.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: ["rds-force-tls"],
  remediation: [
    'Give the database a parameter group of the stack with rds.force_ssl "1" (PostgreSQL, SQL Server) or require_secure_transport "1" (MySQL, MariaDB).',
  ],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
  resources: Object.keys(GROUPS),
  check: (stack) =>
    stack.ofType(...Object.keys(GROUPS)).flatMap((database) => {
      const { props, urn } = database;
      const [property = "", groupType = ""] = GROUPS[database.type] ?? [];
      if (/^(?:custom-|oracle|db2)/u.test(props.isKnown("engine") ? (props.string("engine") ?? "") : "")) {
        return [];
      }
      const groups = stack.namedBy(database, property, groupType);
      if (groups.length === 0) {
        return [{ urn, property, found: "no parameter group of the stack", required: "one that forces TLS" }];
      }
      const required = 'rds.force_ssl or require_secure_transport "1"';
      const open = groups.filter((group) => !forcesTls(group.props));
      return open.map((group) => ({ urn: group.urn, property: "parameters", found: "connections without TLS are let in", required }));
    }),
});
