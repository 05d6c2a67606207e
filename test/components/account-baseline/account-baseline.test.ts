import { beforeAll, describe, expect, test } from "vitest";
import { AccountBaseline } from "../../../components/account-baseline/index.ts";
import { all, MOCK_ACCOUNT, one, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";

const deployment = { prefix: "hipaa-test", accountId: MOCK_ACCOUNT, region: "us-east-1", recoveryRegion: "us-west-2" };
const dataKeyArn = `arn:aws:kms:us-east-1:${MOCK_ACCOUNT}:key/phi`;

/* Proves what the account is told. Does not prove that AWS accepts it. */
describe("AccountBaseline", () => {
  const baselines: AccountBaseline[] = [];
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await record(() => {
      baselines.push(new AccountBaseline("account", { deployment, dataKeyArn }));
    }, { mode: "up" });
  });

  test("keeps every bucket of the account from being public (S5-13)", () => {
    expect(one(resources, "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock").inputs).toEqual({
      accountId: MOCK_ACCOUNT, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true,
    });
  });

  test("wants passwords that are long, mixed, fresh and not reused", () => {
    expect(one(resources, "aws:iam/accountPasswordPolicy:AccountPasswordPolicy").inputs).toEqual({
      minimumPasswordLength: 14, requireLowercaseCharacters: true, requireUppercaseCharacters: true, requireNumbers: true, requireSymbols: true,
      passwordReusePrevention: 24, maxPasswordAge: 90, allowUsersToChangePassword: true,
    });
  });

  test("encrypts new volumes with the PHI key where nobody names one (S1-22)", () => {
    expect(one(resources, "aws:ebs/defaultKmsKey:DefaultKmsKey").inputs).toEqual({ keyArn: dataKeyArn });
  });

  test.each([
    ["aws:ebs/encryptionByDefault:EncryptionByDefault", "encrypts new volumes", { enabled: true }],
    ["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "shares no snapshot with everybody", { state: "block-all-sharing" }],
    ["aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "answers metadata requests with a token, within the instance (S5-20)", { httpTokens: "required", httpPutResponseHopLimit: 1 }],
    ["aws:accessanalyzer/analyzer:Analyzer", "reports what is shared outside the account", { analyzerName: "hipaa-test-external-access", type: "ACCOUNT" }],
  ])("%s: %s, in both regions", (type, _what, inputs) => {
    expect(all(resources, type).map((resource) => resource.inputs)).toEqual([{ ...inputs, region: "us-east-1" }, { ...inputs, region: "us-west-2" }]);
  });

  test("makes nothing else, and all of it its own", () => {
    const component = one(resources, "hipaa:index:AccountBaseline");
    const children = resources.filter(({ custom }) => custom);
    expect(children).toHaveLength(3 + 2 * 4);
    expect(children.filter(({ parent }) => parent !== component.urn)).toEqual([]);
    expect(children.filter(({ name }) => !name.startsWith("account-"))).toEqual([]);
  });

  test("registers what it shows: the account whose defaults are set", () => {
    const [baseline] = baselines;
    expect(baseline === undefined ? [] : publicFields(baseline)).toEqual(["accountId"]);
    expect(registeredOutputs(resources, "hipaa:index:AccountBaseline")).toEqual(["accountId"]);
    expect(one(resources, "hipaa:index:AccountBaseline").outputs).toEqual({ accountId: MOCK_ACCOUNT });
  });
});
