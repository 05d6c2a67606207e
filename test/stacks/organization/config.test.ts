import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { organizationSchema, parseOrganizationConfig } from "../../../stacks/organization/config.ts";
import { project } from "../../architecture/source-files.ts";
import { changed, type RawConfig } from "../stack-files.ts";
import { organizationFile, TRAIL } from "./organization-file.ts";

const file = organizationFile();
const TODAY = new Date("2026-06-01T00:00:00Z");

/** The lines of a refusal, one for each problem; none for a configuration that is accepted. */
function problemsOf(raw: RawConfig): readonly string[] {
  try {
    parseOrganizationConfig(raw, { stack: "org", project: "hipaa-organization", secrets: new Set() }, TODAY);
    return [];
  } catch (error) {
    if (!(error instanceof RunError)) {
      throw error;
    }
    const [head = "", ...lines] = error.message.split("\n");
    expect(head).toMatch(/^Pulumi\.org\.yaml: \d+ values? cannot be used; nothing was created\.$/u);
    return lines.map((line) => line.replace(/^ {2}- /u, ""));
  }
}

describe("the configuration of an organization", () => {
  test("has the accounts that the documents name, and takes a trail once the organization exists (S1-14, S3-47)", () => {
    expect(problemsOf(file)).toEqual([]);
    expect(problemsOf({ ...file, ...TRAIL })).toEqual([]);
    expect(JSON.stringify(file["accounts"])).toContain("Healthcare-Security-Dev");
  });

  test("shows in its comments a trail that would be accepted", () => {
    const text = readFileSync(join(project, "stacks/organization/Pulumi.org.yaml"), "utf8");
    const shown: Record<string, unknown> = parse(text.replaceAll(/^ {2}# (?=hipaa|  )/gmu, "  ")).config;
    expect({ audit: shown["hipaa-organization:audit"], alerts: shown["hipaa-organization:alerts"] }).toEqual(TRAIL);
  });

  test("is described field by field in the project's file, but for what has no default and may be absent", () => {
    const { config }: { readonly config: object } = parse(readFileSync(join(project, "stacks/organization/Pulumi.yaml"), "utf8"));
    expect(["aws:region", "accountId", ...Object.keys(config)].toSorted()).toEqual(Object.keys(organizationSchema.shape).toSorted());
  });

  test.each<[string, unknown, string]>([
    ["aws:region", "Virginia", 'aws:region = "Virginia": an AWS region such as us-east-1, outside China, GovCloud and isolated partitions. Give a region\'s code'],
    ["accountId", 7, "hipaa-organization:accountId = 7: the 12 digits of an AWS account, in quotes. Give the account that the stack belongs in, or leave it out for whichever the credentials are of"],
  ["prefix", "X", 'hipaa-organization:prefix = "X": 3 to 20 of a-z, 0-9 and single -, starting with a letter. Choose the first part of every resource\'s name'],
    ["environment", "org", 'hipaa-organization:environment = "org": one of "Production", "Staging", "Development". It becomes the Environment tag (S4-75)'],
    ["owner", "", 'hipaa-organization:owner = "": 2 to 64 letters, digits, spaces and _ . : / = + - @, as AWS takes in tags. Name the team that answers for the stack (S4-77)'],
    ["dr", "us-west-2", 'hipaa-organization:dr = "us-west-2": a group with the fields region. See stacks/organization/Pulumi.org.yaml for an example'],
    ["dr.region", "us-east-1", 'hipaa-organization:dr.region = "us-east-1": a region other than aws:region (us-east-1). Choose one far enough not to share its disasters, such as us-west-2'],
    ["accounts", [], "hipaa-organization:accounts = []: a list of at least one account. Give the account that administers security"],
    ["accounts.0.name", 7, "hipaa-organization:accounts[0].name = 7: a name. Name the account; another name makes another account"],
    ["accounts.1.name", "a/b", 'hipaa-organization:accounts[1].name = "a/b": 1 to 50 letters, digits, spaces and . _ -, starting with a letter or digit. Name the account'],
    ["accounts.1.email", "aws", 'hipaa-organization:accounts[1].email = "aws": a mail address. Give a mailbox that no other AWS account has'],
    ["accounts.1.email", "aws+security@example.org", 'hipaa-organization:accounts[1].email = "aws+security@example.org": a mailbox that no other account has. AWS takes an address once; use a + suffix where the mail server does'],
    ["accounts.2.unit", "Prod", 'hipaa-organization:accounts[2].unit = "Prod": one of "Security", "Infrastructure", "Production", "NonProduction". It decides which policies hold in the account'],
    ["securityAccount", "", 'hipaa-organization:securityAccount = "": a name. Name one of accounts, of the unit Security'],
    ["securityAccount", "Healthcare-Prod", 'hipaa-organization:securityAccount = "Healthcare-Prod": the name of an account of the unit Security: Healthcare-Security. Name the account that administers threat detection for the others'],
    ["accessRoleName", "", 'hipaa-organization:accessRoleName = "": a name. Leave it out for OrganizationAccountAccessRole'],
    ["deploymentRoleNames", "deploy", 'hipaa-organization:deploymentRoleNames = "deploy": a list of names of roles, which may be empty. Roles that deploy an account\'s defaults'],
    ["trustedServices", ["sso"], 'hipaa-organization:trustedServices[0] = "sso": a service\'s principal such as sso.amazonaws.com. Correct or remove it'],
    ["alsoDeniedServices", ["*"], 'hipaa-organization:alsoDeniedServices[0] = "*": a service as IAM names it, such as lightsail. Correct or remove it'],
    ["alerts", TRAIL.alerts, "hipaa-organization:audit = (missing): the trail whose alarms are heard, where there are alerts. Give it once the organization exists, or remove alerts"],
    ["audit", TRAIL.audit, "hipaa-organization:alerts = (missing): emails of those who hear the trail's alarms, where there is audit. Give it, or remove audit"],
    ["network", {}, "hipaa-organization:network = (not a field): a stack takes "],
  ])("refuses %s = %j", (field, value, line) => {
    const lines = problemsOf(changed(file, { [field]: value }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });

  test.each<[string, unknown, string]>([
    ["audit.organizationId", undefined, "hipaa-organization:audit.organizationId = (missing): an id of AWS Organizations such as o-abcde12345."],
    ["audit.retentionDays", 400, "hipaa-organization:audit.retentionDays = 400: at least 2192 days in Production, the six years of 45 CFR 164.316(b)(2)(i)."],
    ["audit.archiveAfterDays", 3000, "hipaa-organization:audit.archiveAfterDays = 3000: less than audit.retentionDays (2557): an expired log cannot be archived."],
    ["audit.objectLock", { mode: "COMPLIANCE", days: 2192 }, "hipaa-organization:audit.objectLock.confirmCompliance = (missing): true, as nobody, AWS included, can lift a COMPLIANCE lock"],
    ["audit.retentionWaiver", { reason: "Moved to another archive", ticket: "SEC-1", expires: "2026-05-31" }, "hipaa-organization:audit.retentionWaiver.expires = \"2026-05-31\": a day that is not over; today is 2026-06-01."],
    ["alerts.emails", [], "hipaa-organization:alerts.emails = []: a list of at least one e-mail address."],
  ])("refuses of a trail %s = %j", (field, value, line) => {
    const lines = problemsOf(changed({ ...file, ...TRAIL }, { [field]: value }));
    expect(lines.filter((found) => found.startsWith(line)), lines.join("\n")).toHaveLength(1);
  });

  test("says all at once", () => {
    expect(problemsOf(changed(file, { "owner": undefined, "dr.region": "us-east-1", "accounts.0.unit": "Prod" }))).toHaveLength(3);
  });
});
