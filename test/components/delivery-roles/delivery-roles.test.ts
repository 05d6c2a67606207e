import { beforeAll, describe, expect, test } from "vitest";
import { DeliveryRoles, type DeliveryRolesArgs } from "../../../components/delivery-roles/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { deliveryArguments } from "./delivery-arguments.ts";

const GITHUB = "token.actions.githubusercontent.com";
const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const REPOSITORY = "aws:ecr/repository:Repository";

async function recorded(changes: Partial<DeliveryRolesArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new DeliveryRoles("delivery", { ...deliveryArguments, ...changes }));
}

/** Conditions under which GitHub's tokens open a role. */
function trusted(resources: readonly Recorded[], part: string): unknown {
  const found = statement(one(resources, ROLE, `delivery-${part}`).inputs["assumeRolePolicy"], "GitHubWorkflows");
  expect(found).toMatchObject({ Effect: "Allow", Action: ["sts:AssumeRoleWithWebIdentity"], Principal: { Federated: [`arn:aws:iam::111122223333:oidc-provider/${GITHUB}`] } });
  return found.Condition;
}

/** Actions that a role's own policies allow. */
function allowed(resources: readonly Recorded[], part: string): readonly string[] {
  return all(resources, POLICY).filter(({ name }) => name.startsWith(`delivery-${part}-`))
    .flatMap(({ inputs }) => statementsOf(inputs["policy"])).filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => Action);
}

