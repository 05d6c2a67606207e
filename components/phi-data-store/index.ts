export { DatabaseEngine, PostgresVersion } from "../lib/database-engine.ts";
export { replicaNames, type ReplicaNames, storeNames, type StoreNames } from "../lib/store-names.ts";
export { type DatabaseProxy, type DatabaseSettings, PhiDataStore, type PhiDataStoreArgs, type StoreReplication } from "./phi-data-store.ts";
export { RecordsStore, type RecordsStoreArgs } from "./records-store.ts";
