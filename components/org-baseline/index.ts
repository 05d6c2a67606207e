export { OrgBaseline, type OrgBaselineArgs } from "./org-baseline.ts";
export { type MemberAccount, OrganizationUnit } from "./member-accounts.ts";
export { organizationProblems } from "./organization-problems.ts";
export { DENIED_SERVICES } from "./organization-policies.ts";
