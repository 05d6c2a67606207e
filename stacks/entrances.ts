import { AccessHost, ApiEdge, ContentDelivery, DeliveryRoles, Identity, keyAlias, KeyClass } from "../components/index.ts";
import type { Foundation, Place } from "./foundation.ts";
import { apiRequest, identityRequest } from "./service-requests.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** How patients' carers sign in; undefined where the configuration names no application. */
export function createIdentity({ config, deployment, inAccount }: Place, { keys, alerts }: Foundation): Identity | undefined {
  return config.identity === undefined ? undefined : new Identity(`${config.prefix}-identity`, {
    deployment,
    ...identityRequest(config.identity, config.clientSecrets),
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    alertTopicArn: alerts.criticalTopicArn,
    objectLock: config.audit.objectLock,
    retentionDays: config.audit.retentionDays,
  }, inAccount);
}

/** The API before the cluster, for those who have signed in. */
export function createApi({ config, deployment, inAccount }: Place, { keys, network, cluster }: Foundation, identity: Identity): ApiEdge {
  return new ApiEdge(`${config.prefix}-api`, {
    deployment,
    userPoolArn: identity.userPoolArn,
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    backend: { vpcId: network.vpcId, subnetIds: network.privateSubnetIds, workloadSecurityGroupId: cluster.podSecurityGroupId, ...config.api.backend },
    ...apiRequest(config),
  }, inAccount);
}

/** Pages of the web application; undefined where the configuration names no domain for them. */
export function createSite({ config, deployment, inAccount }: Place, { keys }: Foundation, api: ApiEdge | undefined): ContentDelivery | undefined {
  if (config.site === undefined) {
    return undefined;
  }
  const { domain, certificateArn, connectOrigins, ...options } = config.site;
  const { domain: apiDomain, countries } = config.api;
  const called = [api === undefined ? undefined : apiDomain, config.identity?.domain].filter((name) => name !== undefined);
  return new ContentDelivery(`${config.prefix}-site`, {
    deployment,
    domainName: domain,
    certificateArn,
    logsKeyArn: deployment.region === CLOUDFRONT_REGION ? keys.keyArn(KeyClass.Logs) : keys.replicaKeyArn(KeyClass.Logs),
    countries,
    connectOrigins: [...called.map(({ name }) => `https://${name}`), ...connectOrigins],
    logRetentionDays: config.logs.retentionDays,
    administratorArns: config.keys.administratorArns,
    ...options,
  }, inAccount);
}

/** Region of what belongs to CloudFront. */
const CLOUDFRONT_REGION = "us-east-1";

/** The way in for operators; undefined where it is not wanted. */
export function createAccessHost({ config, deployment, inAccount }: Place, { keys, alerts, network, cluster }: Foundation): AccessHost | undefined {
  const [subnetId] = network.privateSubnetIds;
  const { enabled, sshCidrs, ...options } = config.accessHost;
  return !enabled || subnetId === undefined ? undefined : new AccessHost(`${config.prefix}-access`, {
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
    sshCidrs,
    ...options,
    recordedRoles: [`${config.prefix}-eks-nodes`],
    managedOnly: config.iam.managedOnly,
  }, { ...inAccount, dependsOn: [cluster] });
}

/** What a pipeline on GitHub needs; undefined where the configuration names no repository. */
export function createDelivery({ config, deployment, inAccount }: Place): DeliveryRoles | undefined {
  if (config.delivery === undefined) {
    return undefined;
  }
  const { images, stateBucket, stateKeyAlias, ...options } = config.delivery;
  return new DeliveryRoles(`${config.prefix}-delivery`, {
    deployment,
    ...options,
    imageRepositories: images,
    administratorArns: config.keys.administratorArns,
    keyAliases: Object.values(KeyClass).map((keyClass) => keyAlias(config.prefix, keyClass)),
    ...withoutUndefined({ stateBucket, stateKeyAlias, roleBoundaryArn: config.iam.roleBoundaryArn }),
  }, inAccount);
}
