import { beforeAll, describe, expect, test } from "vitest";
import { AccountBaseline, type AccountBaselineArgs } from "../../../components/account-baseline/index.ts";
import { all, MOCK_ACCOUNT, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { baselineArguments, breakGlass, contact, messagesKeyArn } from "./baseline-arguments.ts";

async function recorded(changes: Partial<AccountBaselineArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new AccountBaseline("account", { ...baselineArguments, ...changes }), { mode: "up" });
}

/* Proves what the account is told. Does not prove that AWS accepts it. */
describe("AccountBaseline", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
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

  test("encrypts new volumes with the PHI key where nobody names one (S1-22), in the recovery region with its replica", async () => {
    expect(one(resources, "aws:ebs/defaultKmsKey:DefaultKmsKey").inputs).toEqual({ keyArn: baselineArguments.dataKeyArn });
    const both = all(await recorded({ recoveryDataKeyArn: "replica" }), "aws:ebs/defaultKmsKey:DefaultKmsKey");
    expect(both.map(({ inputs }) => inputs)).toEqual([{ keyArn: baselineArguments.dataKeyArn }, { keyArn: "replica", region: "us-west-2" }]);
  });

  test.each([
    ["aws:ebs/encryptionByDefault:EncryptionByDefault", "encrypts new volumes", { enabled: true }],
    ["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "shares no snapshot with everybody", { state: "block-all-sharing" }],
    ["aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "shares no image with everybody", { state: "block-new-sharing" }],
    ["aws:ec2/serialConsoleAccess:SerialConsoleAccess", "opens no serial console", { enabled: false }],
    ["aws:ssm/serviceSetting:ServiceSetting", "shares no document with everybody", { settingId: "/ssm/documents/console/public-sharing-permission", settingValue: "Disable" }],
    ["aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "answers metadata requests with a token, within the instance (S5-20)", { httpTokens: "required", httpPutResponseHopLimit: 1 }],
  ])("%s: %s, in both regions", (type, _what, inputs) => {
    expect(all(resources, type).map((resource) => resource.inputs)).toEqual([{ ...inputs, region: "us-east-1" }, { ...inputs, region: "us-west-2" }]);
  });

  test("reports what is shared outside the account, in both regions, and what nobody uses (S5-12)", async () => {
    const external = { analyzerName: "hipaa-test-external-access", type: "ACCOUNT" };
    expect(all(resources, "aws:accessanalyzer/analyzer:Analyzer").map(({ inputs }) => inputs)).toEqual([
      { ...external, region: "us-east-1" }, { ...external, region: "us-west-2" },
      { analyzerName: "hipaa-test-unused-access", type: "ACCOUNT_UNUSED_ACCESS", configuration: { unusedAccess: { unusedAccessAge: 90 } } },
    ]);
    expect(one(await recorded({ unusedAccessDays: 30 }), "aws:accessanalyzer/analyzer:Analyzer", "account-unused-access").inputs["configuration"]).toEqual({ unusedAccess: { unusedAccessAge: 30 } });
  });

  test("makes nothing else unless it is asked for, and all of it its own", () => {
    const component = one(resources, "hipaa:index:AccountBaseline");
    const children = resources.filter(({ custom }) => custom);
    expect(children).toHaveLength(3 + 2 * 7 + 1);
    expect(children.filter(({ parent }) => parent !== component.urn)).toEqual([]);
    expect(children.filter(({ name }) => !name.startsWith("account-"))).toEqual([]);
  });

  test("tells AWS whom to call, for what is given", async () => {
    const contacts = all(await recorded({ contacts: { security: contact, billing: { ...contact, name: "Finance" } } }), "aws:account/alternativeContact:AlternativeContact");
    expect(contacts.map(({ inputs }) => inputs)).toEqual([
      { alternateContactType: "SECURITY", name: "Platform team", title: "Security Officer", emailAddress: "security@example.com", phoneNumber: "+1 555 0100" },
      { alternateContactType: "BILLING", name: "Finance", title: "Security Officer", emailAddress: "security@example.com", phoneNumber: "+1 555 0100" },
    ]);
  });

  test("warns of cost early, when it is reached and when it will be, by mail and topic", async () => {
    const made = await recorded({ budget: { monthlyUsd: 900, emails: ["team@example.com"] }, messagesKeyArn });
    const { inputs } = one(made, "aws:budgets/budget:Budget");
    const topic = `arn:aws:sns:us-east-1:${MOCK_ACCOUNT}:account-alerts`;
    const told = { thresholdType: "PERCENTAGE", comparisonOperator: "GREATER_THAN", subscriberEmailAddresses: ["team@example.com"], subscriberSnsTopicArns: [topic] };
    expect(inputs).toMatchObject({ name: "hipaa-test-monthly", budgetType: "COST", timeUnit: "MONTHLY", limitAmount: "900", limitUnit: "USD" });
    expect(inputs["notifications"]).toEqual([
      { ...told, notificationType: "ACTUAL", threshold: 80 }, { ...told, notificationType: "ACTUAL", threshold: 100 }, { ...told, notificationType: "FORECASTED", threshold: 100 },
    ]);
    expect(one(made, "aws:sns/topic:Topic").inputs).toMatchObject({ name: "hipaa-test-account-alerts", kmsMasterKeyId: messagesKeyArn });
    expect(String(one(made, "aws:sns/topicPolicy:TopicPolicy").inputs["policy"])).toContain('{"Service":["budgets.amazonaws.com","events.amazonaws.com"]}');
  });

  test("warns over a topic that exists, and then makes none", async () => {
    const made = await recorded({ budget: { monthlyUsd: 900 }, alertTopicArn: "arn:given" });
    expect(all(made, "aws:sns/topic:Topic")).toEqual([]);
    expect(one(made, "aws:budgets/budget:Budget").inputs["notifications"]).toMatchObject([{ subscriberEmailAddresses: [], subscriberSnsTopicArns: ["arn:given"] }, {}, {}]);
  });

  test("knows every policy document at the first preview", async () => {
    const documents = policyDocuments(await record(() => new AccountBaseline("account", { ...baselineArguments, breakGlass, messagesKeyArn })));
    expect(documents).toHaveLength(5);
    expect(documents.filter(({ document }) => typeof document !== "string")).toEqual([]);
  });

  test("registers what it shows", async () => {
    const baselines: AccountBaseline[] = [];
    const made = await record(() => baselines.push(new AccountBaseline("account", { ...baselineArguments, breakGlass, messagesKeyArn })), { mode: "up" });
    expect(baselines[0] === undefined ? [] : publicFields(baselines[0])).toEqual(["accountId", "breakGlassRoleArn"]);
    expect(registeredOutputs(made, "hipaa:index:AccountBaseline")).toEqual(["accountId", "breakGlassRoleArn"]);
    expect(one(made, "hipaa:index:AccountBaseline").outputs).toMatchObject({ accountId: MOCK_ACCOUNT, breakGlassRoleArn: expect.stringContaining("account-break-glass") });
  });
});
