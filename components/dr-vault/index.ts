export { type AirGappedVault, DrVault, type DrVaultArgs, type RestoreTestSettings, type VaultLock } from "./dr-vault.ts";
export { BACKUP_EVERY_HOURS } from "./vault-problems.ts";
