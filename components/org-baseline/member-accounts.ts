import { Account } from "@pulumi/aws/organizations/account.js";
import { OrganizationalUnit } from "@pulumi/aws/organizations/organizationalUnit.js";
import type * as pulumi from "@pulumi/pulumi";

/** Where an account stands in the organization, and so which policies hold in it. */
export const OrganizationUnit = {
  /** Who watches over the others: findings, logs, audits. */
  Security: "Security",
  /** What the others share: pipelines, images, networks. */
  Infrastructure: "Infrastructure",
  /** Patients' data. */
  Production: "Production",
  /** Made-up data. */
  NonProduction: "NonProduction",
} as const;
export type OrganizationUnit = (typeof OrganizationUnit)[keyof typeof OrganizationUnit];

/** The unit above those with workloads. */
export const WORKLOADS = "Workloads";

/** Units below the unit of workloads; the others lie at the root. */
const OF_WORKLOADS: readonly OrganizationUnit[] = [OrganizationUnit.Production, OrganizationUnit.NonProduction];

/** A member account of the organization (S1-14, S3-47). */
export interface MemberAccount {
  /** Name in the organization, 1 to 50 of letters, digits, spaces and `._-`; with another name it would be another account. */
  readonly name: string;
  /** Mailbox of its root user, that no other AWS account has and more than one person reads. */
  readonly email: string;
  /** Unit in which the account lies. */
  readonly unit: OrganizationUnit;
}

/** Part of an account's logical name: what tells it from the others in the program. */
export function accountKey({ name }: Pick<MemberAccount, "name">): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
}

/** Everything in an organization that outlives the removal of the stack: no account is closed, none falls out. */
export function outliving(parent: pulumi.Resource): pulumi.CustomResourceOptions {
  return { parent, protect: true, retainOnDelete: true };
}

/** The units by name, that of workloads among them. */
export function createUnits(parent: pulumi.Resource, name: string, rootId: pulumi.Input<string>): ReadonlyMap<string, OrganizationalUnit> {
  const unit = (unitName: string, parentId: pulumi.Input<string>): OrganizationalUnit => new OrganizationalUnit(`${name}-unit-${unitName.toLowerCase()}`, {
    name: unitName, parentId, tags: { Name: unitName },
  }, outliving(parent));
  const workloads = unit(WORKLOADS, rootId);
  return new Map([[WORKLOADS, workloads] as const, ...Object.values(OrganizationUnit).map((unitName) =>
    [unitName, unit(unitName, OF_WORKLOADS.includes(unitName) ? workloads.id : rootId)] as const)]);
}

export interface AccountSpec {
  readonly account: MemberAccount;
  readonly accessRoleName: string;
  readonly unitId: pulumi.Input<string>;
  /** Attachments of the policies that hold in every account. */
  readonly guards: readonly pulumi.Resource[];
}

/** An account that exists only once the policies hold, and that no removal closes. */
export function createAccount(parent: pulumi.Resource, name: string, { account, accessRoleName, unitId, guards }: AccountSpec): Account {
  return new Account(`${name}-account-${accountKey(account)}`, {
    name: account.name,
    email: account.email,
    parentId: unitId,
    roleName: accessRoleName,
    // Invoices are the management account's.
    iamUserAccessToBilling: "DENY",
    closeOnDeletion: false,
    tags: { Name: account.name },
    // AWS tells neither of an account that was imported, and a difference would make another account.
  }, { ...outliving(parent), dependsOn: [...guards], ignoreChanges: ["iamUserAccessToBilling", "roleName"] });
}
