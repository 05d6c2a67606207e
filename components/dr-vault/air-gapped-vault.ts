import { LogicallyAirGappedVault } from "@pulumi/aws/backup/logicallyAirGappedVault.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { DrVaultArgs } from "./dr-vault-args.ts";
import { vaultNames } from "./vault-names.ts";

/** Least retention of an air-gapped vault, in days; AWS takes no less. */
export const AIR_GAPPED_LEAST = 7;

/** The air-gapped vault. AWS's own key stays: whoever holds this account could delete any other. */
export function createAirGappedVault(parent: pulumi.Resource, name: string, { deployment, vaultLock }: DrVaultArgs): LogicallyAirGappedVault {
  const { airGappedVault } = vaultNames(deployment);
  return new LogicallyAirGappedVault(`${name}-air-gapped-vault`, {
    name: airGappedVault, minRetentionDays: AIR_GAPPED_LEAST, maxRetentionDays: vaultLock.maximumDays, tags: classified("phi", { Name: airGappedVault }),
  }, { parent, protect: true, retainOnDelete: true });
}
