import type * as pulumi from "@pulumi/pulumi";
import type { Estimates } from "./estimates.ts";
import type { Platform } from "./platform.ts";
import type { RecoveryObjectives } from "./recovery-objectives.ts";

/** What a platform stack exports, for other stacks, for operations and for compliance reports. */
export interface PlatformOutputs {
  /** AWS account of the stack. */
  readonly accountId: string;
  /** VPC and its subnets by tier (S4-91). */
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string>[];
  readonly privateSubnetIds: pulumi.Output<string>[];
  readonly isolatedSubnetIds: pulumi.Output<string>[];
  /** Security groups by tier (S4-92). */
  readonly webSecurityGroupId: pulumi.Output<string>;
  readonly appSecurityGroupId: pulumi.Output<string>;
  readonly databaseSecurityGroupId: pulumi.Output<string>;
  /** The private cluster, for stacks that deploy into it. */
  readonly clusterName: pulumi.Output<string>;
  readonly clusterEndpoint: pulumi.Output<string>;
  readonly clusterOidcIssuer: pulumi.Output<string>;
  /** The trail and the bucket with its logs (S4-93, S4-94). */
  readonly cloudTrailArn: pulumi.Output<string>;
  readonly auditLogBucketName: pulumi.Output<string>;
  /** Log groups of the network, of the cluster's control plane and of the trail (S4-97). */
  readonly flowLogGroupName: pulumi.Output<string>;
  readonly clusterLogGroupName: pulumi.Output<string>;
  readonly trailLogGroupName: pulumi.Output<string>;
  /** Keys by data class (S4-95). */
  readonly kmsKeyArns: pulumi.Output<Record<string, string>>;
  /** Key of the records table, of the trail's logs and of parameters, under the names of S3-57 to S3-59. */
  readonly dynamodbKeyArn: pulumi.Output<string>;
  readonly s3LogsKeyArn: pulumi.Output<string>;
  readonly parameterStoreKeyArn: pulumi.Output<string>;
  /** Where patients' data lives. */
  readonly databaseEndpoint: pulumi.Output<string>;
  readonly databaseSecretArn: pulumi.Output<string>;
  readonly phiBucketName: pulumi.Output<string>;
  readonly recordsTableName: pulumi.Output<string>;
  /** Backups: the vault, its copy in the recovery region, and how much data they lose at most. */
  readonly backupVaultArn: pulumi.Output<string>;
  readonly copyVaultArn: pulumi.Output<string>;
  readonly backupRpoMinutes: pulumi.Output<number>;
  readonly backupRegionLossRpoMinutes: pulumi.Output<number>;
  /** Topics of alerts: what somebody must look at once, what can wait, and those of the recovery region. */
  readonly criticalAlertTopicArn: pulumi.Output<string>;
  readonly warningAlertTopicArn: pulumi.Output<string>;
  readonly recoveryAlertTopicArn: pulumi.Output<string>;
  /** Queue with the alerts that reached nobody, for whoever sends them again. */
  readonly undeliveredAlertQueueArn: pulumi.Output<string>;
  /** Where workloads connect to the database, and the parameter that tells them. */
  readonly databaseHost: pulumi.Output<string>;
  readonly connectionParameterName: pulumi.Output<string>;
  /** Trust of workload identities in the cluster, and its groups of nodes. */
  readonly clusterOidcProviderArn: pulumi.Output<string>;
  readonly nodeGroupNames: pulumi.Output<Record<string, string>>;
  /** Dashboards, the workspace that the cluster writes its metrics to, and Managed Grafana, which answers inside the network; empty without one. */
  readonly dashboardNames: pulumi.Output<string[]>;
  readonly prometheusEndpoint: pulumi.Output<string>;
  readonly grafanaEndpoint: pulumi.Output<string>;
  /** Sign-in and the API; absent without identity. */
  readonly userPoolId?: pulumi.Output<string>;
  readonly signInClientId?: pulumi.Output<string>;
  readonly signInUrl?: pulumi.Output<string>;
  readonly apiUrl?: pulumi.Output<string>;
  readonly apiTargetGroupArn?: pulumi.Output<string>;
  /** Site of the web application; absent without one. */
  readonly siteUrl?: pulumi.Output<string>;
  readonly siteBucketName?: pulumi.Output<string>;
  /** Host that operators reach by Session Manager, and the policy that lets them; absent without one. */
  readonly accessHostId?: pulumi.Output<string>;
  readonly accessSessionPolicyArn?: pulumi.Output<string>;
  /** Roles of the pipeline, its images' addresses and the key that signs them; absent without delivery. */
  readonly previewRoleArn?: pulumi.Output<string>;
  readonly publishRoleArn?: pulumi.Output<string>;
  readonly deployRoleArn?: pulumi.Output<string>;
  readonly imageRepositoryUrls?: pulumi.Output<Record<string, string>>;
  readonly imageSigningKeyArn?: pulumi.Output<string>;
  /** What evidence is read with: queries over the trail, and the plan by which restores are tested (S5-41). */
  readonly auditQueryWorkgroupName: pulumi.Output<string>;
  readonly restoreTestingPlanName: pulumi.Output<string>;
  /** AWS Config's history and conformance packs, HIPAA's and the platform's own; absent where another stack of the account has them. */
  readonly configHistoryBucketName?: pulumi.Output<string>;
  readonly hipaaConformancePackArn?: pulumi.Output<string>;
  readonly platformConformancePackArn?: pulumi.Output<string>;
  /** The hourly compliance check (S4-96); empty without `compliance.check`. */
  readonly complianceFunctionArn?: pulumi.Output<string>;
  /** GuardDuty's detectors by region; absent where another stack of the account has them. */
  readonly guardDutyDetectorIds?: pulumi.Output<Record<string, string>>;
  /** Role for emergencies (S5-11); empty without `account.breakGlassUserArns`, absent where another stack sets the account's defaults. */
  readonly breakGlassRoleArn?: pulumi.Output<string>;
  /** Replicas in the recovery region; absent with backups alone. */
  readonly recoveryClusterName?: pulumi.Output<string>;
  readonly recoveryVpcId?: pulumi.Output<string>;
  readonly recoveryDatabaseEndpoint?: pulumi.Output<string>;
  readonly recoveryBucketName?: pulumi.Output<string>;
  /** Private name of the database in whichever region serves, for clients that shall follow a failover; `databaseHost` stays in the primary region. */
  readonly databaseHostName?: pulumi.Output<string>;
  /** What each store and the platform attain when the primary region is lost, in minutes (S1-69, X-08). */
  readonly recoveryObjectives: RecoveryObjectives;
  /** Estimate of the monthly bill in USD, list prices; absent where the price file lacks an instance type. */
  readonly monthlyCostUsd?: number;
  /** The same by component; without those for which the price file lacks an instance type. */
  readonly monthlyCostByComponent: Record<string, number>;
}

