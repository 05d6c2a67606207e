import * as aws from "@pulumi/aws/provider.js";
import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import type { Deployment } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import { createFoundation, type Foundation } from "./foundation.ts";
import { createRecoveryRegion, type RecoveryRegion } from "./recovery-region.ts";
import { DrMode } from "./recovery-objectives.ts";
import { requiredTags } from "./required-tags.ts";

/** The components of one platform stack, for outputs and for what is built on them. */
export interface Platform extends Foundation {
  readonly deployment: Deployment;
  /** Undefined where the stack keeps backups alone in the recovery region. */
  readonly recovery: RecoveryRegion | undefined;
}

/**
 * Wires the platform: one provider, whose default tags reach every resource, and the components in
 * the order in which they need each other. Stacks differ by configuration alone.
 */
export async function createPlatform(config: PlatformConfig): Promise<Platform> {
  const tags = requiredTags(config);
  const provider = new aws.Provider("aws", { region: config["aws:region"], defaultTags: { tags } });
  const { accountId } = await getCallerIdentity({}, { provider });
  const deployment = { prefix: config.prefix, accountId, region: config["aws:region"], recoveryRegion: config.dr.region };
  const place = { config, deployment, tags, inAccount: { providers: { aws: provider } } };

  const foundation = createFoundation(place);
  const { mode, network } = config.dr;
  const recovery = mode === DrMode.Backup || network === undefined ? undefined : createRecoveryRegion(place, foundation, network);
  return { deployment, ...foundation, recovery };
}
