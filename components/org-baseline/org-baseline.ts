import { OrganizationsFeatures } from "@pulumi/aws/iam/organizationsFeatures.js";
import { Organization } from "@pulumi/aws/organizations/organization.js";
import { Policy } from "@pulumi/aws/organizations/policy.js";
import { PolicyAttachment } from "@pulumi/aws/organizations/policyAttachment.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { createDelegations, TRUSTED_SERVICES } from "./delegations.ts";
import { createAccount, createUnits, type MemberAccount, outliving, WORKLOADS } from "./member-accounts.ts";
import { ACCESS_ROLE, organizationPolicies, type OrganizationPolicy, POLICY_LIMITS } from "./organization-policies.ts";
import { organizationProblems } from "./organization-problems.ts";

export interface OrgBaselineArgs {
  /** Where the organization is managed: its management account, and the two regions that accounts may use. */
  readonly deployment: Deployment;
  /** The member accounts. One that is taken off the list stays in the organization. */
  readonly accounts: MemberAccount[];
  /** Name of the account, of the unit Security, that administers threat detection and records for the others. */
  readonly securityAccount: string;
  /**
   * Role in each new account by which the management account reaches it, and the only one that may switch
   * off what the policies guard.
   * @default "OrganizationAccountAccessRole"
   */
  readonly accessRoleName?: string;
  /**
   * Names of the roles that deploy an account's defaults, and so may set its block of public buckets.
   * @default the access role alone
   */
  readonly deploymentRoleNames?: string[];
  /**
   * Principals of further services that work in every account, such as `sso.amazonaws.com`: those that are
   * switched on elsewhere and not named here are switched off.
   * @default the services of the component's own
   */
  readonly trustedServices?: string[];
  /**
   * Services, as IAM names them, that workloads may not use beside those that AWS's list leaves out.
   * @default none
   */
  readonly alsoDeniedServices?: string[];
  /**
   * Values of tags by key, in the spelling that AWS reports on; without values, any.
   * @default no tag policy
   */
  readonly tagValues?: Record<string, string[]>;
}

/**
 * An AWS organization whose accounts cannot switch off what protects patients' data, whoever has which
 * rights in them.
 *
 * Guarantees: accounts for security, shared services and workloads lie in units of their own and come into
 * being inside the policies; in none of them may anybody leave the organization, act as root user, work
 * outside the two regions, stop a trail, AWS Config, GuardDuty, Security Hub, Macie or Inspector, lift the
 * default encryption of volumes or a block of public access, delete backups, or run instances whose
 * credentials can be had without a token; workloads use no service outside AWS's agreement. Who has to do
 * one of these comes from the management account, by one role that nobody else may change. Root users are
 * managed centrally and need no credentials. One account administers security for the others, in both
 * regions. AWS's AI services learn from no account's content. Organization, units and accounts survive the
 * removal of the stack; no account is ever closed by it. Service control policies do not hold in the
 * management account: nothing else belongs there.
 *
 * Requirement rows: S1-14, S3-47, X-20.
 * Upholds 45 CFR 164.308(a)(1)(ii)(B), 164.308(a)(3)(i), 164.308(a)(4)(ii)(B), 164.308(b)(1), 164.312(a)(1), 164.312(b), 164.312(d).
 *
 * #### Cost
 * Organizations, accounts, policies and delegation are free; an account costs what is put into it.
 *
 * @example
 * ```typescript
 * const organization = new OrgBaseline("hipaa-org-baseline", {
 *   deployment,
 *   accounts: [
 *     { name: "Healthcare-Security", email: "aws+security@example.org", unit: OrganizationUnit.Security },
 *     { name: "Healthcare-Prod", email: "aws+prod@example.org", unit: OrganizationUnit.Production },
 *   ],
 *   securityAccount: "Healthcare-Security",
 * });
 * ```
 */
export class OrgBaseline extends pulumi.ComponentResource {
  /** Id of the organization, such as `o-a1b2c3d4e5`. */
  readonly organizationId: pulumi.Output<string>;
  /** Ids of the member accounts, by name. */
  readonly accountIds: pulumi.Output<Record<string, string>>;
  /** Ids of the units, by name. */
  readonly unitIds: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: OrgBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:OrgBaseline", name, {}, opts);
    refuseProblems(organizationProblems(args), this, name);

    const { deployment, accounts, securityAccount, accessRoleName = ACCESS_ROLE } = args;
    const organization = createOrganization(this, name, args);
    const rootId = organization.roots.apply(([root]) => root?.id ?? "");
    const units = createUnits(this, name, rootId);
    const unitId = (unit: string): pulumi.Input<string> => units.get(unit)?.id ?? rootId;
    const guards = organizationPolicies(args).map((policy) => createPolicy(this, name, deployment, policy, policy.ofWorkloads ? unitId(WORKLOADS) : rootId, organization));
    const ids = new Map(accounts.map((account) => [account.name, createAccount(this, name, { account, accessRoleName, guards, unitId: unitId(account.unit) }).id] as const));
    createDelegations(this, name, pulumi.output(ids.get(securityAccount) ?? ""), [deployment.region, deployment.recoveryRegion]);
    this.organizationId = organization.id;
    this.accountIds = pulumi.output(Object.fromEntries(ids));
    this.unitIds = pulumi.output(Object.fromEntries([...units].map(([unit, { id }]) => [unit, id])));
    this.registerOutputs({ organizationId: this.organizationId, accountIds: this.accountIds, unitIds: this.unitIds });
  }
}

/** The organization with everything it can do, and its root users under central management. */
function createOrganization(parent: OrgBaseline, name: string, { trustedServices = [] }: OrgBaselineArgs): Organization {
  const organization = new Organization(`${name}-organization`, {
    featureSet: "ALL",
    awsServiceAccessPrincipals: [...new Set([...TRUSTED_SERVICES, ...trustedServices])].toSorted(),
    enabledPolicyTypes: Object.keys(POLICY_LIMITS),
  }, outliving(parent));
  new OrganizationsFeatures(`${name}-root-users`, { enabledFeatures: ["RootCredentialsManagement", "RootSessions"] }, { parent, dependsOn: [organization] });
  return organization;
}

/** @returns the policy's attachment */
function createPolicy(
  parent: OrgBaseline, name: string, { prefix }: Deployment, { key, type, description, content }: OrganizationPolicy, targetId: pulumi.Input<string>, organization: Organization,
): PolicyAttachment {
  const policyName = `${prefix}-${key}`;
  const policy = new Policy(`${name}-policy-${key}`, { name: policyName, type, description, content, tags: { Name: policyName } }, { parent, dependsOn: [organization] });
  return new PolicyAttachment(`${name}-policy-${key}-attachment`, { policyId: policy.id, targetId }, { parent });
}
