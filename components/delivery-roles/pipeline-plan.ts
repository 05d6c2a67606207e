import type { Statement } from "../lib/policy-document.ts";
import { REGISTERED_TYPES } from "./deploy-actions/registered-types.ts";
import { deployStatements, previewStatements, type StateBackend, stateStatements } from "./deploy-policies.ts";
import { Reach } from "./deploy-words.ts";
import { boundaryStatements, guardStatements } from "./delivery-guard.ts";
import { deliveryNames } from "./delivery-names.ts";
import type { DeliveryRolesArgs } from "./delivery-roles.ts";
import { githubTrust, type WorkflowPlace } from "./github-trust.ts";
import { publishStatements } from "./image-policies.ts";
import { policyParts } from "./policy-parts.ts";

/** One role of the pipeline: who takes it and what it may do, known before anything exists. */
export interface PipelineRole {
  /** Part of logical names. */
  readonly part: "preview" | "publish" | "deploy";
  readonly role: string;
  readonly description: string;
  readonly trust: string;
  /** Statements of each of its policies, beside the guard. */
  readonly policies: readonly (readonly Statement[])[];
}

/** The three roles of the pipeline, pure. */
export function pipelineRoles(args: DeliveryRolesArgs): readonly PipelineRole[] {
  const { deployment, repository, repositoryId } = args;
  const names = deliveryNames(deployment);
  const types = args.resourceTypes ?? REGISTERED_TYPES;
  const branch = args.branch ?? "main";
  const state = stateOf(args);
  const scope = { deployment, keyAliases: [...args.keyAliases, names.imageKeyAlias] };
  const trust = (place: Omit<WorkflowPlace, "repository">): string => githubTrust(deployment, { repository, ...(repositoryId === undefined ? {} : { repositoryId }), ...place });
  return [
    {
      part: "preview", role: names.previewRole, description: `Previews of ${repository}: reads settings, changes nothing`,
      trust: trust({ environment: args.previewEnvironment ?? "preview" }),
      policies: policyParts([...previewStatements(types, scope), ...(state === undefined ? [] : stateStatements(deployment, state, Reach.Read))]),
    },
    {
      part: "publish", role: names.publishRole, description: `Builds of ${repository}: publishes and signs images`,
      trust: trust({ branch }),
      policies: policyParts(publishStatements(deployment)),
    },
    {
      part: "deploy", role: names.deployRole, description: `Deployments of ${repository}`,
      trust: trust({ environment: args.deployEnvironment ?? "production", branch }),
      policies: policyParts([...deployStatements(types, scope), ...(state === undefined ? [] : stateStatements(deployment, state, Reach.Deploy))]),
    },
  ];
}

/** The guard of all three roles. */
export function pipelineGuard({ deployment, roleBoundaryArn }: DeliveryRolesArgs): readonly Statement[] {
  return [...guardStatements(deployment), ...(roleBoundaryArn === undefined ? [] : boundaryStatements(roleBoundaryArn))];
}

function stateOf({ stateBucket, stateKeyAlias }: DeliveryRolesArgs): StateBackend | undefined {
  return stateBucket === undefined || stateKeyAlias === undefined ? undefined : { bucket: stateBucket, keyAlias: stateKeyAlias };
}
