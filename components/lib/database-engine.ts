/** Database engines; a database's group opens the port of the one engine in use, and no other (S4-21, X-06). */
export const DatabaseEngine = {
  Postgres: "postgres",
  Mysql: "mysql",
  AuroraPostgres: "aurora-postgresql",
} as const;
export type DatabaseEngine = (typeof DatabaseEngine)[keyof typeof DatabaseEngine];

/** Major versions of PostgreSQL, on RDS and on Aurora, with a parameter group family; RDS keeps the minor version current. */
export const PostgresVersion = { V16: "16", V17: "17" } as const;
export type PostgresVersion = (typeof PostgresVersion)[keyof typeof PostgresVersion];

/** The one long-term release series of RDS for MySQL in standard support; RDS keeps the minor version current. */
const MYSQL_VERSION = "8.4";

/** What differs between the engines. */
interface EngineFacts {
  /** What clients speak. */
  readonly dialect: "postgres" | "mysql";
  /** A cluster of instances over one storage that grows by itself, in place of an instance with storage of its own. */
  readonly cluster: boolean;
  readonly port: number;
  /** Logs that go to CloudWatch. */
  readonly logs: readonly string[];
  /** Family of an RDS proxy. */
  readonly proxyFamily: "POSTGRESQL" | "MYSQL";
  /** AWS's published function that rotates the password of one user. */
  readonly rotation: string;
  /** Metric of what the database keeps for a replica that does not fetch it, in bytes; Aurora's storage replicates itself. */
  readonly keptForReplica: string | undefined;
}

export const ENGINE_FACTS: Readonly<Record<DatabaseEngine, EngineFacts>> = {
  postgres: {
    dialect: "postgres", cluster: false, port: 5432, logs: ["postgresql", "upgrade"],
    proxyFamily: "POSTGRESQL", rotation: "SecretsManagerRDSPostgreSQLRotationSingleUser", keptForReplica: "OldestReplicationSlotLag",
  },
  mysql: {
    dialect: "mysql", cluster: false, port: 3306, logs: ["audit", "error", "general", "slowquery"],
    proxyFamily: "MYSQL", rotation: "SecretsManagerRDSMySQLRotationSingleUser", keptForReplica: "BinLogDiskUsage",
  },
  // Failed IAM logins have a log of their own.
  "aurora-postgresql": {
    dialect: "postgres", cluster: true, port: 5432, logs: ["iam-db-auth-error", "postgresql"],
    proxyFamily: "POSTGRESQL", rotation: "SecretsManagerRDSPostgreSQLRotationSingleUser", keptForReplica: undefined,
  },
};

/** Engine, version and port as a person may leave them out. */
export interface EngineChoice {
  readonly engine?: DatabaseEngine;
  readonly postgresVersion?: PostgresVersion;
  readonly port?: number;
}

/** The same with everything filled in. */
export interface ChosenEngine extends EngineFacts {
  readonly engine: DatabaseEngine;
  readonly version: string;
  /** Parameter group family, such as `postgres17`. */
  readonly family: string;
}

/** Fills in engine, version and port. */
export function chosenEngine(choice: EngineChoice): ChosenEngine {
  const engine = choice.engine ?? DatabaseEngine.Postgres;
  const version = engine === DatabaseEngine.Mysql ? MYSQL_VERSION : (choice.postgresVersion ?? PostgresVersion.V17);
  const facts = ENGINE_FACTS[engine];
  return { ...facts, engine, version, family: `${engine}${version}`, port: choice.port ?? facts.port };
}
