import type { input } from "@pulumi/aws/types/index.js";

/** Major versions with a parameter group family below; RDS keeps the minor version current. */
export const PostgresVersion = { V16: "16", V17: "17" } as const;
export type PostgresVersion = (typeof PostgresVersion)[keyof typeof PostgresVersion];

/** Logs of RDS for PostgreSQL that go to CloudWatch. */
export const DATABASE_LOGS = ["postgresql", "upgrade"] as const;

/** Parameters that RDS applies at the next restart only. */
const STATIC = new Set(["shared_preload_libraries", "rds.restrict_password_commands"]);

const PARAMETERS: Readonly<Record<string, string>> = {
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

/** Parameters of the database: TLS forced, sessions and statements audited, SCRAM passwords. */
export function databaseParameters(): input.rds.ParameterGroupParameter[] {
  return Object.entries(PARAMETERS).map(([name, value]) => ({ name, value, applyMethod: STATIC.has(name) ? "pending-reboot" : "immediate" }));
}

/** Parameter group family of a major version. */
export function parameterFamily(version: PostgresVersion): string {
  return `postgres${version}`;
}
