import type { Problem } from "../lib/problems.ts";
import { DEPLOYABLE_TYPES } from "./deploy-actions/deployable-types.ts";
import { REGISTERED_TYPES } from "./deploy-actions/registered-types.ts";
import type { DeliveryRolesArgs } from "./delivery-roles.ts";
import type { PipelineRole } from "./pipeline-plan.ts";
import { POLICIES_PER_ROLE } from "./policy-parts.ts";

/** Words of GitHub that a token's subject carries as they are; `:` parts a subject, `*` and `?` are patterns. */
const PLACE = /^[^*?:\s]{1,255}$/u;

/** What is wrong with where workflows run. Pure, so that a stack's configuration is held to the same. */
export function githubProblems(args: Pick<DeliveryRolesArgs, "repository" | "repositoryId" | "branch" | "previewEnvironment" | "deployEnvironment">): readonly Problem[] {
  const { repository, repositoryId, branch, previewEnvironment = "preview", deployEnvironment = "production" } = args;
  return [
    ...matching("repository", repository, /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/u, "one repository of GitHub as owner/name, without patterns", "Name the repository that deploys this stack"),
    ...matching("repositoryId", repositoryId, /^\d{1,20}$/u, "the number that GitHub gave the repository", "Look it up: gh api repos/<owner>/<name> --jq .id"),
    ...matching("branch", branch, PLACE, "one branch, without patterns and colons", "Leave it out for main"),
    ...matching("previewEnvironment", previewEnvironment, PLACE, "one environment of GitHub, without patterns and colons", "Leave it out for preview"),
    ...matching("deployEnvironment", deployEnvironment, PLACE, "one environment of GitHub, without patterns and colons", "Leave it out for production"),
    ...(previewEnvironment === deployEnvironment ? [{
      argument: "previewEnvironment", value: previewEnvironment, allowed: "an environment other than deployEnvironment: who previews must not deploy", change: "Give previews an environment of their own",
    }] : []),
  ];
}

/** Everything that is wrong with the arguments, before anything is created. */
export function deliveryProblems(args: DeliveryRolesArgs, roles: readonly PipelineRole[]): readonly Problem[] {
  const { deployment, imageRepositories, resourceTypes, keyAliases, keptImages = 200, stateBucket, stateKeyAlias, roleBoundaryArn, managedOnly } = args;
  const known = new Set(DEPLOYABLE_TYPES);
  const unknownTypes = (resourceTypes ?? []).filter((type) => !known.has(type));
  return [
    ...githubProblems(args),
    ...imageRepositories.flatMap((image, index) => matching(`imageRepositories[${String(index)}]`, image, /^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-][a-z0-9]+)*)*$/u,
      "a name that ECR takes: a-z, 0-9, single . _ - and / within", `It is stored as ${deployment.prefix}/<name>`)),
    ...(new Set(imageRepositories).size === imageRepositories.length ? [] : [{ argument: "imageRepositories", value: [...imageRepositories], allowed: "each name once", change: "Remove the repeated one" }]),
    ...(Number.isInteger(keptImages) && keptImages >= 50 && keptImages <= 1000 ? [] : [{
      argument: "keptImages", value: keptImages, allowed: "whole images from 50, so that what runs can be pulled again, to 1000", change: "Leave it out for 200",
    }]),
    ...keyAliases.flatMap((alias, index) => matching(`keyAliases[${String(index)}]`, alias, /^alias\/[\w/-]+$/u, "an alias of KMS such as alias/hipaa-dev/logs, without patterns", "List the aliases of the key ring")),
    ...(unknownTypes.length === 0 ? [] : [{
      argument: "resourceTypes", value: unknownTypes, allowed: "types whose actions are known", change: "Add them to components/delivery-roles/deploy-actions, or remove them",
    }]),
    ...((stateBucket === undefined) === (stateKeyAlias === undefined) ? [] : [{
      argument: stateBucket === undefined ? "stateBucket" : "stateKeyAlias", value: null, allowed: "both or neither: the state is always encrypted under a key of its own", change: "Give both, or leave both out for Pulumi Cloud",
    }]),
    ...matching("stateKeyAlias", stateKeyAlias, /^alias\/[\w/-]+$/u, "an alias of KMS such as alias/hipaa-state", "Give the alias of the state's key"),
    ...matching("roleBoundaryArn", roleBoundaryArn, /^arn:[a-z-]+:iam::\d{12}:policy\/[\w+=,.@/-]+$/u, "the ARN of a managed policy of an account", "Give the boundary's ARN, or leave it out"),
    ...(managedOnly === true ? [{
      argument: "managedOnly", value: true,
      allowed: "cannot hold here: AWS maintains no policy for deploying one platform or signing with one key. PowerUserAccess with IAMFullAccess for the deploy role, ReadOnlyAccess (which reads every object) for previews and "
        + "AmazonEC2ContainerRegistryPowerUser (every repository) for images would be as near as it gets, and the policy pack refuses the first two",
      change: "Leave DeliveryRoles out of this stack, or accept its own policies",
    }] : []),
    ...roles.filter(({ policies }) => policies.length + 1 > POLICIES_PER_ROLE).map(({ role, policies }) => ({
      argument: "resourceTypes", value: (resourceTypes ?? REGISTERED_TYPES).length,
      allowed: `what fits into ${String(POLICIES_PER_ROLE)} policies of a role: ${role} would need ${String(policies.length + 1)}`, change: "List only the types that the stack registers",
    })),
  ];
}

function matching(argument: string, value: string | undefined, pattern: RegExp, allowed: string, change: string): readonly Problem[] {
  return value === undefined || pattern.test(value) ? [] : [{ argument, value, allowed, change }];
}
