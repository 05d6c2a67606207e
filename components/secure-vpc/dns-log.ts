import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogResourcePolicy } from "@pulumi/aws/cloudwatch/logResourcePolicy.js";
import { ResolverQueryLogConfig } from "@pulumi/aws/route53/resolverQueryLogConfig.js";
import { ResolverQueryLogConfigAssociation } from "@pulumi/aws/route53/resolverQueryLogConfigAssociation.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified, DataClassification } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { logGroupDelivery } from "../lib/log-group-delivery.ts";

export function dnsLogGroupName(prefix: string): string {
  return `/aws/vpc/${prefix}/dns-queries`;
}

/**
 * Records every name that is looked up in the VPC, with the address that asked, in an encrypted log
 * group: where a workload tries to go shows even when a group or the lack of a route stops it.
 */
export function createDnsLog(
  parent: pulumi.Resource, name: string, deployment: Deployment, vpcId: pulumi.Input<string>, keyArn: pulumi.Input<string>, retentionDays: number,
): LogGroup {
  const group = new LogGroup(`${name}-dns-queries`, {
    name: dnsLogGroupName(deployment.prefix),
    kmsKeyId: keyArn,
    retentionInDays: retentionDays,
    tags: classified(DataClassification.Operational),
  }, { parent });
  // The group's own policy: without one AWS would add one that no stack knows of.
  const policy = new LogResourcePolicy(`${name}-dns-queries`, { resourceArn: group.arn, policyDocument: logGroupDelivery(deployment, [dnsLogGroupName(deployment.prefix)]) }, { parent });
  const config = new ResolverQueryLogConfig(`${name}-dns-queries`, {
    name: `${deployment.prefix}-dns-queries`,
    destinationArn: group.arn,
    tags: { Name: `${deployment.prefix}-dns-queries` },
  }, { parent, dependsOn: [policy] });
  new ResolverQueryLogConfigAssociation(`${name}-dns-queries`, { resolverQueryLogConfigId: config.id, resourceId: vpcId }, { parent });
  return group;
}
