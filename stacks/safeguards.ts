import { ComplianceMonitor, keyAlias, KeyClass, type KeyRing, type PhiDataStore, replicaNames, SecurityAlerts, type SecureVpc, storeNames, ThreatDetection } from "../components/index.ts";
import type { Place } from "./foundation.ts";
import { DrMode } from "./recovery-objectives.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Topics by which people hear of what happens, before anything can happen. */
export function createAlerts({ config, deployment, inAccount }: Place, keys: KeyRing): SecurityAlerts {
  const { emails, smsNumbers, webhooks, existingTopicArn, slack, pagerDuty } = config.alerts;
  return new SecurityAlerts(`${config.prefix}-alerts`, {
    deployment,
    messagesKeyArn: keys.keyArn(KeyClass.Messages),
    recoveryMessagesKeyArn: keys.replicaKeyArn(KeyClass.Messages),
    subscribers: { emails, smsNumbers, webhooks },
    phiBuckets: [storeNames(deployment).bucket, ...(config.dr.mode === DrMode.Backup ? [] : [replicaNames(deployment).bucket])],
    managedOnly: config.iam.managedOnly,
    ...withoutUndefined({ existingTopicArn, slack, pagerDuty, secretsKeyAlias: slack === undefined && pagerDuty === undefined ? undefined : keyAlias(config.prefix, KeyClass.Secrets) }),
  }, inAccount);
}

/** Threat detection of the account; undefined where another stack of the account has it. */
export function createDetection({ config, deployment, inAccount }: Place, keys: KeyRing, data: PhiDataStore): ThreatDetection | undefined {
  const { administration, archiveFindings } = config.detection;
  return config.account.managedHere ? new ThreatDetection(`${config.prefix}-detection`, {
    deployment,
    phiBuckets: [{ name: storeNames(deployment).bucket, bucket: data.bucketName }],
    dataKeyAlias: keyAlias(config.prefix, KeyClass.PhiData),
    administration,
    managedOnly: config.iam.managedOnly,
    ...(archiveFindings ? { findingsArchive: { auditKeyArn: keys.keyArn(KeyClass.Audit), objectLock: config.audit.objectLock, retentionDays: config.audit.retentionDays } } : {}),
  }, inAccount) : undefined;
}

/** AWS Config of the account; undefined where another stack of the account has it. */
export function createCompliance({ config, deployment, inAccount }: Place, keys: KeyRing, network: SecureVpc, recoveryNetwork: SecureVpc | undefined): ComplianceMonitor | undefined {
  const { aggregator, serviceRoleExists } = config.compliance;
  return config.account.managedHere ? new ComplianceMonitor(`${config.prefix}-compliance`, {
    deployment,
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    retentionDays: config.audit.retentionDays,
    archiveAfterDays: config.audit.archiveAfterDays,
    restoreTimeTargetMinutes: config.dr.rtoMinutes,
    internetVpcIds: [network.vpcId],
    recoveryInternetVpcIds: recoveryNetwork === undefined ? [] : [recoveryNetwork.vpcId],
    aggregator,
    serviceRoleExists,
  }, inAccount) : undefined;
}