/* Proves what is registered. Does not prove that AWS accepts it, nor what GitHub puts into a token. */
describe("DeliveryRoles", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("opens each role to one repository at one place, compared exactly (S2-22)", () => {
    const aud = { [`${GITHUB}:aud`]: "sts.amazonaws.com" };
    expect(trusted(resources, "preview")).toEqual({ StringEquals: { ...aud, [`${GITHUB}:sub`]: "repo:example-health/platform:environment:preview" } });
    expect(trusted(resources, "publish")).toEqual({ StringEquals: { ...aud, [`${GITHUB}:sub`]: "repo:example-health/platform:ref:refs/heads/main", [`${GITHUB}:ref`]: "refs/heads/main" } });
    expect(trusted(resources, "deploy")).toEqual({ StringEquals: { ...aud, [`${GITHUB}:sub`]: "repo:example-health/platform:environment:production", [`${GITHUB}:ref`]: "refs/heads/main" } });
  });

  test("binds roles to the repository's number, the branch and the environments that are named", async () => {
    const named = await recorded({ repositoryId: "4711", branch: "release", previewEnvironment: "pull-requests", deployEnvironment: "prod" });
    expect(trusted(named, "deploy")).toEqual({
      StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com", [`${GITHUB}:sub`]: "repo:example-health/platform:environment:prod", [`${GITHUB}:ref`]: "refs/heads/release", [`${GITHUB}:repository_id`]: "4711" },
    });
    expect(trusted(named, "preview")).toMatchObject({ StringEquals: { [`${GITHUB}:sub`]: "repo:example-health/platform:environment:pull-requests", [`${GITHUB}:repository_id`]: "4711" } });
  });

  test("makes the provider once, or takes the account's own", async () => {
    expect(one(resources, "aws:iam/openIdConnectProvider:OpenIdConnectProvider").inputs).toEqual({ url: `https://${GITHUB}`, clientIdLists: ["sts.amazonaws.com"] });
    expect(all(await recorded({ existingProvider: true }), "aws:iam/openIdConnectProvider:OpenIdConnectProvider")).toEqual([]);
  });

  test("ends sessions after an hour, and stores no credential (S2-21, S5-10)", () => {
    expect(all(resources, ROLE).map(({ inputs }) => inputs["maxSessionDuration"])).toEqual([3600, 3600, 3600]);
    expect(resources.filter(({ type }) => /accessKey|user/iu.test(type))).toEqual([]);
  });

  test("lets previews read settings, and neither change anything nor read content", () => {
    const actions = allowed(resources, "preview");
    expect(actions.filter((action) => !/:(?:BatchGet|Describe|Get|GET$|List|View)/u.test(action))).toEqual([]);
    expect(actions).not.toContain("s3:GetObject");
    expect(actions).not.toContain("secretsmanager:GetSecretValue");
    const parameters = all(resources, POLICY).flatMap(({ inputs }) => statementsOf(inputs["policy"])).find(({ Sid }) => Sid === "PublicParameters");
    expect(parameters?.Resource).toEqual(["arn:aws:ssm:*::parameter/aws/service/*"]);
  });

  test("lets the publishing job push and sign, and nothing else", () => {
    expect(allowed(resources, "publish").filter((action) => !/^ecr:|^kms:(?:DescribeKey|GetPublicKey|Sign)$/u.test(action))).toEqual([]);
    const { policy } = one(resources, POLICY, "delivery-publish-1").inputs;
    expect(statement(policy, "Publish").Resource).toEqual(["arn:aws:ecr:us-east-1:111122223333:repository/hipaa-test/*"]);
    expect(statement(policy, "Sign").Condition).toEqual({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/hipaa-test/image-signing" } });
  });

  test("holds every role to the guard: no right of its own to change, no evidence to end, no other region", () => {
    const guard = one(resources, POLICY, "delivery-guard").inputs["policy"];
    expect(statementsOf(guard).filter(({ Effect }) => Effect !== "Deny")).toEqual([]);
    expect(statement(guard, "OwnRights").Resource).toEqual(["arn:aws:iam::111122223333:role/hipaa-test-delivery-*", "arn:aws:iam::111122223333:policy/hipaa-test-delivery-*", `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`]);
    expect(statement(guard, "Evidence").Action).toEqual(expect.arrayContaining(["cloudtrail:StopLogging", "kms:ScheduleKeyDeletion", "s3:BypassGovernanceRetention"]));
    expect(statement(guard, "Regions").Condition).toEqual({ StringNotEquals: { "aws:RequestedRegion": ["us-east-1", "us-west-2"] } });
    const guarded = all(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").filter(({ name, dependencies }) => name.endsWith("-permission-0") && dependencies.some((urn) => urn.endsWith("::delivery-guard")));
    expect(guarded.map(({ name }) => name)).toEqual(["delivery-preview-permission-0", "delivery-publish-permission-0", "delivery-deploy-permission-0"]);
  });

  test("keeps the pipeline's own names within what the guard protects", () => {
    const names = [...all(resources, ROLE), ...all(resources, POLICY)].map(({ inputs }) => inputs["name"]);
    expect(names.filter((name) => !String(name).startsWith("hipaa-test-delivery-"))).toEqual([]);
  });

  test("bounds every role that the pipeline makes where the organization has a boundary", async () => {
    const roleBoundaryArn = "arn:aws:iam::111122223333:policy/boundary";
    const bounded = await recorded({ roleBoundaryArn });
    expect(all(bounded, ROLE).map(({ inputs }) => inputs["permissionsBoundary"])).toEqual([roleBoundaryArn, roleBoundaryArn, roleBoundaryArn]);
    expect(statement(one(bounded, POLICY, "delivery-guard").inputs["policy"], "RolesWithoutBoundary")).toMatchObject({
      Effect: "Deny", Action: ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary"], Condition: { StringNotEquals: { "iam:PermissionsBoundary": roleBoundaryArn } },
    });
  });

  test("keeps images immutable, scanned and encrypted, in both regions", () => {
    expect(all(resources, REPOSITORY).map(({ protect, inputs }) => [protect, inputs["name"], inputs["region"], inputs["imageTagMutability"], inputs["imageScanningConfiguration"]])).toEqual([
      [true, "hipaa-test/patient-service", undefined, "IMMUTABLE", { scanOnPush: true }], [true, "hipaa-test/patient-service", "us-west-2", "IMMUTABLE", { scanOnPush: true }],
    ]);
    expect(all(resources, REPOSITORY).flatMap(({ inputs }) => inputs["encryptionConfigurations"])).toMatchObject([{ encryptionType: "KMS" }, { encryptionType: "KMS" }]);
    expect(one(resources, "aws:kms/key:Key", "delivery-images")).toMatchObject({ protect: true, inputs: { enableKeyRotation: true, multiRegion: true } });
  });

  test("copies images to the second region once their repositories are there", () => {
    const replication = one(resources, "aws:ecr/replicationConfiguration:ReplicationConfiguration");
    expect(replication.inputs).toEqual({
      replicationConfiguration: { rules: [{ destinations: [{ region: "us-west-2", registryId: "111122223333" }], repositoryFilters: [{ filter: "hipaa-test/", filterType: "PREFIX_MATCH" }] }] },
    });
    expect(replication.dependencies.some((urn) => urn.endsWith("::delivery-copy-patient-service"))).toBe(true);
  });

  test("takes images from the publishing role and from replication alone (S2-34)", () => {
    const { policy } = one(resources, "aws:ecr/repositoryPolicy:RepositoryPolicy", "delivery-image-patient-service-policy").inputs;
    expect(statement(policy, "PushedByPipelineOnly")).toMatchObject({
      Effect: "Deny", Principal: "*",
      Condition: { ArnNotEquals: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/hipaa-test-delivery-publish", "arn:aws:iam::111122223333:role/aws-service-role/replication.ecr.amazonaws.com/AWSServiceRoleForECRReplication"] } },
    });
    expect(String(policy)).not.toContain('"Resource"');
  });

  test("lets nothing but age and number remove an image", () => {
    const { policy } = one(resources, "aws:ecr/lifecyclePolicy:LifecyclePolicy", "delivery-image-patient-service-lifecycle").inputs;
    expect(JSON.parse(String(policy))).toMatchObject({
      rules: [{ rulePriority: 1, selection: { tagStatus: "untagged", countNumber: 14 } }, { rulePriority: 2, selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 200 } }],
    });
  });

  test("has a signing key that the publishing role alone signs with (S1-66)", () => {
    const key = one(resources, "aws:kms/key:Key", "delivery-signing");
    expect(key).toMatchObject({ protect: true, inputs: { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256" } });
    const signing = statementsOf(key.inputs["policy"]).filter(({ Action }) => Action.some((action) => action === "kms:Sign" || action === "kms:*"));
    expect(signing).toMatchObject([{ Sid: "Sign", Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/hipaa-test-delivery-publish" } } }]);
  });

  test("makes neither repositories nor their key for a stack without images", async () => {
    const without = await recorded({ imageRepositories: [] });
    expect(without.filter(({ type }) => type.startsWith("aws:ecr/"))).toEqual([]);
    expect(all(without, "aws:kms/key:Key").map(({ name }) => name)).toEqual(["delivery-signing"]);
  });

  test("reads and writes the state where it is in S3 (S3-49)", async () => {
    const withState = await recorded({ stateBucket: "state", stateKeyAlias: "alias/state" });
    const files = (part: string) => all(withState, POLICY).filter(({ name }) => name.startsWith(`delivery-${part}-`)).flatMap(({ inputs }) => statementsOf(inputs["policy"])).find(({ Sid }) => Sid === "StateFiles");
    expect(files("preview")).toMatchObject({ Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::state/*"] });
    expect(files("deploy")).toMatchObject({ Action: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], Resource: ["arn:aws:s3:::state/*"] });
    expect(files("publish")).toBeUndefined();
  });

  test("knows every policy document at the first preview, within IAM's limits", () => {
    const documents = policyDocuments(resources);
    expect(documents.filter(({ document }) => typeof document !== "string")).toEqual([]);
    const managed = all(resources, POLICY).map(({ inputs }) => String(inputs["policy"]).length);
    expect(Math.max(...managed)).toBeLessThanOrEqual(6144);
    const attached = Map.groupBy(all(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment"), ({ inputs }) => inputs["role"]);
    expect([...attached.values()].map((attachments) => attachments.length <= 10)).toEqual([true, true, true]);
  });

  test("registers what it shows", async () => {
    const made: DeliveryRoles[] = [];
    const registered = await record(() => made.push(new DeliveryRoles("delivery", deliveryArguments)), { mode: "up" });
    expect(made[0] === undefined ? [] : publicFields(made[0])).toEqual(registeredOutputs(registered, "hipaa:index:DeliveryRoles"));
    expect(one(registered, "hipaa:index:DeliveryRoles").outputs).toMatchObject({ deployRoleArn: expect.stringContaining("delivery-deploy"), publishRoleArn: expect.stringContaining("delivery-publish"), previewRoleArn: expect.stringContaining("delivery-preview") });
  });
});
