import type { ProviderSettings } from "./resource-model.ts";
import { isList, isProperties, type Properties, UNKNOWN, type Value } from "./wire.ts";

/** Region of a provider that names none, as the AWS examples use it. */
export const DEFAULT_REGION = "us-east-1";

/** Reads a provider's configuration; SDKs send nested values as JSON text. */
export function providerSettings(configuration: Properties): ProviderSettings {
  const region = configuration["region"];
  const defaultTags = nested(configuration["defaultTags"]);
  const tags = isProperties(defaultTags) ? nested(defaultTags["tags"]) : undefined;
  const roles = nested(configuration["assumeRoles"]);
  return {
    region: typeof region === "string" && region !== UNKNOWN ? region : DEFAULT_REGION,
    defaultTags: isProperties(tags) ? tags : {},
    assumeRoleArns: isList(roles)
      ? roles.flatMap((role) => (isProperties(role) && typeof role["roleArn"] === "string" ? [role["roleArn"]] : []))
      : [],
  };
}

function nested(value: Value | undefined): Value | undefined {
  return typeof value === "string" && /^[[{]/u.test(value) ? JSON.parse(value) : value;
}
