import type { input } from "@pulumi/aws/types/index.js";
import { type DatabaseEngine, ENGINE_FACTS } from "./database-engine.ts";

/** Parameters that RDS applies at the next restart only. */
const STATIC = new Set(["shared_preload_libraries", "rds.restrict_password_commands", "tls_version"]);

const POSTGRES: Readonly<Record<string, string>> = {
  // TLS for every connection, 1.2 at least (S1-24).
  "rds.force_ssl": "1",
  ssl_min_protocol_version: "TLSv1.2",
  // Who did what (164.312(b)): sessions, and every statement by class. Values of parameters stay out.
  shared_preload_libraries: "pg_stat_statements,pgaudit",
  "pgaudit.log": "ddl,read,role,write",
  "pgaudit.log_catalog": "0",
  "pgaudit.log_parameter": "0",
  log_connections: "1",
  log_disconnections: "1",
  // Passwords: SCRAM only, set by the platform only.
  password_encryption: "scram-sha-256",
  "rds.accepted_password_auth_method": "scram",
  "rds.restrict_password_commands": "1",
};

const MYSQL: Readonly<Record<string, string>> = {
  // TLS for every connection, 1.2 at least (S1-24).
  require_secure_transport: "1",
  tls_version: "TLSv1.2,TLSv1.3",
  // Logs go to files, which RDS sends to CloudWatch; tables would stay on the database.
  log_output: "FILE",
  slow_query_log: "1",
  // The general log would hold every value in the clear; the audit plugin says who did what.
  general_log: "0",
  // Clients cannot make the server read their files, nor its own.
  local_infile: "0",
};

const PARAMETERS = { postgres: POSTGRES, mysql: MYSQL } as const;

/** Parameters of a database: TLS forced, sessions and statements audited, strong passwords. */
export function databaseParameters(engine: DatabaseEngine): input.rds.ParameterGroupParameter[] {
  return Object.entries(PARAMETERS[ENGINE_FACTS[engine].dialect]).map(([name, value]) => ({ name, value, applyMethod: STATIC.has(name) ? "pending-reboot" : "immediate" }));
}

/** MySQL audits by a plugin of its option group (164.312(b)); PostgreSQL by parameters. */
export function databaseOptions(engine: DatabaseEngine): input.rds.OptionGroupOption[] {
  return ENGINE_FACTS[engine].dialect === "postgres" ? [] : [{
    optionName: "MARIADB_AUDIT_PLUGIN",
    optionSettings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT,QUERY_DCL,QUERY_DDL,QUERY_DML" }],
  }];
}
