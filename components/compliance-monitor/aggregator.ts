import { ConfigurationAggregator } from "@pulumi/aws/cfg/configurationAggregator.js";
import { Role } from "@pulumi/aws/iam/role.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { attachManaged } from "../lib/managed-policy.ts";
import { serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import { monitorNames } from "./monitor-names.ts";

/** What an aggregator brings together. */
export const AggregatorScope = {
  /** No aggregator. */
  None: "none",
  /** Both regions of this account. */
  Account: "account",
  /** Both regions of every account of the organization; from its management account or AWS Config's delegated administrator. */
  Organization: "organization",
} as const;
export type AggregatorScope = (typeof AggregatorScope)[keyof typeof AggregatorScope];

/** One view on several regions or accounts. */
export function createAggregator(parent: pulumi.Resource, name: string, deployment: Deployment, scope: AggregatorScope): void {
  const regions = [deployment.region, deployment.recoveryRegion];
  const common = { name: monitorNames(deployment).aggregator, tags: classified("operational") };
  switch (scope) {
    case AggregatorScope.None:
      return;
    case AggregatorScope.Account:
      new ConfigurationAggregator(`${name}-aggregator`, { ...common, accountAggregationSource: { accountIds: [deployment.accountId], regions } }, { parent });
      return;
    case AggregatorScope.Organization: {
      const { role, permission } = organizationRole(parent, name, deployment);
      new ConfigurationAggregator(`${name}-aggregator`, { ...common, organizationAggregationSource: { regions, roleArn: role.arn } }, { parent, dependsOn: [permission] });
    }
  }
}

/** The one right it needs, to list accounts, is in a policy that AWS keeps for this purpose. */
function organizationRole(parent: pulumi.Resource, name: string, deployment: Deployment): { readonly role: Role; readonly permission: pulumi.Resource } {
  const role = new Role(`${name}-aggregator-role`, {
    name: monitorNames(deployment).aggregatorRole,
    description: "AWS Config lists the accounts of the organization",
    assumeRolePolicy: serviceTrustIfSourceSent("config.amazonaws.com", deployment.accountId),
  }, { parent });
  const permission = attachManaged(`${name}-aggregator-permission`, {
    deployment, role: role.name, policy: "service-role/AWSConfigRoleForOrganizations", reason: "AWS Config lists the organization's accounts to bring their records together",
  }, { parent: role });
  return { role, permission };
}
