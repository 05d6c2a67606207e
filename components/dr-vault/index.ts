export { DrVault } from "./dr-vault.ts";
export type { AirGappedVault, DrVaultArgs, RestoreTestSettings, VaultLock } from "./dr-vault-args.ts";
export { BACKUP_EVERY_HOURS, vaultProblems, type VaultRequest } from "./vault-problems.ts";
