import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { Proxy } from "@pulumi/aws/rds/proxy.js";
import { ProxyDefaultTargetGroup } from "@pulumi/aws/rds/proxyDefaultTargetGroup.js";
import { ProxyTarget } from "@pulumi/aws/rds/proxyTarget.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { attachOwn, ownPolicy } from "../lib/own-policy.ts";
import { policyDocument, serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import { storeNames } from "../lib/store-names.ts";
import type { Database } from "./database.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";
import type { DatabaseProxy } from "./store-settings.ts";

/** How names of the users start that workloads log in as, through the proxy. */
const WORKLOAD_USERS = "app_*";

/** Rights of the proxy: log in to databases as a workload's user, and as no other. */
export function proxyPolicy(deployment: Deployment): string {
  return policyDocument([{
    sid: "LogInAsWorkloads",
    reason: "the proxy passes each workload's IAM login on; the database's id is not known before it exists, and the proxy's targets are this database alone",
    actions: ["rds-db:connect"],
    resources: [arnOf(deployment, "rds-db", `dbuser:*/${WORKLOAD_USERS}`)],
  }]);
}

/**
 * Pools connections between the application tier and the database. Both sides log in by IAM, over
 * TLS, so that it needs no password.
 * @returns host name of the proxy
 */
export function createProxy(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, proxy: DatabaseProxy, database: Database, logRetentionDays: number): pulumi.Output<string> {
  const { deployment, logsKeyArn } = args;
  const { databaseProxy } = storeNames(deployment);
  const tags = classified("phi", { Name: databaseProxy });
  const role = createRole(parent, name, deployment, databaseProxy);
  const groupId = createGroup(parent, name, args, proxy, database.engine.port);
  const logs = new LogGroup(`${name}-proxy-log`, { name: `/aws/rds/proxy/${databaseProxy}`, kmsKeyId: logsKeyArn, retentionInDays: logRetentionDays, tags: classified("phi") }, { parent });
  const resource = new Proxy(`${name}-proxy`, {
    name: databaseProxy,
    engineFamily: database.engine.proxyFamily,
    defaultAuthScheme: "IAM_AUTH",
    requireTls: true,
    // Debug logs would hold statements.
    debugLogging: false,
    idleClientTimeout: 1800,
    roleArn: role.arn,
    vpcSecurityGroupIds: [groupId],
    vpcSubnetIds: args.isolatedSubnetIds,
    tags,
  }, { parent, dependsOn: [logs] });
  const targets = new ProxyDefaultTargetGroup(`${name}-proxy-targets`, {
    dbProxyName: resource.name,
    connectionPoolConfig: { connectionBorrowTimeout: 120, maxConnectionsPercent: 90, maxIdleConnectionsPercent: 50 },
  }, { parent: resource });
  new ProxyTarget(`${name}-proxy-target`, { dbProxyName: resource.name, targetGroupName: targets.name, ...database.proxyTarget }, { parent: resource, dependsOn: [...database.readyAfter] });
  return resource.endpoint;
}

function createRole(parent: pulumi.Resource, name: string, deployment: Deployment, roleName: string): Role {
  const role = new Role(`${name}-proxy-role`, {
    name: roleName, description: "The database proxy logs in to the database", assumeRolePolicy: serviceTrustIfSourceSent("rds.amazonaws.com", deployment.accountId),
  }, { parent });
  const policy = ownPolicy(`${name}-proxy-policy`, { deployment, name: roleName, description: "Log in to the database as a workload", policy: proxyPolicy(deployment) }, { parent });
  attachOwn(`${name}-proxy-permission`, { deployment, role: role.name, policy }, { parent });
  return role;
}

/** A group of its own: in from the application tier, out to the database, on the database's port. */
function createGroup(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, proxy: DatabaseProxy, port: number): pulumi.Output<string> {
  const { databaseProxy } = storeNames(args.deployment);
  const group = new SecurityGroup(`${name}-proxy-group`, {
    name: databaseProxy, description: "Database proxy: the port of the engine, between application and database", vpcId: proxy.vpcId, revokeRulesOnDelete: true, tags: { Name: databaseProxy },
  }, { parent });
  const tcp = { ipProtocol: "tcp", fromPort: port, toPort: port };
  new SecurityGroupIngressRule(`${name}-proxy-from-app`, { ...tcp, securityGroupId: group.id, referencedSecurityGroupId: proxy.appSecurityGroupId, description: "Queries from the application" }, { parent: group });
  new SecurityGroupEgressRule(`${name}-proxy-to-database`, { ...tcp, securityGroupId: group.id, referencedSecurityGroupId: args.databaseSecurityGroupId, description: "Queries to the database" }, { parent: group });
  new SecurityGroupEgressRule(`${name}-app-to-proxy`, { ...tcp, securityGroupId: proxy.appSecurityGroupId, referencedSecurityGroupId: group.id, description: "Queries through the proxy" }, { parent: group });
  new SecurityGroupIngressRule(`${name}-database-from-proxy`, { ...tcp, securityGroupId: args.databaseSecurityGroupId, referencedSecurityGroupId: group.id, description: "Queries through the proxy" }, { parent: group });
  return group.id;
}
