import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { project } from "../../architecture/source-files.ts";
import type { RawConfig } from "../stack-files.ts";

/** The organization's own file, as the program receives it. */
export function organizationFile(): RawConfig {
  const { config }: { readonly config: RawConfig } = parse(readFileSync(join(project, "stacks/organization/Pulumi.org.yaml"), "utf8"));
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace(/^hipaa-organization:/u, ""), value]));
}

/** What the file says of a trail, in its comments. */
export const TRAIL = {
  audit: { organizationId: "o-a1b2c3d4e5", retentionDays: 2557, archiveAfterDays: 90, objectLock: { mode: "GOVERNANCE", days: 2192 } },
  alerts: { emails: ["security@example.org"] },
};
