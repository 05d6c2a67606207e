import type * as pulumi from "@pulumi/pulumi";
import { closedSetProblems } from "../lib/closed-set.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { Problem } from "../lib/problems.ts";

/**
 * What a person or a team may do in the cluster. Nobody is made administrator of the whole cluster;
 * who may call `eks:CreateAccessEntry` can be, in an emergency, and CloudTrail records it.
 */
export const ClusterRole = {
  /** Sees everything but secrets. */
  View: "view",
  /** Changes workloads, not permissions. */
  Edit: "edit",
  /** Manages namespaces of its own with their permissions; never the whole cluster. */
  NamespaceAdmin: "namespace-admin",
} as const;
export type ClusterRole = (typeof ClusterRole)[keyof typeof ClusterRole];

/** Who gets in. */
export interface ClusterAccess {
  /** Part of the entry's logical name: 1 to 40 of a-z, 0-9 and `-`. */
  readonly name: string;
  /** ARN of an IAM role; users have credentials that do not expire. */
  readonly principalArn: pulumi.Input<string>;
  readonly role: ClusterRole;
  /**
   * Namespaces in which the role holds; NamespaceAdmin needs some.
   * @default the whole cluster
   */
  readonly namespaces?: string[];
}

const POLICIES = { view: "AmazonEKSViewPolicy", edit: "AmazonEKSEditPolicy", "namespace-admin": "AmazonEKSAdminPolicy" } as const satisfies Readonly<Record<ClusterRole, string>>;

/** Access entries as `eks.Cluster` takes them. */
export function accessEntries(deployment: Deployment, access: readonly ClusterAccess[]) {
  return Object.fromEntries(access.map(({ name, principalArn, role, namespaces }) => [name, {
    principalArn,
    accessPolicies: {
      [role]: {
        policyArn: `arn:${deployment.partition ?? "aws"}:eks::aws:cluster-access-policy/${POLICIES[role]}`,
        accessScope: namespaces === undefined ? { type: "cluster" } : { type: "namespace", namespaces },
      },
    },
  }]));
}

export function accessProblems(access: readonly ClusterAccess[]): readonly Problem[] {
  const names = access.map(({ name }) => name);
  return access.flatMap(({ name, principalArn, role, namespaces }, index) => {
    const argument = `access[${String(index)}]`;
    return [
      ...closedSetProblems(`${argument}.role`, role, ClusterRole),
      ...problemWhen(!/^[a-z0-9-]{1,40}$/u.test(name), `${argument}.name`, name, "1 to 40 of a-z, 0-9 and -", "Rename it"),
      ...problemWhen(names.indexOf(name) !== index, `${argument}.name`, name, "a name of its own for each entry", "Rename one of the two"),
      ...problemWhen(typeof principalArn === "string" && !/^arn:[a-z-]+:iam::\d{12}:role\/.+$/u.test(principalArn), `${argument}.principalArn`, principalArn,
        "the ARN of an IAM role", "Let people assume a role with MFA; users and the root account stay outside"),
      ...problemWhen(role === ClusterRole.NamespaceAdmin && namespaces === undefined, `${argument}.namespaces`, null,
        `${ClusterRole.NamespaceAdmin} holds in namespaces only`, "Name them"),
      ...problemWhen(namespaces?.length === 0, `${argument}.namespaces`, namespaces, "at least one namespace", "Name them, or leave them out for the whole cluster"),
    ];
  });
}

function problemWhen(refused: boolean, argument: string, value: unknown, allowed: string, change: string): readonly Problem[] {
  return refused ? [{ argument, value, allowed, change }] : [];
}
