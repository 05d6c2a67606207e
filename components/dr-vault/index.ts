export { type AirGappedVault, DrVault, type DrVaultArgs, type RestoreTestSettings, type VaultLock } from "./dr-vault.ts";
