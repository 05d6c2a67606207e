import { setImmediate as turn } from "node:timers/promises";
import * as aws from "@pulumi/aws/provider.js";
import type { AccessHost, ApiEdge, ComplianceMonitor, ContentDelivery, DeliveryRoles, Deployment, Identity, Observability } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import { createAccessHost, createApi, createDelivery, createIdentity, createSite } from "./entrances.ts";
import { createFoundation, type Foundation } from "./foundation.ts";
import { holdToManagedPolicies } from "./managed-policies.ts";
import { createObservability } from "./observation.ts";
import { ownAccount } from "./own-account.ts";
import { createRecoveryRegion, type RecoveryRegion } from "./recovery-region.ts";
import { DrMode } from "./recovery-objectives.ts";
import { boundRoles } from "./role-boundary.ts";
import { createCompliance } from "./safeguards.ts";
import { requiredTags } from "./required-tags.ts";

/** The components of one platform stack, for outputs and for what is built on them. */
export interface Platform extends Foundation {
  readonly deployment: Deployment;
  /** Undefined where the stack keeps backups alone in the recovery region. */
  readonly recovery: RecoveryRegion | undefined;
  readonly compliance: ComplianceMonitor | undefined;
  readonly identity: Identity | undefined;
  readonly api: ApiEdge | undefined;
  readonly site: ContentDelivery | undefined;
  readonly observability: Observability;
  readonly accessHost: AccessHost | undefined;
  readonly delivery: DeliveryRoles | undefined;
}

/**
 * Wires the platform: one provider, whose default tags reach every resource, and the components in
 * the order in which they need each other. Stacks differ by configuration alone.
 * @throws {pulumi.RunError} where `iam.managedOnly` finds policies that are not AWS's own
 */
export async function createPlatform(config: PlatformConfig): Promise<Platform> {
  const { managedOnly, widerPolicies } = config.iam;
  const checkPolicies = managedOnly ? holdToManagedPolicies(widerPolicies) : undefined;
  if (config.iam.roleBoundaryArn !== undefined) {
    boundRoles(config.iam.roleBoundaryArn);
  }
  const tags = requiredTags(config);
  const provider = new aws.Provider("aws", { region: config["aws:region"], defaultTags: { tags } });
  const accountId = await ownAccount(config, provider);
  const deployment = { prefix: config.prefix, accountId, region: config["aws:region"], recoveryRegion: config.dr.region, ...(managedOnly ? { managedPolicies: widerPolicies } : {}) };
  const place = { config, deployment, tags, inAccount: { providers: { aws: provider } } };

  const foundation = await createFoundation(place);
  await turn();
  const { mode, network } = config.dr;
  const recovery = mode === DrMode.Backup || network === undefined ? undefined : createRecoveryRegion(place, foundation, network);
  await turn();
  const identity = createIdentity(place, foundation);
  const api = identity === undefined ? undefined : createApi(place, foundation, identity);
  await turn();
  const platform: Platform = {
    deployment, ...foundation, recovery, identity, api,
    site: createSite(place, foundation, api),
    observability: createObservability(place, foundation, { identity, api }),
    compliance: createCompliance(place, foundation, recovery?.network),
    accessHost: createAccessHost(place, foundation),
    delivery: createDelivery(place),
  };
  await checkPolicies?.();
  return platform;
}
