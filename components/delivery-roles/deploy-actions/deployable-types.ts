import { computeActions } from "./compute.ts";
import { dataActions } from "./data-stores.ts";
import { edgeActions } from "./edge.ts";
import { identityActions } from "./identity.ts";
import { oversightActions } from "./oversight.ts";
import type { ServiceActions } from "./service-actions.ts";

/** What it takes to deploy, by service. */
export const DEPLOY_ACTIONS: readonly ServiceActions[] = [...computeActions, ...dataActions, ...oversightActions, ...edgeActions, ...identityActions];

/** Every resource type whose actions are known, sorted. */
export const DEPLOYABLE_TYPES: readonly string[] = DEPLOY_ACTIONS.flatMap(({ types }) => Object.keys(types)).sort();
