import { ComplianceMonitor, keyAlias, KeyClass, type KeyRing, type PhiDataStore, SecurityAlerts, type SecureVpc, storeNames, ThreatDetection } from "../components/index.ts";
import { complianceCheck } from "./compliance-check.ts";
import type { Foundation, Place } from "./foundation.ts";
import { phiBuckets } from "./phi-buckets.ts";
import { detectionRequest } from "./service-requests.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Topics by which people hear of what happens, before anything can happen. */
export function createAlerts(place: Place, keys: KeyRing): SecurityAlerts {
  const { config, deployment, inAccount } = place;
  const { emails, smsNumbers, webhooks, existingTopicArn, slack, pagerDuty } = config.alerts;
  return new SecurityAlerts(`${config.prefix}-alerts`, {
    deployment,
    messagesKeyArn: keys.keyArn(KeyClass.Messages),
    recoveryMessagesKeyArn: keys.replicaKeyArn(KeyClass.Messages),
    subscribers: { emails, smsNumbers, webhooks },
    phiBuckets: phiBuckets(place),
    managedOnly: config.iam.managedOnly,
    ...withoutUndefined({ existingTopicArn, slack, pagerDuty, secretsKeyAlias: slack === undefined && pagerDuty === undefined ? undefined : keyAlias(config.prefix, KeyClass.Secrets) }),
  }, inAccount);
}

/** Threat detection of the account; undefined where another stack of the account has it. */
export function createDetection({ config, deployment, inAccount }: Place, keys: KeyRing, data: PhiDataStore): ThreatDetection | undefined {
  return config.account.managedHere ? new ThreatDetection(`${config.prefix}-detection`, {
    deployment,
    phiBuckets: [{ name: storeNames(deployment).bucket, bucket: data.bucketName }],
    dataKeyAlias: keyAlias(config.prefix, KeyClass.PhiData),
    ...detectionRequest(config),
    managedOnly: config.iam.managedOnly,
    ...(config.detection.archiveFindings ? { findingsArchive: { auditKeyArn: keys.keyArn(KeyClass.Audit), objectLock: config.audit.objectLock, retentionDays: config.audit.retentionDays } } : {}),
  }, inAccount) : undefined;
}

/** AWS Config of the account, and its compliance check; undefined where another stack of the account has them. */
export function createCompliance(place: Place, { keys, network, alerts }: Foundation, recoveryNetwork: SecureVpc | undefined): ComplianceMonitor | undefined {
  const { config, deployment, inAccount } = place;
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
    managedOnly: config.iam.managedOnly,
    ...withoutUndefined({ check: complianceCheck(place, keys, alerts) }),
  }, inAccount) : undefined;
}
