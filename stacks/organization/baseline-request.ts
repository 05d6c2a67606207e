import type { OrgBaselineArgs } from "../../components/index.ts";
import { stackFields } from "../config/shared.ts";
import { requiredTags } from "../required-tags.ts";
import type { OrganizationConfig } from "./config.ts";

/** What the configuration asks of the organization. */
export function baselineRequest(config: OrganizationConfig, accountId: string): OrgBaselineArgs {
  const { prefix, accounts, securityAccount, accessRoleName, deploymentRoleNames, trustedServices, alsoDeniedServices } = config;
  return {
    deployment: { prefix, accountId, region: config["aws:region"], recoveryRegion: config.dr.region },
    accounts, securityAccount, accessRoleName, deploymentRoleNames, trustedServices, alsoDeniedServices,
    tagValues: { ...Object.fromEntries(Object.keys(requiredTags(config)).map((tag) => [tag, []])), Environment: [...stackFields.environment.options] },
  };
}
