export { DatabaseEngine, PostgresVersion } from "../lib/database-engine.ts";
export { replicaNames, type ReplicaNames, storeNames, type StoreNames } from "../lib/store-names.ts";
export { PhiDataStore, type PhiDataStoreArgs } from "./phi-data-store.ts";
export type { DatabaseProxy, DatabaseSettings, StoreReplication } from "./store-settings.ts";
export { RecordsStore, type RecordsStoreArgs } from "./records-store.ts";
