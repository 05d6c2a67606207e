import { Cluster, type ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import { ClusterInstance } from "@pulumi/aws/rds/clusterInstance.js";
import { ClusterParameterGroup } from "@pulumi/aws/rds/clusterParameterGroup.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "./data-classification.ts";
import { databaseParameters } from "./database-parameters.ts";
import { GUARANTEED } from "./database-settings.ts";
import { commonSurroundings, regionOf, type SurroundingsSpec, versionedGroup } from "./database-surroundings.ts";

/** Between what an instance of Aurora Serverless v2 scales by itself. */
export interface ServerlessCapacity {
  /** Aurora capacity units, of about 2 GiB of memory each; 0.5 to 256 in steps of 0.5. */
  readonly minimumUnits: number;
  /** Not less than the minimum, 1 to 256 in steps of 0.5. */
  readonly maximumUnits: number;
}

/** Class of instances that scale by themselves. */
export const SERVERLESS_CLASS = "db.serverless";

export interface ClusterSpec {
  readonly surroundings: SurroundingsSpec;
  readonly instanceClass: string;
  /** Of instances of class `db.serverless`. */
  readonly capacity: ServerlessCapacity;
  /** Zones, one for each instance. */
  readonly zones: readonly string[];
  readonly dataKeyArn: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
  /** Parameters besides those of every database, which apply at once. */
  readonly parameters: Readonly<Record<string, string>>;
  /** How the cluster comes by its data and its password, and what is left of it. */
  readonly standing: Partial<ClusterArgs>;
  readonly ignoreChanges: string[];
  readonly tags: Record<string, string>;
}

export interface AuroraCluster {
  readonly cluster: Cluster;
  readonly instances: readonly ClusterInstance[];
}

/** What every cluster of the platform has, as every instance has (`GUARANTEED`). Spread after anything a caller may choose. */
const GUARANTEED_CLUSTER = {
  allowMajorVersionUpgrade: GUARANTEED.allowMajorVersionUpgrade,
  storageEncrypted: GUARANTEED.storageEncrypted,
  iamDatabaseAuthenticationEnabled: GUARANTEED.iamDatabaseAuthenticationEnabled,
  networkType: GUARANTEED.networkType,
  backupRetentionPeriod: GUARANTEED.backupRetentionPeriod,
  preferredBackupWindow: GUARANTEED.backupWindow,
  preferredMaintenanceWindow: GUARANTEED.maintenanceWindow,
  copyTagsToSnapshot: GUARANTEED.copyTagsToSnapshot,
  deleteAutomatedBackups: GUARANTEED.deleteAutomatedBackups,
  deletionProtection: GUARANTEED.deletionProtection,
  applyImmediately: GUARANTEED.applyImmediately,
} as const satisfies Partial<ClusterArgs>;

/** The same of its instances; backups, logins and encryption are the cluster's. */
const GUARANTEED_MEMBER = {
  autoMinorVersionUpgrade: GUARANTEED.autoMinorVersionUpgrade,
  publiclyAccessible: GUARANTEED.publiclyAccessible,
  caCertIdentifier: GUARANTEED.caCertIdentifier,
  preferredMaintenanceWindow: GUARANTEED.maintenanceWindow,
  copyTagsToSnapshot: GUARANTEED.copyTagsToSnapshot,
  performanceInsightsEnabled: GUARANTEED.performanceInsightsEnabled,
  performanceInsightsRetentionPeriod: GUARANTEED.performanceInsightsRetentionPeriod,
  monitoringInterval: GUARANTEED.monitoringInterval,
  applyImmediately: GUARANTEED.applyImmediately,
  // Every member may take over, and keeps the writer's size where it scales.
  promotionTier: 1,
} as const;

/** A cluster of Aurora with everything it needs, and an instance in each of the zones. */
export function createCluster(name: string, spec: ClusterSpec, parent: pulumi.Resource): AuroraCluster {
  const { surroundings, dataKeyArn, instanceClass, capacity } = spec;
  const { database, engine } = surroundings;
  const region = regionOf(surroundings);
  const { subnetGroupName, monitoringRoleArn, logs, readyAfter } = commonSurroundings(name, surroundings, parent);
  const parameters = new ClusterParameterGroup(`${name}-parameters`, {
    ...region, name: versionedGroup(surroundings), family: engine.family, description: "TLS forced, access audited", tags: { Name: database },
    parameters: [...databaseParameters(engine.engine), ...Object.entries(spec.parameters).map(([parameter, value]) => ({ name: parameter, value, applyMethod: "immediate" }))],
  }, { parent });
  const cluster = new Cluster(`${name}-cluster`, {
    ...region,
    clusterIdentifier: database,
    engine: engine.engine,
    engineVersion: engine.version,
    kmsKeyId: dataKeyArn,
    port: engine.port,
    vpcSecurityGroupIds: [spec.securityGroupId],
    dbSubnetGroupName: subnetGroupName,
    dbClusterParameterGroupName: parameters.name,
    enabledCloudwatchLogsExports: logs,
    ...(instanceClass === SERVERLESS_CLASS ? { serverlessv2ScalingConfiguration: { minCapacity: capacity.minimumUnits, maxCapacity: capacity.maximumUnits } } : {}),
    ...spec.standing,
    ...GUARANTEED_CLUSTER,
    tags: classified("phi", { Name: database, ...spec.tags }),
  }, {
    parent,
    protect: true,
    dependsOn: [...readyAfter],
    // AWS Backup moves the window of a cluster that it backs up continuously, and refuses changes. Source
    // and global database are AWS's to say: without this, an update would take a member out of it.
    ignoreChanges: ["preferredBackupWindow", "replicationSourceIdentifier", ...spec.ignoreChanges],
  });
  const instances = spec.zones.map((zone, index) => {
    const identifier = `${database}-${String(index + 1)}`;
    return new ClusterInstance(`${name}-instance-${String(index + 1)}`, {
      ...region,
      identifier,
      clusterIdentifier: cluster.clusterIdentifier,
      engine: engine.engine,
      instanceClass,
      availabilityZone: zone,
      dbSubnetGroupName: subnetGroupName,
      ...GUARANTEED_MEMBER,
      performanceInsightsKmsKeyId: dataKeyArn,
      monitoringRoleArn,
      tags: classified("phi", { Name: identifier }),
    }, { parent: cluster, protect: true });
  });
  return { cluster, instances };
}
