import { AccessHost, ApiEdge, ContentDelivery, DeliveryRoles, Identity, keyAlias, KeyClass } from "../components/index.ts";
import type { Foundation, Place } from "./foundation.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** How patients' carers sign in; undefined where the configuration names no application. */
export function createIdentity({ config, deployment, inAccount }: Place, { keys, alerts }: Foundation): Identity | undefined {
  return config.identity === undefined ? undefined : new Identity(`${config.prefix}-identity`, {
    deployment,
    application: config.identity,
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    alertTopicArn: alerts.criticalTopicArn,
    objectLock: config.audit.objectLock,
    retentionDays: config.audit.retentionDays,
  }, inAccount);
}

/** The API before the cluster, for those who have signed in. */
export function createApi({ config, deployment, inAccount }: Place, { keys, network, cluster }: Foundation, identity: Identity): ApiEdge {
  const { countries, allowedCidrs, domain } = config.api;
  return new ApiEdge(`${config.prefix}-api`, {
    deployment,
    userPoolArn: identity.userPoolArn,
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    backend: { vpcId: network.vpcId, subnetIds: network.privateSubnetIds, workloadSecurityGroupId: cluster.podSecurityGroupId },
    countries,
    logRetentionDays: config.logs.retentionDays,
    ...(allowedCidrs.length === 0 ? {} : { allowedCidrs }),
    ...(domain === undefined ? {} : { domain: { name: domain.name, certificateArn: domain.certificateArn, ...withoutUndefined({ hostedZoneId: domain.hostedZoneId }) } }),
  }, inAccount);
}

/** Pages of the web application; undefined where the configuration names no domain for them. */
export function createSite({ config, deployment, inAccount }: Place, { keys }: Foundation, api: ApiEdge | undefined, identity: Identity | undefined): ContentDelivery | undefined {
  if (config.site === undefined) {
    return undefined;
  }
  const { domain, certificateArn, hostedZoneId } = config.site;
  const { domain: apiDomain, countries } = config.api;
  return new ContentDelivery(`${config.prefix}-site`, {
    deployment,
    domainName: domain,
    certificateArn,
    logsKeyArn: deployment.region === CLOUDFRONT_REGION ? keys.keyArn(KeyClass.Logs) : keys.replicaKeyArn(KeyClass.Logs),
    countries,
    connectOrigins: api === undefined || identity === undefined || apiDomain === undefined ? [] : [`https://${apiDomain.name}`],
    logRetentionDays: config.logs.retentionDays,
    ...withoutUndefined({ hostedZoneId }),
  }, inAccount);
}

/** Region of what belongs to CloudFront. */
const CLOUDFRONT_REGION = "us-east-1";

/** The way in for operators; undefined where it is not wanted. */
export function createAccessHost({ config, deployment, inAccount }: Place, { keys, alerts, network, cluster }: Foundation): AccessHost | undefined {
  const [subnetId] = network.privateSubnetIds;
  return !config.accessHost.enabled || subnetId === undefined ? undefined : new AccessHost(`${config.prefix}-access`, {
    deployment,
    vpcId: network.vpcId,
    subnetId,
    endpointSecurityGroupId: network.endpointSecurityGroupId,
    clusterSecurityGroupId: cluster.controlPlaneSecurityGroupId,
    volumeKeyArn: keys.keyArn(KeyClass.PhiData),
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    auditKeyAlias: keyAlias(config.prefix, KeyClass.Audit),
    alertTopicArn: alerts.criticalTopicArn,
    objectLock: config.audit.objectLock,
    retentionDays: config.audit.retentionDays,
    logGroupRetentionDays: config.logs.retentionDays,
    sshCidrs: config.accessHost.sshCidrs,
    recordedRoles: [`${config.prefix}-eks-nodes`],
    managedOnly: config.iam.managedOnly,
  }, { ...inAccount, dependsOn: [cluster] });
}

/** What a pipeline on GitHub needs; undefined where the configuration names no repository. */
export function createDelivery({ config, deployment, inAccount }: Place): DeliveryRoles | undefined {
  if (config.delivery === undefined) {
    return undefined;
  }
  const { repository, images, stateBucket, stateKeyAlias } = config.delivery;
  return new DeliveryRoles(`${config.prefix}-delivery`, {
    deployment,
    repository,
    imageRepositories: images,
    keyAliases: Object.values(KeyClass).map((keyClass) => keyAlias(config.prefix, keyClass)),
    ...withoutUndefined({ stateBucket, stateKeyAlias }),
  }, inAccount);
}
