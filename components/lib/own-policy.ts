import { Policy } from "@pulumi/aws/iam/policy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";
import { awsManagedPolicyName, type Deployment } from "./deployment.ts";
import { attachManaged, type ManagedPolicy } from "./managed-policy.ts";
import { tellReplacement } from "./permission-reasons.ts";

/** A policy of the program's own, or what takes its place; one of the two is empty. */
export interface OwnPolicy {
  /** ARN of the policy that was made. */
  readonly arns: readonly pulumi.Output<string>[];
  /** Policies that AWS maintains and that allow more. */
  readonly wider: readonly ManagedPolicy[];
}

export interface OwnPolicySpec {
  readonly deployment: Deployment;
  /** Physical name. */
  readonly name: string;
  readonly description?: string;
  /** The document. */
  readonly policy: string;
  readonly tags?: Record<string, string>;
}

export interface OwnAttachment {
  readonly deployment: Deployment;
  /** Name of the role. */
  readonly role: pulumi.Input<string>;
  readonly policy: OwnPolicy;
}

/**
 * Makes a customer-managed policy, unless `Deployment.managedPolicies` names policies of AWS's in its place.
 * @throws {pulumi.ResourceError} for an ARN in its place that is of no policy that AWS lets a role have
 */
export function ownPolicy(logicalName: string, { deployment, ...args }: OwnPolicySpec, options: pulumi.CustomResourceOptions): OwnPolicy {
  const arns = deployment.managedPolicies?.[logicalName];
  if (arns === undefined) {
    return { arns: [new Policy(logicalName, args, options).arn], wider: [] };
  }
  tellReplacement(logicalName);
  return {
    arns: [],
    wider: arns.map((arn) => {
      const policy = awsManagedPolicyName(arn);
      if (policy === undefined) {
        throw new pulumi.ResourceError(`deployment.managedPolicies.${logicalName} = ${JSON.stringify(arn)}: the ARN of a policy that AWS maintains and lets roles have. Give one such as arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy`, options.parent, true);
      }
      return { policy, reason: `takes the place of ${logicalName}, wider` };
    }),
  };
}

/** Gives a role the policy, or what takes its place. @returns what to wait for before the role is used */
export function attachOwn(logicalName: string, { deployment, role, policy }: OwnAttachment, options: pulumi.CustomResourceOptions): readonly RolePolicyAttachment[] {
  return [
    ...policy.arns.map((policyArn) => new RolePolicyAttachment(logicalName, { role, policyArn }, options)),
    ...policy.wider.map((managed, index) => attachManaged(index === 0 ? logicalName : `${logicalName}-${String(index + 1)}`, { deployment, role, ...managed }, options)),
  ];
}
