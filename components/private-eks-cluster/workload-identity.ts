import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { attachManaged, type ManagedPolicy } from "../lib/managed-policy.ts";
import { policyDocument } from "../lib/policy-document.ts";
import { type Problem, refuseProblems } from "../lib/problems.ts";

/** A workload that calls AWS under a role of its own (S1-11). */
export interface Workload {
  /** Role name after the prefix: 1 to 40 of a-z, 0-9 and `-`. */
  readonly name: string;
  /** Kubernetes namespace. */
  readonly namespace: string;
  /** Kubernetes service account. */
  readonly serviceAccount: string;
  /** ARNs of managed policies with what the workload may do. */
  readonly policyArns: pulumi.Input<string>[];
}

export interface WorkloadRole {
  readonly role: Role;
  readonly association: PodIdentityAssociation;
}

/**
 * Creates the role and gives it to pods of one service account by Pod Identity: a pod gets its
 * credentials from the agent on its node, never the node's own.
 */
export function createWorkloadRole(
  parent: pulumi.Resource, name: string, deployment: Deployment, clusterName: pulumi.Input<string>, workload: Workload, managed: readonly ManagedPolicy[] = [],
): WorkloadRole {
  const logicalName = `${name}-${workload.name}`;
  const { role, attachments } = createRole(parent, logicalName, deployment, workload, workloadTrust(deployment, workload), managed);
  const association = new PodIdentityAssociation(logicalName, {
    clusterName,
    namespace: workload.namespace,
    serviceAccount: workload.serviceAccount,
    roleArn: role.arn,
  }, { parent, dependsOn: attachments });
  return { role, association };
}

function createRole(parent: pulumi.Resource, logicalName: string, deployment: Deployment, { name, namespace, serviceAccount, policyArns }: Workload, trust: string, managed: readonly ManagedPolicy[] = []) {
  const role = new Role(logicalName, {
    name: workloadRoleName(deployment, name),
    description: `Pods of ${namespace}/${serviceAccount}`,
    assumeRolePolicy: trust,
  }, { parent });
  const permission = (index: number): string => `${logicalName}-${String(index)}`;
  const attachments = [
    ...managed.map((policy, index) => attachManaged(permission(index), { deployment, role: role.name, ...policy }, { parent })),
    ...policyArns.map((policyArn, index) => new RolePolicyAttachment(permission(managed.length + index), { role: role.name, policyArn }, { parent })),
  ];
  return { role, attachments };
}

export function workloadRoleName(deployment: Deployment, name: string): string {
  return `${deployment.prefix}-${name}`;
}

/** Trust in pods of one service account in this stack's cluster, told by the session tags that EKS sets. */
export function workloadTrust(deployment: Deployment, { namespace, serviceAccount }: Pick<Workload, "namespace" | "serviceAccount">): string {
  return policyDocument([{
    sid: "PodsOfServiceAccount",
    reason: `only pods of ${namespace}/${serviceAccount} in this cluster may use the role`,
    principals: { Service: ["pods.eks.amazonaws.com"] },
    actions: ["sts:AssumeRole", "sts:TagSession"],
    conditions: {
      StringEquals: {
        "aws:SourceAccount": deployment.accountId,
        "aws:RequestTag/kubernetes-namespace": namespace,
        "aws:RequestTag/kubernetes-service-account": serviceAccount,
      },
      ArnEquals: { "aws:SourceArn": arnOf(deployment, "eks", `cluster/${deployment.prefix}`) },
    },
  }]);
}

/** What a role for a workload follows from, in a stack that knows the deployed cluster. */
export interface WorkloadRoleArgs {
  readonly deployment: Deployment;
  readonly clusterName: pulumi.Input<string>;
  readonly workload: Workload;
  /**
   * Issuer of the cluster's tokens, without `https://`, as a plain value: for pods that Pod Identity
   * does not reach, whose service account then names the role (IRSA).
   * @default Pod Identity
   */
  readonly oidcIssuer?: string;
}

/**
 * Makes a role that pods of exactly one service account of one cluster may use (S1-11, S2-20), by
 * Pod Identity or, with an issuer, by their token.
 * @throws {pulumi.ResourceError} with every argument that cannot be used, before anything is created
 */
export function workloadRole(parent: pulumi.Resource, name: string, { deployment, clusterName, workload, oidcIssuer }: WorkloadRoleArgs): Role {
  refuseProblems([...workloadProblems([workload]), ...issuerProblems(oidcIssuer)], parent, name);
  return oidcIssuer === undefined
    ? createWorkloadRole(parent, name, deployment, clusterName, workload).role
    : createRole(parent, `${name}-${workload.name}`, deployment, workload, tokenTrust(deployment, oidcIssuer, workload)).role;
}

/** Trust in tokens that one cluster issued to one service account, for AWS alone. */
export function tokenTrust(deployment: Deployment, issuer: string, { namespace, serviceAccount }: Pick<Workload, "namespace" | "serviceAccount">): string {
  return policyDocument([{
    sid: "TokensOfServiceAccount",
    reason: `only pods of ${namespace}/${serviceAccount} in this cluster may use the role`,
    principals: { Federated: [arnOf(deployment, "iam", `oidc-provider/${issuer}`, "")] },
    actions: ["sts:AssumeRoleWithWebIdentity"],
    conditions: { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}` } },
  }]);
}

function issuerProblems(issuer: string | undefined): readonly Problem[] {
  return issuer === undefined || /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]+$/u.test(issuer) ? [] : [{
    argument: "oidcIssuer", value: issuer, allowed: "the issuer of an EKS cluster without https://, such as oidc.eks.us-east-1.amazonaws.com/id/ABC", change: "Give the cluster's output oidcIssuer",
  }];
}

/** Names taken by roles of the cluster itself. */
const OWN_ROLES: readonly string[] = ["vpc-cni", "ebs-csi", "cloudwatch", "eks-control-plane", "eks-nodes"];

export function workloadProblems(workloads: readonly Workload[]): readonly Problem[] {
  const names = [...OWN_ROLES, ...workloads.map(({ name }) => name)];
  const accounts = workloads.map(({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`);
  return workloads.flatMap(({ name, namespace, serviceAccount }, index) => {
    const argument = `workloads[${String(index)}]`;
    const account = `${namespace}/${serviceAccount}`;
    return [
      ...(/^[a-z0-9-]{1,40}$/u.test(name) ? [] : [{ argument: `${argument}.name`, value: name, allowed: "1 to 40 of a-z, 0-9 and -", change: "Rename it" }]),
      ...(names.indexOf(name) === index + OWN_ROLES.length ? [] : [{ argument: `${argument}.name`, value: name, allowed: "a name that no other workload has", change: "Rename one of the two" }]),
      ...labelProblems(`${argument}.namespace`, namespace),
      ...labelProblems(`${argument}.serviceAccount`, serviceAccount),
      ...(accounts.indexOf(account) === index ? [] : [{
        argument, value: account, allowed: "one role for each service account", change: "Put the policies of both into one, or give one a service account of its own",
      }]),
    ];
  });
}

function labelProblems(argument: string, value: string): readonly Problem[] {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/u.test(value) ? [] : [{
    argument, value, allowed: "a Kubernetes name, and no pattern: 1 to 63 of a-z, 0-9 and -", change: "Name exactly one",
  }];
}
