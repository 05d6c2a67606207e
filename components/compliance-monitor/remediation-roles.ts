import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { policyDocument, serviceTrust } from "../lib/policy-document.ts";
import { monitorNames } from "./monitor-names.ts";
import { RemediationApproval, remediationStatements } from "./remediations.ts";

/** One role for each approval, so that what runs by itself has no right to what a person must approve. */
export function createRemediationRoles(parent: pulumi.Resource, name: string, deployment: Deployment): readonly pulumi.Resource[] {
  return Object.values(RemediationApproval).map((approval) => {
    const roleName = monitorNames(deployment).remediationRole(approval);
    const role = new Role(`${name}-${approval}`, {
      name: roleName,
      description: `Puts findings of AWS Config right: ${approval} approval`,
      assumeRolePolicy: serviceTrust("ssm.amazonaws.com", deployment.accountId),
    }, { parent });
    const policy = new Policy(`${name}-${approval}-policy`, {
      name: roleName, description: "The calls of the approved remediation documents", policy: policyDocument(remediationStatements(deployment, approval)),
    }, { parent: role });
    return new RolePolicyAttachment(`${name}-${approval}-permission`, { role: role.name, policyArn: policy.arn }, { parent: role });
  });
}
