import { beforeAll, describe, expect, test } from "vitest";
import { AccountBaseline, type AccountBaselineArgs } from "../../../components/account-baseline/index.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { baselineArguments, breakGlass, messagesKeyArn } from "./baseline-arguments.ts";

const ROLE = "aws:iam/role:Role";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

async function recorded(changes: Partial<AccountBaselineArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new AccountBaseline("account", { ...baselineArguments, breakGlass, messagesKeyArn, ...changes }), { mode: "up" });
}

describe("the break-glass role (S5-11, 45 CFR 164.312(a)(2)(ii))", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("opens to named people only, with a second factor, under their own name, for an hour", () => {
    const { inputs } = one(resources, ROLE, "account-break-glass");
    expect(inputs).toMatchObject({ name: "hipaa-test-break-glass", maxSessionDuration: 3600 });
    expect(statementsOf(inputs["assumeRolePolicy"])).toEqual([{
      Sid: "NamedPeople",
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"] },
      Action: ["sts:AssumeRole"],
      Condition: {
        ArnEquals: { "aws:PrincipalArn": breakGlass.userArns },
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
        StringEquals: { "sts:RoleSessionName": `\${aws:username}` },
      },
    }]);
  });

  test("reaches data and restores it; changes no identity, key, log or backup", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy", "account-break-glass-policy").inputs;
    const actions = statementsOf(policy).flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /\*|:(?:Delete|Put|Create|Attach|Update|Schedule|Disable|Stop)/u.test(action))).toEqual([]);
    expect(statement(policy, "OpenData").Condition).toEqual({
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": breakGlass.keyAliases },
      StringEquals: { "kms:ViaService": ["dynamodb", "s3", "secretsmanager"].flatMap((service) => ["us-east-1", "us-west-2"].map((region) => `${service}.${region}.amazonaws.com`)) },
    });
    expect(statement(policy, "PassRestoreRole")).toMatchObject({ Resource: ["arn:aws:iam::111122223333:role/hipaa-test-backup-restore"], Condition: { StringEquals: { "iam:PassedToService": "backup.amazonaws.com" } } });
  });

  test("is looked around with by a policy of AWS, and administers nothing", () => {
    const attached = all(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").filter(({ name }) => name.startsWith("account-break-glass-permission"));
    expect(attached.map(({ inputs }) => inputs["policyArn"])).toEqual(["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", expect.stringContaining("account-break-glass-policy")]);
  });

  test("raises an alert for each use and attempt, reads included, in every region where it may be taken", () => {
    expect(all(resources, RULE).map(({ inputs }) => [inputs["region"], inputs["state"]])).toEqual([
      ["us-east-1", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"], ["us-west-2", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
    ]);
    for (const { inputs } of all(resources, RULE)) {
      expect(JSON.parse(String(inputs["eventPattern"]))).toEqual({
        source: ["aws.signin", "aws.sts"],
        detail: {
          $or: [
            { eventName: ["AssumeRole"], requestParameters: { roleArn: ["arn:aws:iam::111122223333:role/hipaa-test-break-glass"] } },
            { eventName: ["SwitchRole"], userIdentity: { arn: [{ prefix: "arn:aws:sts::111122223333:assumed-role/hipaa-test-break-glass/" }] } },
          ],
        },
      });
    }
    expect(all(resources, TARGET).map(({ inputs }) => [inputs["region"], inputs["targetId"]])).toEqual([[undefined, "alerts"], ["us-west-2", "primary-region"]]);
    expect(one(resources, TARGET, "account-break-glass-forward-us-west-2").inputs["arn"]).toBe("arn:aws:events:us-east-1:111122223333:event-bus/default");
  });

  test("listens in us-east-1 too, where consoles sign in, wherever the deployment is", async () => {
    const elsewhere = await recorded({ deployment: { ...baselineArguments.deployment, region: "eu-west-1", recoveryRegion: "eu-central-1" } });
    expect(all(elsewhere, RULE).map(({ inputs }) => inputs["region"])).toEqual(["eu-west-1", "eu-central-1", "us-east-1"]);
  });

  test("forwards to the one bus, and may do nothing else", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy", "account-break-glass-forwarder-policy").inputs;
    expect(statementsOf(policy)).toMatchObject([{ Action: ["events:PutEvents"], Resource: ["arn:aws:events:us-east-1:111122223333:event-bus/default"] }]);
  });

  test("tells no name in the alert (X-15)", () => {
    const transformer = JSON.stringify(one(resources, TARGET, "account-break-glass-alert").inputs["inputTransformer"]);
    expect(transformer).not.toMatch(/userIdentity|requestParameters|sourceIPAddress/u);
  });

  test("takes policies of AWS alone where that is asked for: no data is opened, and the primary region alone listens (X-02, S5-09)", async () => {
    const managed = await recorded({ managedOnly: true });
    expect(all(managed, "aws:iam/policy:Policy")).toEqual([]);
    expect(all(managed, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").map(({ inputs }) => inputs["policyArn"])).toEqual(
      ["job-function/ViewOnlyAccess", "AmazonDynamoDBReadOnlyAccess", "AmazonS3ReadOnlyAccess", "AWSBackupOperatorAccess"].map((name) => `arn:aws:iam::aws:policy/${name}`),
    );
    expect(all(managed, RULE).map(({ inputs }) => inputs["region"])).toEqual(["us-east-1"]);
  });
});
