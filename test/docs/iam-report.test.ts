import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { ComponentResource } from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { attachManaged } from "../../components/lib/managed-policy.ts";
import { policyDocument, serviceTrust } from "../../components/lib/policy-document.ts";
import { customPolicies, iamCounts, withoutReason } from "../../docs/generators/iam-findings.ts";
import { withReasons } from "../../docs/generators/iam-reasons.ts";
import { type IamReport, iamReport } from "../../docs/generators/iam-report.ts";
import { managedOnlyLines, reportLines } from "../../docs/generators/iam-report-text.ts";
import { recordStack } from "../../docs/generators/recorded-stack.ts";
import { all, type Recorded, record } from "../support/pulumi-mocks.ts";
import { STACK_VARIANTS } from "./stack-variants.ts";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const deployment = { prefix: "hipaa-test", accountId: "123456789012", region: "us-east-1", recoveryRegion: "us-west-2" };
const READ = { sid: "Read", reason: "it reads", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::example/*"] };

function namesOf(recording: readonly Recorded[], type: string): readonly string[] {
  return all(recording, type).map(({ inputs }) => String(inputs["name"]));
}

/** The report of a small program inside one component. */
async function reportOf(program: (parent: ComponentResource) => void): Promise<IamReport> {
  const { result, reasons } = await withReasons(async () => await record(() => { program(new ComponentResource("hipaa:index:Example", "example")); }));
  return iamReport("test", result, reasons);
}

function makeRole(parent: ComponentResource, assumeRolePolicy = serviceTrust("lambda.amazonaws.com", deployment.accountId)): Role {
  return new Role("role", { name: "test-role", assumeRolePolicy }, { parent });
}

describe("a permission without a reason is named", () => {
  test("in a document that no component rendered", async () => {
    const report = await reportOf((parent) => { makeRole(parent, '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}}'); });
    expect(withoutReason(report)).toEqual(["test-role: statement statement 1 of its trust"]);
    expect(report.roles[0]?.trust[0]).toMatchObject({ principals: ["*"], actions: ["sts:AssumeRole"] });
  });

  test("in a statement whose reason is blank", async () => {
    const report = await reportOf((parent) => {
      const policy = new Policy("policy", { name: "test-policy", policy: policyDocument([READ, { ...READ, sid: "Why", reason: "  " }]) }, { parent });
      new RolePolicyAttachment("attached", { role: makeRole(parent).name, policyArn: policy.arn }, { parent });
    });
    expect(withoutReason(report)).toEqual(["test-role: statement Why of test-policy"]);
  });

  test("in a document that is not known at a first preview", async () => {
    const report = await reportOf((parent) => {
      const first = makeRole(parent);
      new Policy("policy", { name: "test-policy", policy: first.arn }, { parent });
    });
    expect(withoutReason(report)).toEqual(["example: statement a document that is not known before it is deployed of test-policy"]);
  });

  test("in a policy of AWS's that is attached past attachManaged", async () => {
    const policyArn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";
    const report = await reportOf((parent) => {
      const { name, assumeRolePolicy } = makeRole(parent);
      new Role("listed", { name: "listed", assumeRolePolicy, managedPolicyArns: [policyArn] }, { parent });
      new RolePolicyAttachment("attached", { role: name, policyArn }, { parent });
    });
    expect(withoutReason(report)).toEqual(["test-role: job-function/ViewOnlyAccess", "listed: job-function/ViewOnlyAccess"]);
  });

  test("in policies written into a role, which count as own", async () => {
    const report = await reportOf((parent) => {
      new RolePolicy("inline", { name: "inline", role: makeRole(parent).name, policy: '{"Statement":[{"Sid":"All","Effect":"Allow","Action":"*","Resource":"*"}]}' }, { parent });
    });
    expect(withoutReason(report)).toEqual(["test-role: statement All of inline"]);
    expect(customPolicies(report)).toEqual([{ component: "example", kind: "Example", policy: "inline", roles: ["test-role"], statements: ["All"] }]);
  });

  test("not where all have one: AWS's by the attachment, own by the statement", async () => {
    const report = await reportOf((parent) => {
      const policy = new Policy("policy", { name: "test-policy", policy: policyDocument([READ]) }, { parent });
      const { name } = makeRole(parent);
      new RolePolicyAttachment("attached", { role: name, policyArn: policy.arn }, { parent });
      attachManaged("managed", { deployment, role: name, policy: "AmazonSSMManagedInstanceCore", reason: "it is reached" }, { parent });
    });
    expect(withoutReason(report)).toEqual([]);
    expect(report.roles[0]?.managed).toEqual([{ policy: "AmazonSSMManagedInstanceCore", reason: "it is reached" }]);
    expect(report.roles[0]?.own[0]?.statements[0]).toMatchObject({ sid: "Read", reason: "it reads" });
    expect(iamCounts(report)).toEqual({ roles: 1, trustStatements: 1, ownPolicies: 1, ownStatements: 1, managedAttachments: 1, withoutReason: 0 });
  });
});

test("reasons are told only while somebody listens", async () => {
  const { reasons } = await withReasons(async () => { policyDocument([READ]); await Promise.resolve(); });
  const document = policyDocument([{ ...READ, reason: "too late" }]);
  expect(reasons.statement(document, 0)).toBe("it reads");
});

describe.each(Object.entries(STACK_VARIANTS))("the report of %s", (name, configuration) => {
  let recording: readonly Recorded[] = [];
  let report: IamReport = { stack: "", roles: [], loose: [] };
  beforeAll(async () => {
    const { result, reasons } = await withReasons(async () => await recordStack(configuration()));
    recording = result;
    report = iamReport(name, recording, reasons);
  }, 120_000);

  test("has every role that the program makes, once (S5-12)", () => {
    const made = namesOf(recording, ROLE);
    expect(made.length).toBeGreaterThan(name === "serverless" ? 3 : 30);
    expect(report.roles.map(({ role }) => role).filter((role) => !role.startsWith("service-linked")).toSorted()).toEqual(made.toSorted());
  });

  test("has every attachment and every policy", () => {
    const shown = report.roles.flatMap(({ own, managed }) => [...own, ...managed]).length - all(recording, "aws:iam/serviceLinkedRole:ServiceLinkedRole").length;
    const elsewhere = all(recording, ATTACHMENT).filter(({ inputs }) => !report.roles.some(({ role }) => role === inputs["role"]));
    expect([shown, elsewhere]).toEqual([all(recording, ATTACHMENT).length, []]);
    expect(customPolicies(report).map(({ policy }) => policy).toSorted()).toEqual(namesOf(recording, POLICY).toSorted());
  });

  test("justifies every statement and every attachment (S5-12)", () => {
    expect(withoutReason(report)).toEqual([]);
  });

  test("has no policy written into a role (X-02)", () => {
    expect(report.roles.flatMap(({ own }) => own).filter(({ inline }) => inline)).toEqual([]);
  });

  test("reads well: no line is longer than a name makes it, and each own policy is listed for S5-09", () => {
    const lines = reportLines(report);
    expect(lines.filter((line) => line.length > 120 && line.trim().split(" ").length > 1)).toEqual([]);
    expect(lines).toContain("Every one has its reason");
    const listed = managedOnlyLines(report).join("\n");
    expect(customPolicies(report).filter(({ policy }) => !listed.includes(policy))).toEqual([]);
  });
});
