import { beforeAll, describe, expect, test } from "vitest";
import { DENIED_SERVICES, OrgBaseline, type OrgBaselineArgs } from "../../../components/org-baseline/index.ts";
import { isEligible } from "../../../policypack/engine/eligible-services.ts";
import { all, one, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { organizationArguments } from "./organization-arguments.ts";

const ORGANIZATION = "aws:organizations/organization:Organization";
const UNIT = "aws:organizations/organizationalUnit:OrganizationalUnit";
const MEMBER = "aws:organizations/account:Account";
const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";
const REGIONS = ["us-east-1", "us-west-2"];

async function recorded(changes: Partial<OrgBaselineArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new OrgBaseline("organization", { ...organizationArguments, ...changes }), {
    mode: "up",
    outputs: ({ type }) => (type === ORGANIZATION ? { roots: [{ id: "r-root", name: "Root" }] } : {}),
  });
}

/* Proves what AWS is told of the organization. Does not prove how AWS reads the policies. */
describe("OrgBaseline", () => {
  let resources: readonly Recorded[] = [];
  const content = (key: string): unknown => one(resources, POLICY, `organization-policy-${key}`).inputs["content"];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("is an organization with all features, and trusts the services that work in every account", async () => {
    const { inputs } = one(resources, ORGANIZATION);
    expect(inputs).toMatchObject({ featureSet: "ALL", enabledPolicyTypes: ["AISERVICES_OPT_OUT_POLICY", "SERVICE_CONTROL_POLICY", "TAG_POLICY"] });
    expect(inputs["awsServiceAccessPrincipals"]).toEqual([
      "access-analyzer", "account", "backup", "cloudtrail", "config-multiaccountsetup", "config", "guardduty", "iam", "inspector2", "macie", "malware-protection.guardduty", "securityhub", "tagpolicies.tag",
    ].map((service) => `${service}.amazonaws.com`));
    const wider = one(await recorded({ trustedServices: ["sso.amazonaws.com", "iam.amazonaws.com"] }), ORGANIZATION).inputs["awsServiceAccessPrincipals"];
    expect(wider).toEqual(expect.arrayContaining(["sso.amazonaws.com", "iam.amazonaws.com"]));
    expect(wider).toHaveLength(14);
  });

  test("manages root users centrally, once the organization trusts IAM", () => {
    const features = one(resources, "aws:iam/organizationsFeatures:OrganizationsFeatures");
    expect(features.inputs).toEqual({ enabledFeatures: ["RootCredentialsManagement", "RootSessions"] });
    expect(features.dependencies).toContain(one(resources, ORGANIZATION).urn);
  });

  test("has units for security, shared services and workloads, of which those with patients' data are apart", () => {
    expect(all(resources, UNIT).map(({ inputs }) => [inputs["name"], inputs["parentId"]])).toEqual([
      ["Workloads", "r-root"], ["Security", "r-root"], ["Infrastructure", "r-root"], ["Production", "organization-unit-workloads-id"], ["NonProduction", "organization-unit-workloads-id"],
    ]);
  });

  test("makes every account in its unit, under the policies, and never closes one (S1-14, S3-47)", () => {
    const accounts = all(resources, MEMBER);
    expect(accounts.map(({ inputs: { name, email, parentId } }) => [name, email, parentId])).toEqual([
      ["Healthcare-Security", "aws+security@example.org", "organization-unit-security-id"],
      ["Healthcare-Shared-Services", "aws+shared@example.org", "organization-unit-infrastructure-id"],
      ["Healthcare-Prod", "aws+prod@example.org", "organization-unit-production-id"],
      ["Healthcare-Security-Dev", "aws+dev@example.org", "organization-unit-nonproduction-id"],
    ]);
    const attachments = all(resources, ATTACHMENT).map(({ urn }) => urn);
    expect(attachments.length).toBeGreaterThan(4);
    for (const { inputs, protect, retainOnDelete, dependencies } of accounts) {
      expect({ inputs, protect, retainOnDelete }).toMatchObject({ inputs: { closeOnDeletion: false, roleName: "OrganizationAccountAccessRole", iamUserAccessToBilling: "DENY" }, protect: true, retainOnDelete: true });
      expect(dependencies).toEqual(expect.arrayContaining(attachments));
    }
  });

  test("outlives the stack, and makes no account anew for what AWS does not tell of it", () => {
    const kept = [ORGANIZATION, UNIT, MEMBER].flatMap((type) => all(resources, type));
    expect(kept.filter(({ protect, retainOnDelete }) => !protect || !retainOnDelete)).toEqual([]);
    expect(all(resources, MEMBER).map(({ ignoreChanges }) => ignoreChanges)).toEqual(Array.from({ length: 4 }, () => ["iamUserAccessToBilling", "roleName"]));
  });

  test("holds every account to its policies, and workloads to eligible services besides", () => {
    const targets = Object.fromEntries(all(resources, ATTACHMENT).map(({ inputs }) => [inputs["policyId"], inputs["targetId"]]));
    expect(targets).toEqual({
      "organization-policy-membership-id": "r-root", "organization-policy-oversight-id": "r-root", "organization-policy-data-id": "r-root", "organization-policy-ai-opt-out-id": "r-root",
      "organization-policy-services-id": "organization-unit-workloads-id",
    });
    expect(all(resources, POLICY).filter(({ inputs, dependencies }) => inputs["type"] === "SERVICE_CONTROL_POLICY" && dependencies.includes(one(resources, ORGANIZATION).urn))).toHaveLength(4);
  });

  test("only denies, in every service control policy", () => {
    const guards = all(resources, POLICY).filter(({ inputs }) => inputs["type"] === "SERVICE_CONTROL_POLICY");
    expect(guards.flatMap(({ inputs }) => statementsOf(inputs["content"])).filter(({ Effect, Principal }) => Effect !== "Deny" || Principal !== undefined)).toEqual([]);
    expect(guards.filter(({ inputs }) => String(inputs["content"]).length > 5120)).toEqual([]);
  });

  test("lets nobody leave, act as root user, or take the access role", () => {
    expect(statement(content("membership"), "StayInOrganization")).toEqual({ Sid: "StayInOrganization", Effect: "Deny", Action: ["organizations:LeaveOrganization"], Resource: "*" });
    expect(statement(content("membership"), "NoRootUser")).toMatchObject({ Action: ["*"], Condition: { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] }, Null: { "aws:AssumedRoot": "true" } } });
    const kept = statement(content("membership"), "KeepAccessRole");
    expect(kept).toMatchObject({ Resource: ["arn:aws:iam::*:role/OrganizationAccountAccessRole"], Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/OrganizationAccountAccessRole"] } } });
    expect(kept.Action).toEqual(expect.arrayContaining(["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"]));
  });

  test("keeps everything with a region in the two regions", () => {
    const own = statementsOf(content("membership")).find(({ Sid }) => Sid === "OwnRegions");
    expect(own).toMatchObject({ Condition: { StringNotEquals: { "aws:RequestedRegion": REGIONS } }, NotAction: expect.arrayContaining(["iam:*", "organizations:*", "route53:*", "sts:*", "support:*"]) });
    const exempt = JSON.stringify(own);
    expect(["s3:*", "ec2:*", "rds:*", "dynamodb:*", "kms:*", "lambda:*", "bedrock:*"].filter((data) => exempt.includes(data))).toEqual([]);
    expect(statementsOf(content("membership")).map(({ Sid }) => Sid)).not.toContain("GlobalRegion");
  });

  test("lets what global services need lie in us-east-1 where that is neither region, and nothing else", async () => {
    const document = one(await recorded({ deployment: { ...organizationArguments.deployment, region: "eu-west-1", recoveryRegion: "eu-central-1" } }), POLICY, "organization-policy-membership").inputs["content"];
    expect(statement(document, "OwnRegions").Condition).toEqual({ StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1", "us-east-1"] } });
    const global = statementsOf(document).find(({ Sid }) => Sid === "GlobalRegion");
    expect(global).toMatchObject({ Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } }, NotAction: expect.arrayContaining(["acm:*", "events:*", "wafv2:*", "iam:*"]) });
    expect(JSON.stringify(global)).not.toMatch(/"(?:s3|ec2|rds|dynamodb|lambda):\*"/u);
  });

  test.each([
    ["oversight", "KeepTrails", ["cloudtrail:DeleteTrail", "cloudtrail:StopLogging"]],
    ["oversight", "KeepConfig", ["config:DeleteConfigurationRecorder", "config:StopConfigurationRecorder"]],
    ["oversight", "KeepGuardDuty", ["guardduty:DeleteDetector", "guardduty:DisassociateFromAdministratorAccount"]],
    ["oversight", "KeepSecurityHub", ["securityhub:DisableSecurityHub"]],
    ["oversight", "KeepMacie", ["macie2:DisableMacie"]],
    ["oversight", "KeepInspector", ["inspector2:Disable"]],
    ["oversight", "KeepAnalyzers", ["access-analyzer:DeleteAnalyzer"]],
    ["data", "EncryptVolumes", ["ec2:DisableEbsEncryptionByDefault"]],
    ["data", "NothingPublic", ["ec2:DisableImageBlockPublicAccess", "ec2:DisableSnapshotBlockPublicAccess"]],
    ["data", "KeepBackups", ["backup:DeleteBackupVaultLockConfiguration", "backup:DeleteRecoveryPoint"]],
  ])("%s: %s holds for everybody but the access role", (key, sid, actions) => {
    const found = statement(content(key), sid);
    expect(found.Action).toEqual(expect.arrayContaining(actions));
    expect(found.Condition).toEqual({ ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/OrganizationAccountAccessRole"] } });
  });

  test("lets those who deploy an account's defaults set its block of public buckets, and nothing more", async () => {
    const made = await recorded({ deploymentRoleNames: ["deploy"], accessRoleName: "Central" });
    const document = one(made, POLICY, "organization-policy-data").inputs["content"];
    const [central, deploy] = ["Central", "deploy"].map((name) => `arn:aws:iam::*:role/${name}`);
    expect(statement(document, "NoPublicBuckets")).toMatchObject({ Action: ["s3:PutAccountPublicAccessBlock"], Condition: { ArnNotLike: { "aws:PrincipalArn": [central, deploy] } } });
    expect(statementsOf(document).filter(({ Condition }) => JSON.stringify(Condition).includes("role/deploy"))).toHaveLength(1);
    expect(new Set(all(made, MEMBER).map(({ inputs }) => inputs["roleName"]))).toEqual(new Set(["Central"]));
  });

  test("takes nothing of instances that answer without a token (S5-20), and opens no object by its access list", () => {
    expect(statement(content("data"), "StartWithTokens")).toMatchObject({ Action: ["ec2:RunInstances"], Resource: ["arn:aws:ec2:*:*:instance/*"], Condition: { StringNotEquals: { "ec2:MetadataHttpTokens": "required" } } });
    expect(statement(content("data"), "ActWithTokens")).toMatchObject({ Action: ["*"], Condition: { NumericLessThan: { "ec2:RoleDelivery": "2.0" } } });
    expect(statement(content("data"), "NoPublicAcls").Condition).toEqual({ StringEquals: { "s3:x-amz-acl": ["authenticated-read", "public-read", "public-read-write"] } });
  });

  test("denies workloads services that the pack's list does not have either, and those that are named", async () => {
    expect(DENIED_SERVICES.filter(isEligible)).toEqual([]);
    expect(statement(content("services"), "EligibleServices").Action).toEqual(DENIED_SERVICES.map((service) => `${service}:*`));
    const wider = one(await recorded({ alsoDeniedServices: ["braket", "lightsail"] }), POLICY, "organization-policy-services").inputs["content"];
    expect(statement(wider, "EligibleServices").Action).toEqual([...DENIED_SERVICES, "braket"].toSorted().map((service) => `${service}:*`));
  });

  test("lets no AI service learn from content, and no account below say otherwise", () => {
    const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
    expect(JSON.parse(String(content("ai-opt-out")))).toEqual({ services: { ...none, default: { ...none, opt_out_policy: { ...none, "@@assign": "optOut" } } } });
  });

  test("says how tags are written, where values are given", async () => {
    const made = await recorded({ tagValues: { Environment: ["Production", "Staging"], Owner: [] } });
    const tags = one(made, POLICY, "organization-policy-tags").inputs;
    expect(tags["type"]).toBe("TAG_POLICY");
    expect(JSON.parse(String(tags["content"]))).toEqual({
      tags: { environment: { tag_key: { "@@assign": "Environment" }, tag_value: { "@@assign": ["Production", "Staging"] } }, owner: { tag_key: { "@@assign": "Owner" } } },
    });
  });

  test("has one account administer security, in both regions where a service has regions", () => {
    const account = "organization-account-healthcare-security-id";
    expect(all(resources, "aws:organizations/delegatedAdministrator:DelegatedAdministrator").map(({ inputs }) => inputs)).toEqual(
      ["access-analyzer", "backup", "config", "config-multiaccountsetup"].map((service) => ({ accountId: account, servicePrincipal: `${service}.amazonaws.com` })),
    );
    expect(one(resources, "aws:cloudtrail/organizationDelegatedAdminAccount:OrganizationDelegatedAdminAccount").inputs).toEqual({ accountId: account });
    for (const service of ["guardduty", "securityhub", "macie2"]) {
      expect(all(resources, `aws:${service}/organizationAdminAccount:OrganizationAdminAccount`).map(({ inputs }) => inputs)).toEqual(REGIONS.map((region) => ({ adminAccountId: account, region })));
    }
    expect(all(resources, "aws:inspector2/delegatedAdminAccount:DelegatedAdminAccount").map(({ inputs }) => inputs)).toEqual(REGIONS.map((region) => ({ accountId: account, region })));
  });

  test("knows every policy at the first preview", async () => {
    const policies = all(await record(() => new OrgBaseline("organization", organizationArguments)), POLICY);
    expect(policies.map(({ inputs }) => typeof inputs["content"])).toEqual(Array.from({ length: 5 }, () => "string"));
  });

  test("makes everything its own, and registers what it shows", async () => {
    const baselines: OrgBaseline[] = [];
    const made = await record(() => baselines.push(new OrgBaseline("organization", organizationArguments)), { mode: "up", outputs: ({ type }) => (type === ORGANIZATION ? { roots: [{ id: "r-root" }] } : {}) });
    const component = one(made, "hipaa:index:OrgBaseline");
    expect(made.filter(({ custom, parent, name }) => custom && (parent !== component.urn || !name.startsWith("organization-")))).toEqual([]);
    expect(baselines.map(publicFields)).toEqual([["accountIds", "organizationId", "unitIds"]]);
    expect(registeredOutputs(made, "hipaa:index:OrgBaseline")).toEqual(["accountIds", "organizationId", "unitIds"]);
    expect(component.outputs).toMatchObject({
      organizationId: "organization-organization-id", accountIds: { "Healthcare-Prod": "organization-account-healthcare-prod-id" }, unitIds: { Workloads: "organization-unit-workloads-id", Security: "organization-unit-security-id" },
    });
  });
});
