import * as aws from "@pulumi/aws/provider.js";
import * as pulumi from "@pulumi/pulumi";
import { OrgBaseline } from "../../components/index.ts";
import { ownAccount } from "../own-account.ts";
import { requiredTags } from "../required-tags.ts";
import { baselineRequest } from "./baseline-request.ts";
import type { OrganizationConfig } from "./config.ts";
import { createManagementAccount } from "./management-account.ts";

/** What an organization's stack exports: platforms take ids of accounts as configuration. */
export interface OrganizationOutputs {
  readonly organizationId: pulumi.Output<string>;
  /** Account that the organization is managed from. */
  readonly managementAccountId: string;
  /** Ids of the member accounts, by name. */
  readonly accountIds: pulumi.Output<Record<string, string>>;
  /** Ids of the units, by name. */
  readonly unitIds: pulumi.Output<Record<string, string>>;
  /** Trail of all accounts and the bucket with its logs; absent without `audit`. */
  readonly cloudTrailArn?: pulumi.Output<string>;
  readonly auditLogBucketName?: pulumi.Output<string>;
}

/** Creates the organization and, where the configuration has `audit`, a trail of all its accounts. */
export async function createOrganization(config: OrganizationConfig): Promise<OrganizationOutputs> {
  const { prefix, audit, alerts } = config;
  const provider = new aws.Provider("aws", { region: config["aws:region"], defaultTags: { tags: requiredTags(config) } });
  const accountId = await ownAccount(config, provider);
  const inAccount = { providers: { aws: provider } };

  const request = baselineRequest(config, accountId);
  const baseline = new OrgBaseline(`${prefix}-baseline`, request, inAccount);
  const trail = audit === undefined || alerts === undefined ? undefined : createManagementAccount({
    deployment: request.deployment, audit, emails: alerts.emails, baseline, inAccount,
  });
  return {
    organizationId: audit === undefined ? baseline.organizationId : baseline.organizationId.apply((id) => expectedId(id, audit.organizationId)),
    managementAccountId: accountId,
    accountIds: baseline.accountIds,
    unitIds: baseline.unitIds,
    ...(trail === undefined ? {} : { cloudTrailArn: trail.trailArn, auditLogBucketName: trail.logBucketName }),
  };
}

/**
 * The organization's id, which policies of the trail's bucket are built of: by another, no account's logs come in.
 * @throws {pulumi.RunError} when the configuration has another
 */
export function expectedId(id: string, configured: string): string {
  if (id !== configured) {
    throw new pulumi.RunError(`audit.organizationId = ${JSON.stringify(configured)}: the organization's id is ${id}. Set it to that`);
  }
  return id;
}
