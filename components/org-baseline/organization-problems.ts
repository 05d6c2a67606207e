import { closedSetProblems } from "../lib/closed-set.ts";
import type { Problem } from "../lib/problems.ts";
import { accountKey, type MemberAccount, OrganizationUnit } from "./member-accounts.ts";
import type { OrgBaselineArgs } from "./org-baseline.ts";
import { organizationPolicies, POLICY_LIMITS } from "./organization-policies.ts";

/** Everything that is wrong with the arguments, before anything is created: an account cannot be taken back. */
export function organizationProblems(args: OrgBaselineArgs): readonly Problem[] {
  const { deployment, accounts, accessRoleName, deploymentRoleNames = [], trustedServices = [], alsoDeniedServices = [] } = args;
  return [
    ...(deployment.recoveryRegion === deployment.region ? [{
      argument: "deployment.recoveryRegion", value: deployment.recoveryRegion, allowed: `a region other than ${deployment.region}`, change: "Choose one far enough not to share its disasters",
    }] : []),
    ...(accounts.length > 0 ? [] : [{ argument: "accounts", value: accounts.length, allowed: "at least one account", change: "Give the account that administers security" }]),
    ...accounts.flatMap((account, index) => accountProblems(`accounts[${String(index)}]`, account)),
    ...repeated(accounts, "name", accountKey, "a name that differs from the others' in more than case and punctuation"),
    ...repeated(accounts, "email", ({ email }) => email.toLowerCase(), "a mailbox that no other account has"),
    ...securityProblems(args),
    ...(accessRoleName === undefined ? [] : roleProblems("accessRoleName", accessRoleName)),
    ...deploymentRoleNames.flatMap((name, index) => roleProblems(`deploymentRoleNames[${String(index)}]`, name)),
    ...formProblems("trustedServices", trustedServices, /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com$/u, "a service's principal such as sso.amazonaws.com"),
    ...formProblems("alsoDeniedServices", alsoDeniedServices, /^[a-z0-9-]+$/u, "a service as IAM names it, such as lightsail"),
    ...organizationPolicies(args).flatMap(sizeProblems),
  ];
}

function accountProblems(argument: string, { name, email, unit }: MemberAccount): readonly Problem[] {
  return [
    ...(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,49}$/u.test(name) ? [] : [{ argument: `${argument}.name`, value: name, allowed: "1 to 50 letters, digits, spaces and . _ -, starting with a letter or digit", change: "Name the account" }]),
    ...(email.length <= 64 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(email) ? [] : [{
      argument: `${argument}.email`, value: email, allowed: "one mail address of at most 64 characters", change: "Give a mailbox that is read by more than one person",
    }]),
    ...closedSetProblems(`${argument}.unit`, unit, OrganizationUnit),
  ];
}

function repeated(accounts: readonly MemberAccount[], field: "name" | "email", keyOf: (account: MemberAccount) => string, allowed: string): readonly Problem[] {
  return accounts.flatMap((account, index) => (accounts.slice(0, index).some((earlier) => keyOf(earlier) === keyOf(account))
    ? [{ argument: `accounts[${String(index)}].${field}`, value: account[field], allowed, change: field === "email" ? "AWS takes an address once; use a + suffix where the mail server does" : "Name it otherwise" }]
    : []));
}

function securityProblems({ accounts, securityAccount }: OrgBaselineArgs): readonly Problem[] {
  const eligible = accounts.filter(({ unit }) => unit === OrganizationUnit.Security).map(({ name }) => name);
  return eligible.includes(securityAccount) ? [] : [{
    argument: "securityAccount", value: securityAccount, allowed: `the name of an account of the unit Security${eligible.length === 0 ? "; there is none" : `: ${eligible.join(", ")}`}`,
    change: "Name the account that administers threat detection for the others",
  }];
}

/** Roles for whom guards make an exception: a pattern would make one for whoever may create roles. */
function roleProblems(argument: string, value: string): readonly Problem[] {
  return /^[\w+=,.@-]{1,64}$/u.test(value) ? [] : [{ argument, value, allowed: "the name of one role, without path and patterns", change: "Give the name alone, 1 to 64 letters, digits and + = , . @ _ -" }];
}

function formProblems(argument: string, values: readonly string[], form: RegExp, allowed: string): readonly Problem[] {
  return values.flatMap((value, index) => (form.test(value) ? [] : [{ argument: `${argument}[${String(index)}]`, value, allowed, change: "Correct or remove it" }]));
}

/** AWS refuses a longer policy only when it is created, after the organization and before the accounts. */
function sizeProblems({ key, type, content }: ReturnType<typeof organizationPolicies>[number]): readonly Problem[] {
  const [argument, change] = SHORTENED[key] ?? ["deployment", "Leave out what can be left out"];
  return content.length <= POLICY_LIMITS[type] ? [] : [{
    argument, value: content.length, allowed: `the policy ${key} is made of it, and has at most ${String(POLICY_LIMITS[type])} characters`, change,
  }];
}

/** What makes a policy long, and how to shorten it. */
const SHORTENED: Readonly<Record<string, readonly [argument: string, change: string]>> = {
  data: ["deploymentRoleNames", "Let one role deploy the defaults of every account"],
  services: ["alsoDeniedServices", "Name fewer services"],
  tags: ["tagValues", "List fewer values"],
};