/** The outputs of a platform. */
export function outputsOf(platform: Platform, { objectives, monthlyUsd, monthlyUsdByComponent }: Estimates): PlatformOutputs {
  const { deployment, keys, network, cluster, data, audit, backups, alerts, observability } = platform;
  return {
    accountId: deployment.accountId,
    vpcId: network.vpcId,
    publicSubnetIds: network.publicSubnetIds,
    privateSubnetIds: network.privateSubnetIds,
    isolatedSubnetIds: network.isolatedSubnetIds,
    webSecurityGroupId: network.webSecurityGroupId,
    appSecurityGroupId: network.appSecurityGroupId,
    databaseSecurityGroupId: network.databaseSecurityGroupId,
    clusterName: cluster.clusterName,
    clusterEndpoint: cluster.endpoint,
    clusterOidcIssuer: cluster.oidcIssuer,
    cloudTrailArn: audit.trailArn,
    auditLogBucketName: audit.logBucketName,
    flowLogGroupName: network.flowLogGroupName,
    clusterLogGroupName: cluster.logGroupName,
    trailLogGroupName: audit.logGroupName,
    kmsKeyArns: keys.keyArns,
    dynamodbKeyArn: keys.keyArn("phi-records"),
    s3LogsKeyArn: keys.keyArn("audit"),
    parameterStoreKeyArn: keys.keyArn("secrets"),
    databaseEndpoint: data.databaseEndpoint,
    databaseSecretArn: data.databaseSecretArn,
    phiBucketName: data.bucketName,
    recordsTableName: data.recordsTableName,
    backupVaultArn: backups.vaultArn,
    copyVaultArn: backups.copyVaultArn,
    backupRpoMinutes: backups.rpoMinutes,
    backupRegionLossRpoMinutes: backups.regionLossRpoMinutes,
    criticalAlertTopicArn: alerts.criticalTopicArn,
    warningAlertTopicArn: alerts.warningTopicArn,
    recoveryAlertTopicArn: alerts.recoveryTopicArn,
    undeliveredAlertQueueArn: alerts.undeliveredQueueArn,
    auditQueryWorkgroupName: audit.workgroupName,
    restoreTestingPlanName: backups.restoreTestingPlanName,
    databaseHost: data.databaseHost,
    connectionParameterName: data.connectionParameterName,
    clusterOidcProviderArn: cluster.oidcProviderArn,
    nodeGroupNames: cluster.nodeGroupNames,
    dashboardNames: observability.dashboardNames,
    prometheusEndpoint: observability.prometheusEndpoint,
    grafanaEndpoint: observability.grafanaEndpoint,
    ...optionalOutputs(platform),
    ...accountOutputs(platform),
    recoveryObjectives: objectives,
    ...(Number.isNaN(monthlyUsd) ? {} : { monthlyCostUsd: Math.round(monthlyUsd) }),
    monthlyCostByComponent: monthlyUsdByComponent,
  };
}

