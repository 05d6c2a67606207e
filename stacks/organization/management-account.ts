import type * as pulumi from "@pulumi/pulumi";
import { AccountBaseline, AuditTrail, type Deployment, keyAlias, KeyClass, KeyRing, type OrgBaseline, SecurityAlerts } from "../../components/index.ts";
import type { OrganizationConfig } from "./config.ts";

interface ManagementRequest {
  readonly deployment: Deployment;
  readonly audit: NonNullable<OrganizationConfig["audit"]>;
  readonly emails: string[];
  /** The organization, which trusts CloudTrail before the trail is made. */
  readonly baseline: OrgBaseline;
  readonly inAccount: pulumi.ComponentResourceOptions;
}

/** Classes of data in the management account; the key of each costs its dollar. */
const CLASSES = [KeyClass.Audit, KeyClass.Logs, KeyClass.Messages, KeyClass.PhiData];

/**
 * What the management account needs of its own, as no service control policy holds in it: the defaults of
 * every account, alerts on who uses it, and the trail of all accounts, out of their reach (S1-29).
 */
export function createManagementAccount({ deployment, audit, emails, baseline, inAccount }: ManagementRequest): AuditTrail {
  const { prefix } = deployment;
  const { organizationId, objectLock, retentionDays, archiveAfterDays, logReaderRoleArns } = audit;
  const keys = new KeyRing(`${prefix}-keys`, { deployment, classes: CLASSES, pseudonyms: false }, inAccount);
  const alerts = new SecurityAlerts(`${prefix}-alerts`, {
    deployment,
    messagesKeyArn: keys.keyArn(KeyClass.Messages),
    recoveryMessagesKeyArn: keys.replicaKeyArn(KeyClass.Messages),
    subscribers: { emails },
    phiBuckets: [],
  }, inAccount);
  new AccountBaseline(`${prefix}-account`, {
    deployment,
    dataKeyArn: keys.keyArn(KeyClass.PhiData),
    recoveryDataKeyArn: keys.replicaKeyArn(KeyClass.PhiData),
    alertTopicArn: alerts.criticalTopicArn,
  }, inAccount);
  return new AuditTrail(`${prefix}-audit`, {
    deployment,
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    recoveryAuditKeyArn: keys.replicaKeyArn(KeyClass.Audit),
    auditKeyAlias: keyAlias(prefix, KeyClass.Audit),
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    alertTopicArn: alerts.criticalTopicArn,
    recoveryAlertTopicArn: alerts.recoveryTopicArn,
    // Patients' data is in other accounts, whose own trails record who reads it.
    phiBuckets: [],
    phiTables: [],
    organizationId, objectLock, retentionDays, archiveAfterDays, logReaderRoleArns,
  }, { ...inAccount, dependsOn: [baseline] });
}
