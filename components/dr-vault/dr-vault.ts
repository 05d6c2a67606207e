import * as pulumi from "@pulumi/pulumi";
import type { DrVaultArgs } from "./dr-vault-args.ts";
import { refuseProblems } from "../lib/problems.ts";
import { createAirGappedVault } from "./air-gapped-vault.ts";
import { createPlans } from "./backup-plan.ts";
import { attainedRpoMinutes } from "./backup-rules.ts";
import { createRestoreTesting } from "./restore-testing.ts";
import { createVaultAlarms } from "./vault-alarms.ts";
import { vaultNames } from "./vault-names.ts";
import { backupSettings, vaultProblems } from "./vault-problems.ts";
import { type LockedVault, lockedVault } from "./vaults.ts";

/**
 * Backups that nobody can delete, in two regions, and restored every month.
 *
 * Guarantees: what carries the deployment's backup tag is backed up by a plan of its class: patients'
 * data continuously (35 days) and monthly, evidence daily and monthly, the rest daily; all of it is
 * copied to the recovery region; both vaults have their own key, refuse manual deletion, and are locked
 * between a minimum and a maximum retention that every rule fits; a restore of each type is tested
 * every month in the original's network and under its key; backups, copies and restores that fail, and
 * days without a backup, raise an alert. Vaults and locks survive the removal of the stack. On request,
 * daily copies of patients' data lie in an air-gapped vault.
 * The account's opt-in per resource type is left alone: it is one setting for all stacks.
 *
 * Requirement rows: S1-69 to S1-77, S5-17, S5-18, S5-34, S5-35, X-08.
 * Upholds 45 CFR 164.308(a)(7)(i), 164.308(a)(7)(ii)(A), 164.308(a)(7)(ii)(B), 164.308(a)(7)(ii)(D), 164.310(d)(2)(iv).
 *
 * #### Cost
 * Warm storage 0.05 to 0.10 USD per GB and region, transfer between regions 0.02 USD per GB; for
 * 100 GB of database about 25 USD a month, restore tests about 10.
 *
 * @example
 * ```typescript
 * const backups = new DrVault("hipaa-dev-backup", {
 *   deployment,
 *   backupKeyArn: keys.keyArn(KeyClass.Backup), recoveryBackupKeyArn: keys.replicaKeyArn(KeyClass.Backup),
 *   alertTopicArn: alerts.criticalTopicArn, recoveryAlertTopicArn: alerts.recoveryTopicArn,
 *   vaultLock: { mode: ObjectLockMode.Governance, minimumDays: 7, maximumDays: 2557 },
 *   restoreTest: {
 *     databaseSubnetGroupName: data.databaseSubnetGroupName, databaseSecurityGroupId: network.databaseSecurityGroupId,
 *     dataKeyArn: keys.keyArn(KeyClass.PhiData), recordsKeyArn: keys.keyArn(KeyClass.PhiRecords),
 *     auditKeyArn: keys.keyArn(KeyClass.Audit),
 *   },
 * });
 * ```
 */
export class DrVault extends pulumi.ComponentResource {
  /** ARN of the vault. */
  readonly vaultArn: pulumi.Output<string>;
  /** ARN of the copy vault in the recovery region. */
  readonly copyVaultArn: pulumi.Output<string>;
  /** Id of the backup plan. */
  readonly planId: pulumi.Output<string>;
  /** Name of the monthly restore testing plan. */
  readonly restoreTestingPlanName: pulumi.Output<string>;
  /** Minutes of data that backups lose at most while the region stands; for stores with point-in-time recovery. */
  readonly rpoMinutes: pulumi.Output<number>;
  /** Minutes of data that backups lose at most when the region is lost. */
  readonly regionLossRpoMinutes: pulumi.Output<number>;

  constructor(name: string, args: DrVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:DrVault", name, {}, opts);
    const settings = backupSettings(args);
    refuseProblems(vaultProblems(args, settings), this, name);

    const primary = createVault(this, name, args);
    const copy = createCopyVault(this, name, args);
    const airGapped = args.airGapped === undefined ? [] : [createAirGappedVault(this, name, args)];
    const plan = createPlans(this, name, args, settings, [...primary.guards, copy.vault, ...copy.guards, ...airGapped]);
    const restoreTesting = createRestoreTesting(this, name, args, [primary.vault]);
    createVaultAlarms(this, name, args);
    const attained = attainedRpoMinutes(settings);
    this.vaultArn = primary.vault.arn;
    this.copyVaultArn = copy.vault.arn;
    this.planId = plan.id;
    this.restoreTestingPlanName = restoreTesting.name;
    this.rpoMinutes = pulumi.output(attained.inRegion);
    this.regionLossRpoMinutes = pulumi.output(attained.regionLost);
    this.registerOutputs({
      vaultArn: this.vaultArn, copyVaultArn: this.copyVaultArn, planId: this.planId, restoreTestingPlanName: this.restoreTestingPlanName,
      rpoMinutes: this.rpoMinutes, regionLossRpoMinutes: this.regionLossRpoMinutes,
    });
  }
}

function createVault(parent: DrVault, name: string, { deployment, backupKeyArn, alertTopicArn, vaultLock }: DrVaultArgs): LockedVault {
  const { vault } = vaultNames(deployment);
  return lockedVault(`${name}-vault`, { vault, region: deployment.region, keyArn: backupKeyArn, alertTopicArn, lock: vaultLock }, parent);
}

function createCopyVault(parent: DrVault, name: string, { deployment, recoveryBackupKeyArn, recoveryAlertTopicArn, vaultLock }: DrVaultArgs): LockedVault {
  const { copyVault } = vaultNames(deployment);
  return lockedVault(`${name}-copy-vault`, {
    vault: copyVault, region: deployment.recoveryRegion, keyArn: recoveryBackupKeyArn, alertTopicArn: recoveryAlertTopicArn, lock: vaultLock,
  }, parent);
}
