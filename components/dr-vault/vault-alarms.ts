import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type * as pulumi from "@pulumi/pulumi";
import type { DrVaultArgs } from "./dr-vault-args.ts";
import { vaultNames } from "./vault-names.ts";

const [HOUR, DAY] = [3600, 86_400];

/** An alarm on what a vault's jobs come to; AWS Backup counts them by the vault's name. */
interface VaultAlarm {
  readonly id: string;
  /** What happened and what to do. */
  readonly advice: string;
  readonly metricName: string;
  /** Raised where fewer are counted, else where any is. */
  readonly atLeast?: number;
}

export const VAULT_ALARMS: readonly VaultAlarm[] = [
  {
    id: "backup-missing", metricName: "NumberOfBackupJobsCompleted", atLeast: 1,
    advice: "For two days no backup was completed, so whatever fails now is lost since then. Look whether the plans still select what carries the backup tag, and whether their role may still read it.",
  },
  {
    id: "backup-failures", metricName: "NumberOfBackupJobsFailed",
    advice: "A backup failed. Open the job in AWS Backup, remove what it names, and start an on-demand backup.",
  },
  {
    id: "restore-failures", metricName: "NumberOfRestoreJobsFailed",
    advice: "A restore, or its monthly test, failed. Treat the backups of that type as unproven until one is restored.",
  },
];

/** Alarms of the primary vault. Failed copies are told by the vaults themselves. */
export function createVaultAlarms(parent: pulumi.Resource, name: string, { deployment, alertTopicArn }: DrVaultArgs): void {
  for (const { id, advice, metricName, atLeast } of VAULT_ALARMS) {
    const watched = atLeast === undefined
      ? { period: HOUR, evaluationPeriods: 1, threshold: 1, comparisonOperator: "GreaterThanOrEqualToThreshold", treatMissingData: "notBreaching" }
      : { period: DAY, evaluationPeriods: 2, threshold: atLeast, comparisonOperator: "LessThanThreshold", treatMissingData: "breaching" };
    new MetricAlarm(`${name}-${id}`, {
      name: `${deployment.prefix}-${id}`,
      alarmDescription: advice,
      namespace: "AWS/Backup",
      metricName,
      dimensions: { BackupVaultName: vaultNames(deployment).vault },
      statistic: "Sum",
      ...watched,
      alarmActions: [alertTopicArn],
      insufficientDataActions: [alertTopicArn],
    }, { parent });
  }
}
