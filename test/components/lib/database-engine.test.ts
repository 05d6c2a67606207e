import { describe, expect, test } from "vitest";
import { chosenEngine, DatabaseEngine, ENGINE_FACTS, PostgresVersion } from "../../../components/lib/database-engine.ts";
import { databaseOptions, databaseParameters } from "../../../components/lib/database-parameters.ts";
import { engineProblems } from "../../../components/lib/database-problems.ts";

describe("the engine of a database", () => {
  test.each([
    ["nothing chosen", {}, { engine: "postgres", version: "17", family: "postgres17", port: 5432 }],
    ["an older PostgreSQL", { postgresVersion: PostgresVersion.V16 }, { engine: "postgres", version: "16", family: "postgres16", port: 5432 }],
    ["MySQL", { engine: DatabaseEngine.Mysql }, { engine: "mysql", version: "8.4", family: "mysql8.4", port: 3306 }],
    ["Aurora PostgreSQL", { engine: DatabaseEngine.AuroraPostgres }, { engine: "aurora-postgresql", version: "17", family: "aurora-postgresql17", port: 5432 }],
    ["an older Aurora PostgreSQL", { engine: DatabaseEngine.AuroraPostgres, postgresVersion: PostgresVersion.V16 }, { version: "16", family: "aurora-postgresql16" }],
    ["a port", { engine: DatabaseEngine.Mysql, port: 3307 }, { engine: "mysql", version: "8.4", family: "mysql8.4", port: 3307 }],
  ])("is filled in: %s", (_what, choice, chosen) => {
    expect(chosenEngine(choice)).toMatchObject(chosen);
    expect(engineProblems("database", choice)).toEqual([]);
  });

  test.each(Object.values(DatabaseEngine))("%s forces TLS and audits", (engine) => {
    const names = databaseParameters(engine).map(({ name }) => name);
    expect(names).toContain(ENGINE_FACTS[engine].dialect === "postgres" ? "rds.force_ssl" : "require_secure_transport");
    expect(names.includes("pgaudit.log") || databaseOptions(engine).some(({ optionName }) => optionName === "MARIADB_AUDIT_PLUGIN")).toBe(true);
  });

  test.each(Object.values(DatabaseEngine))("%s logs no value that a statement carries beside its text", (engine) => {
    expect(databaseParameters(engine)).toContainEqual(ENGINE_FACTS[engine].dialect === "postgres"
      ? { name: "pgaudit.log_parameter", value: "0", applyMethod: "immediate" } : { name: "general_log", value: "0", applyMethod: "immediate" });
  });
});
