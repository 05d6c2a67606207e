import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DrVault, type DrVaultArgs } from "../../../components/dr-vault/index.ts";
import { vaultProblems } from "../../../components/dr-vault/vault-problems.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { vaultArguments } from "./vault-arguments.ts";

const { vaultLock, deployment } = vaultArguments;

const REFUSED: readonly (readonly [string, Partial<DrVaultArgs>, string])[] = [
  ["monthly points longer than the lock allows", { monthlyRetentionDays: 2558 },
    "monthlyRetentionDays = 2558: whole days within the vault's lock, 7 to 2557, or every monthly job fails to store its recovery points. Change it, or vaultLock"],
  ["copies shorter than the lock allows", { copyRetentionDays: 6 },
    "copyRetentionDays = 6: whole days within the vault's lock, 7 to 2557, or every continuous job fails to store its copies. Change it, or vaultLock"],
  ["continuous backups shorter than the lock allows", { vaultLock: { ...vaultLock, minimumDays: 36 }, copyRetentionDays: 40 },
    "continuousRetentionDays = 35: whole days within the vault's lock, 36 to 2557, or every continuous job fails to store its recovery points"],
  ["continuous backups beyond what AWS keeps", { continuousRetentionDays: 36 },
    "continuousRetentionDays = 36: AWS Backup keeps continuous backups for 1 to 35 days. Leave it out for 35"],
  ["hours that do not divide a day", { backupEveryHours: 5 },
    "backupEveryHours = 5: hours that divide a day: 1, 2, 3, 4, 6, 8, 12, 24. Leave it out for 24"],
  ["cold storage too close to deletion", { coldStorageAfterDays: 2468 },
    "coldStorageAfterDays = 2468: whole days, at least 90 less than monthlyRetentionDays (2557). Lower it, or leave it out to keep recovery points warm"],
  ["a lock of less than a week", { vaultLock: { ...vaultLock, minimumDays: 6 } },
    "vaultLock.minimumDays = 6: whole days from 7 to 36500. Give the days before which nobody may delete a recovery point"],
  ["a lock that ends before it begins", { vaultLock: { ...vaultLock, maximumDays: 6 } },
    "vaultLock.maximumDays = 6: whole days from minimumDays (7) to 36500. Raise it to the longest retention of any rule"],
  ["COMPLIANCE without confirmation", { vaultLock: { ...vaultLock, mode: "COMPLIANCE" } },
    "vaultLock.confirmCompliance = null: nobody, AWS included, can lift a COMPLIANCE lock before its time, so it must be confirmed with true. Set it to true, or use GOVERNANCE"],
  ["a grace time shorter than AWS takes", { vaultLock: { ...vaultLock, mode: "COMPLIANCE", confirmCompliance: true, graceDays: 2 } },
    "vaultLock.graceDays = 2: whole days, at least 3. Leave it out for 3"],
  ["a grace time that would turn GOVERNANCE into COMPLIANCE", { vaultLock: { ...vaultLock, graceDays: 3 } },
    "vaultLock.graceDays = 3: only a COMPLIANCE lock has a grace time. Remove it"],
  ["an air-gapped vault without confirmation", { airGapped: { retentionDays: 35, confirmCompliance: false } },
    "airGapped.confirmCompliance = false: an air-gapped vault is always under a COMPLIANCE lock, so it must be confirmed with true. Set it to true, or leave airGapped out"],
  ["air-gapped copies of less than a week", { airGapped: { retentionDays: 6, confirmCompliance: true } },
    "airGapped.retentionDays = 6: whole days within the vault's lock, 7 to 2557, or every air-gapped job fails to store its copies. Change it, or vaultLock"],
  ["a database to restore into no security group", { restoreTest: { databaseSubnetGroupName: "db" } },
    "restoreTest.databaseSecurityGroupId = null: a database is restored into its subnets and its security group. Give both, or neither where there is no database"],
  ["no test of any restore", { restoreTest: {} },
    "restoreTest = {}: a restore of at least one type must be tested each month. Give the keys of the stores, and where the database is"],
  ["copies in the same region", { deployment: { ...deployment, recoveryRegion: "us-east-1" } },
    'deployment.recoveryRegion = "us-east-1": a region other than us-east-1: copies must survive its loss. Choose one far enough not to share its disasters'],
  ["a prefix that restore testing does not take", { deployment: { ...deployment, prefix: "hipaa.test" } },
    'deployment.prefix = "hipaa.test": restore testing takes names of at most 50 letters, digits and underscores, and hipaa.test_monthly_restore_test is none. Shorten the prefix'],
];

describe("DrVault refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, changes, message) => {
    await expect(record(() => new DrVault("dr", { ...vaultArguments, ...changes }))).rejects.toThrow(message);
  });

  test("all problems in one message", async () => {
    const args: DrVaultArgs = { ...vaultArguments, backupEveryHours: 0, continuousRetentionDays: 40, monthlyRetentionDays: 9999 };
    await expect(record(() => new DrVault("dr", args))).rejects.toThrow(/^dr: 3 arguments cannot be used; nothing was created\./u);
  });

  test("exactly the retentions that a locked vault would fail on", () => {
    const days = fc.integer({ min: 1, max: 3000 });
    fc.assert(fc.property(fc.integer({ min: 7, max: 200 }), days, fc.integer({ min: 1, max: 35 }), days, days, (minimumDays, span, continuousDays, copyDays, monthlyDays) => {
      const maximumDays = minimumDays + span;
      const problems = vaultProblems({ ...vaultArguments, vaultLock: { mode: "GOVERNANCE", minimumDays, maximumDays } }, { continuousDays, everyHours: 24, copyDays, monthlyDays, coldAfterDays: undefined, airGapped: undefined });
      const outside = Object.entries({ continuousRetentionDays: continuousDays, copyRetentionDays: copyDays, monthlyRetentionDays: monthlyDays })
        .filter(([, value]) => value < minimumDays || value > maximumDays).map(([argument]) => argument);
      expect(problems.map(({ argument }) => argument)).toEqual(outside);
    }));
  });
});
