import { OpenIdConnectProvider } from "@pulumi/aws/iam/openIdConnectProvider.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
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
  parent: pulumi.Resource, name: string, { roleBoundaryArn }: DeliveryRolesArgs, plan: PipelineRole, guard: Policy, provider: OpenIdConnectProvider | undefined,
): Role {
  const logicalName = `${name}-${plan.part}`;
  const role = new Role(logicalName, {
    name: plan.role,
    description: plan.description,
    assumeRolePolicy: plan.trust,
    maxSessionDuration: 3600,
    ...(roleBoundaryArn === undefined ? {} : { permissionsBoundary: roleBoundaryArn }),
  }, { parent, ...(provider === undefined ? {} : { dependsOn: [provider] }) });
  const policies = plan.policies.map((statements, index) => createPolicy(parent, `${logicalName}-${String(index + 1)}`, `${plan.role}-${String(index + 1)}`, plan.description, statements));
  for (const [index, policy] of [guard, ...policies].entries()) {
    new RolePolicyAttachment(`${logicalName}-permission-${String(index)}`, { role: role.name, policyArn: policy.arn }, { parent });
  }
  return role;
}

export function createPolicy(parent: pulumi.Resource, logicalName: string, name: string, description: string, statements: readonly Statement[]): Policy {
  return new Policy(logicalName, { name, description, policy: policyDocument(statements) }, { parent });
}
