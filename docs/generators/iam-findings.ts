import type { IamReport, OwnPolicy } from "./iam-report.ts";

/** A policy that AWS does not maintain, which a stack with `iam.managedOnly` may not have (X-02, S5-09). */
export interface CustomPolicy {
  readonly component: string;
  readonly kind: string;
  readonly policy: string;
  /** Roles that hold it; none for a policy that people attach. */
  readonly roles: readonly string[];
  /** Ids of its statements: what would have to be allowed by a wider policy of AWS's, or given up. */
  readonly statements: readonly string[];
}

/** Every policy of the program's own, once each. */
export function customPolicies({ roles, loose }: IamReport): readonly CustomPolicy[] {
  const found = new Map<string, CustomPolicy>();
  const add = ({ component, kind }: { readonly component: string; readonly kind: string }, { policy, statements, inline }: OwnPolicy, role: readonly string[]): void => {
    const key = inline ? `${policy} of ${role.join("")}` : policy;
    const before = found.get(key);
    found.set(key, { component, kind, policy, statements: statements.map(({ sid }) => sid), ...before, roles: [...before?.roles ?? [], ...role] });
  };
  for (const role of roles) {
    for (const policy of role.own) {
      add(role, policy, [role.role]);
    }
  }
  for (const policy of loose) {
    add(policy, policy, []);
  }
  return [...found.values()];
}

/** What lacks a reason, as lines for people; empty where every permission is justified (S5-12). */
export function withoutReason({ roles, loose }: IamReport): readonly string[] {
  return [
    ...roles.flatMap(({ role, trust, own, managed }) => [
      ...trust.filter(({ reason }) => reason === undefined).map(({ sid }) => `${role}: statement ${sid} of its trust`),
      ...own.flatMap((policy) => ofPolicy(role, policy)),
      ...managed.filter(({ reason }) => reason === undefined).map(({ policy }) => `${role}: ${policy}`),
    ]),
    ...loose.flatMap((policy) => ofPolicy(policy.component, policy)),
  ];
}

function ofPolicy(owner: string, { policy, statements }: OwnPolicy): readonly string[] {
  return statements.filter(({ reason }) => reason === undefined).map(({ sid }) => `${owner}: statement ${sid} of ${policy}`);
}

/** How many of each there are. */
export interface IamCounts {
  readonly roles: number;
  readonly trustStatements: number;
  readonly ownPolicies: number;
  /** Of own policies, each counted once however many roles hold it. */
  readonly ownStatements: number;
  /** Attachments of policies that AWS maintains. */
  readonly managedAttachments: number;
  readonly withoutReason: number;
}

export function iamCounts(report: IamReport): IamCounts {
  const custom = customPolicies(report);
  return {
    roles: report.roles.length,
    trustStatements: sum(report.roles.map(({ trust }) => trust.length)),
    ownPolicies: custom.length,
    ownStatements: sum(custom.map(({ statements }) => statements.length)),
    managedAttachments: sum(report.roles.map(({ managed }) => managed.length)),
    withoutReason: withoutReason(report).length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