/** Outputs of what a configuration may leave out. */
function optionalOutputs({ identity, api, site, accessHost, delivery, recovery }: Platform): Partial<PlatformOutputs> {
  return {
    ...(identity === undefined ? {} : { userPoolId: identity.userPoolId, signInClientId: identity.clientId, signInUrl: identity.signInUrl }),
    ...(api === undefined ? {} : { apiUrl: api.url, apiTargetGroupArn: api.targetGroupArn }),
    ...(site === undefined ? {} : { siteUrl: site.url, siteBucketName: site.bucketName }),
    ...(accessHost === undefined ? {} : { accessHostId: accessHost.instanceId, accessSessionPolicyArn: accessHost.sessionPolicyArn }),
    ...(delivery === undefined ? {} : {
      previewRoleArn: delivery.previewRoleArn, publishRoleArn: delivery.publishRoleArn, deployRoleArn: delivery.deployRoleArn, imageRepositoryUrls: delivery.repositoryUrls,
      imageSigningKeyArn: delivery.signingKeyArn,
    }),
    ...(recovery === undefined ? {} : {
      recoveryClusterName: recovery.cluster.clusterName, recoveryVpcId: recovery.network.vpcId, recoveryDatabaseEndpoint: recovery.replica.databaseEndpoint, recoveryBucketName: recovery.replica.bucketName,
      databaseHostName: recovery.failover.databaseHostName,
    }),
  };
}

/** Outputs of what one stack of an account has for all of them. */
function accountOutputs({ compliance, detection, account }: Platform): Partial<PlatformOutputs> {
  return {
    ...(compliance === undefined ? {} : {
      configHistoryBucketName: compliance.historyBucketName, hipaaConformancePackArn: compliance.hipaaPackArn, platformConformancePackArn: compliance.platformPackArn,
      complianceFunctionArn: compliance.checkFunctionArn,
    }),
    ...(detection === undefined ? {} : { guardDutyDetectorIds: detection.detectorIds }),
    ...(account === undefined ? {} : { breakGlassRoleArn: account.breakGlassRoleArn }),
  };
}
