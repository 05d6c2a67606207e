import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { parseOrganizationConfig } from "../../../stacks/organization/config.ts";
import { createOrganization, expectedId, type OrganizationOutputs } from "../../../stacks/organization/organization.ts";
import { all, MOCK_ACCOUNT, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement } from "../../support/policy-statements.ts";
import type { RawConfig } from "../stack-files.ts";
import { organizationFile, TRAIL } from "./organization-file.ts";

const ORGANIZATION = "aws:organizations/organization:Organization";

interface Made {
  readonly resources: readonly Recorded[];
  readonly outputs: readonly OrganizationOutputs[];
}

async function made(changes: RawConfig = {}, mode: "preview" | "up" = "up"): Promise<Made> {
  const config = parseOrganizationConfig({ ...organizationFile(), ...changes }, { stack: "org", project: "hipaa-organization", secrets: new Set() });
  const outputs: OrganizationOutputs[] = [];
  const resources = await record(async () => { outputs.push(await createOrganization(config)); }, {
    mode,
    outputs: ({ type }) => (type === ORGANIZATION ? { roots: [{ id: "r-root" }] } : {}),
    call: () => ({ accountId: MOCK_ACCOUNT }),
  });
  return { resources, outputs };
}

async function valueOf<Value>(output: pulumi.Output<Value> | undefined): Promise<Value | undefined> {
  return await new Promise((resolve) => { output?.apply((value) => { resolve(value); }); });
}

/* Proves what the stack asks for and shows. That the engine and the pack accept it, test/engine/organization.test.ts proves. */
describe("an organization's stack", () => {
  let stack: Made = { resources: [], outputs: [] };
  beforeAll(async () => {
    stack = await made();
  });

  test("tags everything as platforms do, and says in which spelling tags are written", () => {
    const tags = { Environment: "Production", Application: "Healthcare System", Owner: "platform-team", ManagedBy: "Pulumi", Compliance: "HIPAA" };
    expect(JSON.parse(String(one(stack.resources, "pulumi:providers:aws").inputs["defaultTags"]))).toEqual({ tags });
    const { tags: policy }: { readonly tags: object } = JSON.parse(String(one(stack.resources, "aws:organizations/policy:Policy", "hipaa-org-baseline-policy-tags").inputs["content"]));
    expect(Object.keys(policy).toSorted()).toEqual(Object.keys(tags).map((tag) => tag.toLowerCase()).toSorted());
    expect(JSON.stringify(policy)).toContain('["Production","Staging","Development"]');
  });

  test("shows ids of accounts, which platforms take as configuration (X-20)", async () => {
    const [outputs] = stack.outputs;
    expect(Object.keys(outputs ?? {}).toSorted()).toEqual(["accountIds", "managementAccountId", "organizationId", "unitIds"]);
    expect(outputs?.managementAccountId).toBe(MOCK_ACCOUNT);
    expect(Object.keys(await valueOf(outputs?.accountIds) ?? {})).toEqual(["Healthcare-Security", "Healthcare-Shared-Services", "Healthcare-Prod", "Healthcare-Security-Dev"]);
    expect(Object.keys(await valueOf(outputs?.unitIds) ?? {})).toContain("Production");
  });

  test("makes nothing in the management account but the organization, unless there is a trail", () => {
    expect(all(stack.resources, "aws:kms/key:Key")).toEqual([]);
    expect(stack.resources.filter(({ type }) => type.startsWith("hipaa:")).map(({ type }) => type)).toEqual(["hipaa:index:OrgBaseline"]);
  });

  test("records every account on request, once the organization trusts CloudTrail (S1-29)", { timeout: 60_000 }, async () => {
    const { resources, outputs: [outputs] } = await made(TRAIL, "preview");
    const trail = one(resources, "aws:cloudtrail/trail:Trail");
    expect(trail.inputs).toMatchObject({ isOrganizationTrail: true, isMultiRegionTrail: true });
    expect(one(resources, "hipaa:index:AuditTrail").dependencies).toContain(one(resources, ORGANIZATION).urn);
    expect(statement(one(resources, "aws:s3/bucketPolicy:BucketPolicy", "hipaa-org-audit-logs-policy").inputs["policy"], "TrailDelivers").Resource).toEqual(
      [MOCK_ACCOUNT, "o-a1b2c3d4e5"].map((folder) => `arn:aws:s3:::hipaa-org-audit-${MOCK_ACCOUNT}-us-east-1/AWSLogs/${folder}/*`),
    );
    expect(resources.filter(({ type }) => type.startsWith("hipaa:")).map(({ type }) => type.split(":").at(-1) ?? "").toSorted()).toEqual(["AccountBaseline", "AuditTrail", "KeyRing", "OrgBaseline", "SecurityAlerts"]);
    expect(Object.keys(outputs ?? {})).toEqual(expect.arrayContaining(["auditLogBucketName", "cloudTrailArn"]));
  });

  test("refuses a trail of another organization", () => {
    expect(expectedId("o-a1b2c3d4e5", "o-a1b2c3d4e5")).toBe("o-a1b2c3d4e5");
    expect(() => expectedId("o-0000000000", "o-a1b2c3d4e5")).toThrow(new pulumi.RunError('audit.organizationId = "o-a1b2c3d4e5": the organization\'s id is o-0000000000. Set it to that'));
  });
});
