import { DatabaseEngine, type DatabaseSettings, SERVERLESS_CLASS } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";

/** Whether the database is a cluster of Aurora, whose storage grows by itself. */
export function isAurora({ database: { engine } }: PlatformConfig): boolean {
  return engine === DatabaseEngine.AuroraPostgres;
}

/** The database that the configuration asks for. */
export function databaseRequest(config: PlatformConfig): DatabaseSettings {
  const { proxy: _proxy, storageGiB, maximumStorageGiB, ...settings } = config.database;
  return isAurora(config) ? settings : { ...settings, storageGiB, maximumStorageGiB };
}

/** Its replica in the recovery region. A secondary of Aurora grows with its load, once it is promoted, whatever the primary is. */
export function replicaRequest(config: PlatformConfig): DatabaseSettings {
  const { capacity: _capacity, ...settings } = databaseRequest(config);
  return isAurora(config) ? { ...settings, instanceClass: SERVERLESS_CLASS } : settings;
}
