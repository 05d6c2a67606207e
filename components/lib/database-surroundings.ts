import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import type { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { OptionGroup } from "@pulumi/aws/rds/optionGroup.js";
import { ParameterGroup } from "@pulumi/aws/rds/parameterGroup.js";
import { SubnetGroup } from "@pulumi/aws/rds/subnetGroup.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "./data-classification.ts";
import type { ChosenEngine } from "./database-engine.ts";
import { databaseOptions, databaseParameters } from "./database-parameters.ts";
import type { Deployment } from "./deployment.ts";
import { attachManaged } from "./managed-policy.ts";
import { serviceTrust } from "./policy-document.ts";

export interface SurroundingsSpec {
  readonly deployment: Deployment;
  /** Identifier of the database. */
  readonly database: string;
  readonly engine: ChosenEngine;
  readonly subnetGroup: string;
  readonly monitoringRole: string;
  readonly subnetIds: pulumi.Input<string>[];
  /** Key of the log groups. */
  readonly logsKeyArn: pulumi.Input<string>;
  readonly logRetentionDays: number;
  /** @default the primary region */
  readonly region?: string;
}

/** What every database takes from its surroundings, a cluster or an instance. */
export interface CommonSurroundings {
  readonly subnetGroupName: pulumi.Output<string>;
  readonly monitoringRoleArn: pulumi.Output<string>;
  readonly logs: string[];
  /** What the database must wait for. */
  readonly readyAfter: readonly pulumi.Resource[];
}

/** What an instance takes from its surroundings. */
export interface Surroundings {
  readonly dbSubnetGroupName: pulumi.Output<string>;
  readonly parameterGroupName: pulumi.Output<string>;
  /** Absent where the engine audits without a plugin. */
  readonly optionGroupName?: pulumi.Output<string>;
  readonly monitoringRoleArn: pulumi.Output<string>;
  readonly enabledCloudwatchLogsExports: string[];
}

/** Subnet group, monitoring role and log groups. */
export function commonSurroundings(name: string, spec: SurroundingsSpec, parent: pulumi.Resource): CommonSurroundings {
  const subnetGroup = new SubnetGroup(`${name}-subnets`, {
    ...regionOf(spec), name: spec.subnetGroup, description: "Isolated subnets, without a route to the internet", subnetIds: spec.subnetIds, tags: { Name: spec.database },
  }, { parent });
  const { role, permission } = monitoringRole(name, spec, parent);
  return { subnetGroupName: subnetGroup.name, monitoringRoleArn: role.arn, logs: [...spec.engine.logs], readyAfter: [...logGroups(name, spec, parent), permission] };
}

/** Name of a parameter or option group; another major version takes other groups. */
export function versionedGroup({ database, engine }: SurroundingsSpec): string {
  return `${database}-${engine.family.replaceAll(".", "-")}`;
}

export function regionOf({ region }: Pick<SurroundingsSpec, "region">): { readonly region?: string } {
  return region === undefined ? {} : { region };
}

/** Subnet group, parameters, options, monitoring role and log groups of an instance, and what it must wait for. */
export function databaseSurroundings(name: string, spec: SurroundingsSpec, parent: pulumi.Resource): { readonly inputs: Surroundings; readonly readyAfter: readonly pulumi.Resource[] } {
  const { database, engine } = spec;
  const region = regionOf(spec);
  const tags = { Name: database };
  const versioned = versionedGroup(spec);
  const { subnetGroupName, monitoringRoleArn, logs, readyAfter } = commonSurroundings(name, spec, parent);
  const parameters = new ParameterGroup(`${name}-parameters`, {
    ...region, name: versioned, family: engine.family, description: "TLS forced, access audited", parameters: databaseParameters(engine.engine), tags,
  }, { parent });
  const options = databaseOptions(engine.engine);
  const optionGroup = options.length === 0 ? undefined : new OptionGroup(`${name}-options`, {
    ...region, name: versioned, engineName: engine.engine, majorEngineVersion: engine.version, optionGroupDescription: "Access audited", options, tags,
  }, { parent });
  return {
    inputs: {
      dbSubnetGroupName: subnetGroupName,
      parameterGroupName: parameters.name,
      ...(optionGroup === undefined ? {} : { optionGroupName: optionGroup.name }),
      monitoringRoleArn,
      enabledCloudwatchLogsExports: logs,
    },
    readyAfter,
  };
}

function monitoringRole(name: string, { deployment, monitoringRole: roleName }: SurroundingsSpec, parent: pulumi.Resource): { readonly role: Role; readonly permission: RolePolicyAttachment } {
  const role = new Role(`${name}-monitoring`, {
    name: roleName,
    description: "RDS delivers operating system metrics of the database",
    assumeRolePolicy: serviceTrust("monitoring.rds.amazonaws.com", deployment.accountId),
  }, { parent });
  const permission = attachManaged(`${name}-monitoring-permission`, {
    deployment, role: role.name, policy: "service-role/AmazonRDSEnhancedMonitoringRole", reason: "RDS writes the database host's metrics to the log group RDSOSMetrics",
  }, { parent });
  return { role, permission };
}

/** RDS would create the groups itself, without key and for ever. */
function logGroups(name: string, spec: SurroundingsSpec, parent: pulumi.Resource): readonly LogGroup[] {
  return spec.engine.logs.map((log) => new LogGroup(`${name}-log-${log}`, {
    ...regionOf(spec),
    name: `/aws/rds/${spec.engine.cluster ? "cluster" : "instance"}/${spec.database}/${log}`,
    kmsKeyId: spec.logsKeyArn,
    retentionInDays: spec.logRetentionDays,
    // Audited statements can quote what they look for.
    tags: classified("phi"),
  }, { parent }));
}
