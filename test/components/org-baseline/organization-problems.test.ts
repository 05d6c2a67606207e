import { describe, expect, test } from "vitest";
import { OrganizationUnit, OrgBaseline, type OrgBaselineArgs } from "../../../components/org-baseline/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { organizationArguments } from "./organization-arguments.ts";

const [security, shared] = organizationArguments.accounts;
const other = { name: "Other", email: "aws+other@example.org", unit: OrganizationUnit.Production };

async function refusal(changes: object): Promise<string> {
  const args: OrgBaselineArgs = { ...organizationArguments, ...changes };
  const made = record(() => new OrgBaseline("organization", args));
  return await made.then(() => "accepted", (error: unknown) => (error instanceof Error ? error.message : String(error)));
}

describe("what OrgBaseline refuses, before anything is created", () => {
  test.each<[string, object, string]>([
    ["one region for both", { deployment: { ...organizationArguments.deployment, recoveryRegion: "us-east-1" } }, 'deployment.recoveryRegion = "us-east-1": a region other than us-east-1. Choose one far enough not to share its disasters'],
    ["an account without a name", { accounts: [security, { ...other, name: "" }] }, 'accounts[1].name = "": 1 to 50 letters, digits, spaces and . _ -, starting with a letter or digit. Name the account'],
    ["an account without a mailbox", { accounts: [security, { ...other, email: "aws" }] }, 'accounts[1].email = "aws": one mail address of at most 64 characters. Give a mailbox that is read by more than one person'],
    ["a mailbox that AWS does not take", { accounts: [security, { ...other, email: `${"a".repeat(60)}@example.org` }] }, "accounts[1].email = "],
    ["an account in no unit", { accounts: [security, { ...other, unit: "Sandbox" }] }, 'accounts[1].unit = "Sandbox": one of Security, Infrastructure, Production, NonProduction. Take one of these'],
    ["names that differ in case alone", { accounts: [security, shared, { ...other, name: "healthcare shared services" }] },
      'accounts[2].name = "healthcare shared services": a name that differs from the others\' in more than case and punctuation. Name it otherwise'],
    ["one mailbox for two accounts", { accounts: [security, { ...other, email: "AWS+Security@example.org" }] },
      'accounts[1].email = "AWS+Security@example.org": a mailbox that no other account has. AWS takes an address once; use a + suffix where the mail server does'],
    ["an administrator that is no account", { securityAccount: "Audit" }, 'securityAccount = "Audit": the name of an account of the unit Security: Healthcare-Security. Name the account that administers threat detection for the others'],
    ["an administrator among the workloads", { accounts: [other], securityAccount: "Other" }, 'securityAccount = "Other": the name of an account of the unit Security; there is none.'],
    ["every role as the one that may", { accessRoleName: "*" }, 'accessRoleName = "*": the name of one role, without path and patterns. Give the name alone, 1 to 64 letters, digits and + = , . @ _ -'],
    ["a pattern of roles", { deploymentRoleNames: ["deploy", "deploy-*"] }, 'deploymentRoleNames[1] = "deploy-*": the name of one role, without path and patterns.'],
    ["a service that is none", { trustedServices: ["sso"] }, 'trustedServices[0] = "sso": a service\'s principal such as sso.amazonaws.com. Correct or remove it'],
    ["every service denied", { alsoDeniedServices: ["*"] }, 'alsoDeniedServices[0] = "*": a service as IAM names it, such as lightsail. Correct or remove it'],
    ["more services than a policy holds", { alsoDeniedServices: Array.from({ length: 400 }, (_, index) => `service-${String(index)}`) },
      "alsoDeniedServices = 6586: the policy services is made of it, and has at most 5120 characters. Name fewer services"],
    ["more roles than a policy holds", { deploymentRoleNames: Array.from({ length: 100 }, (_, index) => `deploy-the-defaults-of-account-${String(index)}`) },
      "the policy data is made of it, and has at most 5120 characters. Let one role deploy the defaults of every account"],
    ["more values of tags than a policy holds", { tagValues: { Owner: Array.from({ length: 1000 }, (_, index) => `team-${String(index)}`) } }, "the policy tags is made of it, and has at most 10000 characters. List fewer values"],
  ])("%s", async (_what, changes, message) => {
    const text = await refusal(changes);
    expect(text).toMatch(/^organization: 1 argument cannot be used; nothing was created\.\n/u);
    expect(text).toContain(message);
  });

  test("an organization without accounts, where nobody administers", async () => {
    expect(await refusal({ accounts: [] })).toBe([
      "organization: 2 arguments cannot be used; nothing was created.",
      "  - accounts = 0: at least one account. Give the account that administers security",
      '  - securityAccount = "Healthcare-Security": the name of an account of the unit Security; there is none. Name the account that administers threat detection for the others',
    ].join("\n"));
  });
});
