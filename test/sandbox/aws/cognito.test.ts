import { describe, expect, it } from "vitest";
import { type Properties, textOf } from "../../../sandbox/wire.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const POOL = "aws:cognito/userPool:UserPool";
const plus = { name: "users", userPoolTier: "PLUS", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } };

/** What Cognito refuses, each with the pool it is for. */
const REFUSED: readonly (readonly [what: string, type: string, inputs: Properties, code: string, message: string])[] = [
  ["MFA without a factor", POOL, { name: "users", mfaConfiguration: "ON" }, "InvalidParameterException", "not configure a factor"],
  ["threat protection below the Plus plan", POOL, { name: "users", userPoolAddOns: { advancedSecurityMode: "AUDIT" } }, "FeatureUnavailableInTierException", "AUDIT"],
  ["rotating refresh tokens beside the flow that reuses them", "aws:cognito/userPoolClient:UserPoolClient",
    { refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] }, "InvalidParameterException", "ALLOW_REFRESH_TOKEN_AUTH"],
  ["a code flow that returns nowhere", "aws:cognito/userPoolClient:UserPoolClient", { allowedOauthFlows: ["code"], callbackUrls: [] }, "InvalidOAuthFlowException", "callback URL"],
  ["a reserved word as a domain", "aws:cognito/userPoolDomain:UserPoolDomain", { domain: "my-aws-users" }, "InvalidParameterException", "aws, amazon and cognito"],
];

describe("Cognito in the sandbox", () => {
  it.each(REFUSED)("refuses %s", async (_what, type, inputs, code, message) => {
    using fake = new FakeCloud();
    const pool = type === POOL ? undefined : await fake.create(POOL, plus);
    const given = pool === undefined ? inputs : { ...inputs, userPoolId: pool.id };
    await expect(fake.create(type, given)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it("refuses risk settings and exports of user activity below the Plus plan, and log groups with a key", async () => {
    using fake = new FakeCloud();
    const lite = await fake.create(POOL, { name: "lite", userPoolTier: "LITE" });
    const toBucket = [{ eventSource: "userAuthEvents", logLevel: "INFO" }];
    await expect(fake.create("aws:cognito/riskConfiguration:RiskConfiguration", { userPoolId: lite.id })).rejects.toMatchObject({ code: "FeatureUnavailableInTierException" });
    await expect(fake.create("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", { userPoolId: lite.id, logConfigurations: toBucket })).rejects.toMatchObject({ code: "FeatureUnavailableInTierException" });
    const pool = await fake.create(POOL, plus);
    const key = await fake.create("aws:kms/key:Key", {});
    const group = await fake.create("aws:cloudwatch/logGroup:LogGroup", { name: "/users", kmsKeyId: textOf(key.outputs["arn"]) });
    const toGroup = [{ eventSource: "userNotification", logLevel: "ERROR", cloudWatchLogsConfiguration: { logGroupArn: textOf(group.outputs["arn"]) } }];
    await expect(fake.create("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", { userPoolId: pool.id, logConfigurations: toGroup })).rejects.toMatchObject({ message: expect.stringContaining("must not be encrypted") });
  });

  it("keeps a protected pool, and one whose domain is still there", async () => {
    using fake = new FakeCloud();
    const kept = await fake.create(POOL, { ...plus, deletionProtection: "ACTIVE" });
    await expect(fake.delete(kept)).rejects.toMatchObject({ message: expect.stringContaining("deletion protection") });
    const pool = await fake.create(POOL, plus);
    const domain = await fake.create("aws:cognito/userPoolDomain:UserPoolDomain", { domain: "clinic-users", userPoolId: pool.id });
    await expect(fake.delete(pool)).rejects.toMatchObject({ message: expect.stringContaining("domain configured") });
    await fake.delete(domain);
    await fake.delete(pool);
    expect([...fake.inventory.all()].map(({ id }) => id)).toEqual([kept.id]);
  });
});
