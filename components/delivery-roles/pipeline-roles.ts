import { OpenIdConnectProvider } from "@pulumi/aws/iam/openIdConnectProvider.js";
import { Role } from "@pulumi/aws/iam/role.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { attachOwn, type OwnPolicy, ownPolicy } from "../lib/own-policy.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import type { DeliveryRolesArgs } from "./delivery-roles.ts";
import { GITHUB_ISSUER } from "./delivery-names.ts";
import type { PipelineRole } from "./pipeline-plan.ts";

/** GitHub as an identity provider of the account; AWS checks its certificate against authorities of its own. */
export function createProvider(parent: pulumi.Resource, name: string, { existingProvider }: DeliveryRolesArgs): OpenIdConnectProvider | undefined {
  return existingProvider === true ? undefined : new OpenIdConnectProvider(`${name}-github`, {
    url: `https://${GITHUB_ISSUER}`, clientIdLists: ["sts.amazonaws.com"],
  }, { parent });
}

/** One role of the pipeline with its policies, and under the guard. */
export function createPipelineRole(
  parent: pulumi.Resource, name: string, { deployment, roleBoundaryArn }: DeliveryRolesArgs, plan: PipelineRole, guard: OwnPolicy, provider: OpenIdConnectProvider | undefined,
): Role {
  const logicalName = `${name}-${plan.part}`;
  const role = new Role(logicalName, {
    name: plan.role,
    description: plan.description,
    assumeRolePolicy: plan.trust,
    maxSessionDuration: 3600,
    ...(roleBoundaryArn === undefined ? {} : { permissionsBoundary: roleBoundaryArn }),
  }, { parent, ...(provider === undefined ? {} : { dependsOn: [provider] }) });
  const policies = plan.policies.map((statements, index) => createPolicy(parent, deployment, `${logicalName}-${String(index + 1)}`, `${plan.role}-${String(index + 1)}`, plan.description, statements));
  for (const [index, policy] of [guard, ...policies].entries()) {
    attachOwn(`${logicalName}-permission-${String(index)}`, { deployment, role: role.name, policy }, { parent });
  }
  return role;
}

export function createPolicy(parent: pulumi.Resource, deployment: Deployment, logicalName: string, name: string, description: string, statements: readonly Statement[]): OwnPolicy {
  return ownPolicy(logicalName, { deployment, name, description, policy: policyDocument(statements) }, { parent });
}
