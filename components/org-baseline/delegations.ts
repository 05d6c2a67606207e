import { OrganizationDelegatedAdminAccount } from "@pulumi/aws/cloudtrail/organizationDelegatedAdminAccount.js";
import { OrganizationAdminAccount as GuardDutyAdministrator } from "@pulumi/aws/guardduty/organizationAdminAccount.js";
import { DelegatedAdminAccount as InspectorAdministrator } from "@pulumi/aws/inspector2/delegatedAdminAccount.js";
import { OrganizationAdminAccount as MacieAdministrator } from "@pulumi/aws/macie2/organizationAdminAccount.js";
import { DelegatedAdministrator } from "@pulumi/aws/organizations/delegatedAdministrator.js";
import { OrganizationAdminAccount as SecurityHubAdministrator } from "@pulumi/aws/securityhub/organizationAdminAccount.js";
import type * as pulumi from "@pulumi/pulumi";

/** Services that administer by Organizations' own registration, once for all regions. */
const REGISTERED: Readonly<Record<string, string>> = {
  "access-analyzer": "access-analyzer.amazonaws.com",
  backup: "backup.amazonaws.com",
  config: "config.amazonaws.com",
  "config-rules": "config-multiaccountsetup.amazonaws.com",
};

/**
 * Services that work in every account of the organization. IAM manages root users; the account service sets contacts;
 * tag policies are reported on.
 */
export const TRUSTED_SERVICES: readonly string[] = [
  "account.amazonaws.com", "cloudtrail.amazonaws.com", "guardduty.amazonaws.com", "iam.amazonaws.com", "inspector2.amazonaws.com", "macie.amazonaws.com",
  "malware-protection.guardduty.amazonaws.com", "securityhub.amazonaws.com", "tagpolicies.tag.amazonaws.com", ...Object.values(REGISTERED),
].toSorted();

/**
 * One account administers security for all others, so that nobody has to work in the management account.
 * GuardDuty, Security Hub, Macie and Inspector are told so in each region.
 */
export function createDelegations(parent: pulumi.Resource, name: string, accountId: pulumi.Output<string>, regions: readonly string[]): void {
  for (const [key, servicePrincipal] of Object.entries(REGISTERED)) {
    new DelegatedAdministrator(`${name}-delegated-${key}`, { accountId, servicePrincipal }, { parent });
  }
  new OrganizationDelegatedAdminAccount(`${name}-delegated-cloudtrail`, { accountId }, { parent });
  for (const region of regions) {
    new GuardDutyAdministrator(`${name}-delegated-guardduty-${region}`, { adminAccountId: accountId, region }, { parent });
    new SecurityHubAdministrator(`${name}-delegated-securityhub-${region}`, { adminAccountId: accountId, region }, { parent });
    new MacieAdministrator(`${name}-delegated-macie-${region}`, { adminAccountId: accountId, region }, { parent });
    new InspectorAdministrator(`${name}-delegated-inspector-${region}`, { accountId, region }, { parent });
  }
}
