export { PostgresVersion } from "./database-parameters.ts";
export { type DatabaseSettings, PhiDataStore, type PhiDataStoreArgs } from "./phi-data-store.ts";
export { storeNames, type StoreNames } from "./store-names.ts";
