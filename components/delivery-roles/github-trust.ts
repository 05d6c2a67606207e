import type { Deployment } from "../lib/deployment.ts";
import { policyDocument } from "../lib/policy-document.ts";
import { deliveryNames, GITHUB_ISSUER } from "./delivery-names.ts";

/** Where a workflow must run to take a role. */
export interface WorkflowPlace {
  /** `owner/name`. */
  readonly repository: string;
  /** Number that GitHub gave the repository; a name that somebody else takes over later does not open the role. */
  readonly repositoryId?: string;
  /** Environment of the job; its protection rules are asked before a token is made. */
  readonly environment?: string;
  /** Branch of the run; together with an environment, both must hold. */
  readonly branch?: string;
}

/**
 * Trust in workflows of one repository, at one place, compared exactly. AWS reads `sub` and `aud`,
 * and since 2026 the claims `ref` and `repository_id` by themselves.
 */
export function githubTrust(deployment: Deployment, { repository, repositoryId, environment, branch }: WorkflowPlace): string {
  const ref = `refs/heads/${branch ?? ""}`;
  const where = environment === undefined ? `ref:${ref}` : `environment:${environment}`;
  return policyDocument([{
    sid: "GitHubWorkflows",
    reason: `only jobs of ${repository} at ${where} may use the role`,
    principals: { Federated: [deliveryNames(deployment).providerArn] },
    actions: ["sts:AssumeRoleWithWebIdentity"],
    conditions: {
      StringEquals: {
        [`${GITHUB_ISSUER}:aud`]: "sts.amazonaws.com",
        [`${GITHUB_ISSUER}:sub`]: `repo:${repository}:${where}`,
        ...(branch === undefined ? {} : { [`${GITHUB_ISSUER}:ref`]: ref }),
        ...(repositoryId === undefined ? {} : { [`${GITHUB_ISSUER}:repository_id`]: repositoryId }),
      },
    },
  }]);
}
