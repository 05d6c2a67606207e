import { DatabaseEngine, type DatabaseSettings } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";

/** Whether the database is a cluster of Aurora, whose storage grows by itself. */
export function isAurora({ database: { engine } }: PlatformConfig): boolean {
  return engine === DatabaseEngine.AuroraPostgres;
}

/** The database that the configuration asks for. */
export function databaseRequest(config: PlatformConfig): DatabaseSettings {
  const { engine, instanceClass, storageGiB, maximumStorageGiB } = config.database;
  return isAurora(config) ? { engine, instanceClass } : { engine, instanceClass, storageGiB, maximumStorageGiB };
}
