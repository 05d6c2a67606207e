import { beforeAll, describe, expect, test } from "vitest";
import { Identity, type IdentityArgs } from "../../../components/identity/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { identityArguments, ownDomain } from "./identity-arguments.ts";

const ACTIVITY = "hipaa-test-sign-ins-111122223333-us-east-1";

async function recorded(changes: Partial<IdentityArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new Identity("identity", { ...identityArguments, ...changes }));
}

describe("Identity", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("asks everybody for a second factor from an app, never by SMS or mail (S1-07, S5-11)", () => {
    const { inputs, protect } = one(resources, "aws:cognito/userPool:UserPool");
    expect(protect).toBe(true);
    expect(inputs).toMatchObject({ name: "hipaa-test-users", mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true }, deletionProtection: "ACTIVE" });
    expect(Object.keys(inputs)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^sms|emailMfa|deviceConfiguration/u)]));
  });

  test("lets administrators alone make accounts, and demands passwords that cannot be guessed", () => {
    expect(one(resources, "aws:cognito/userPool:UserPool").inputs).toMatchObject({
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      passwordPolicy: { minimumLength: 14, requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true, passwordHistorySize: 24, temporaryPasswordValidityDays: 1 },
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    });
  });

  test("blocks takeovers and known passwords", () => {
    expect(one(resources, "aws:cognito/userPool:UserPool").inputs).toMatchObject({ userPoolTier: "PLUS", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } });
    expect(one(resources, "aws:cognito/riskConfiguration:RiskConfiguration").inputs).toMatchObject({
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" } },
      accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: "BLOCK", notify: false }, mediumAction: { eventAction: "MFA_IF_CONFIGURED" } } },
    });
  });

  test("gives each role a group, administrators first (S1-09)", () => {
    const groups = all(resources, "aws:cognito/userGroup:UserGroup").map(({ inputs }) => [inputs["name"], inputs["precedence"], inputs["roleArn"]]);
    expect(groups).toEqual([["administrator", 10, undefined], ["clinician", 20, undefined], ["auditor", 30, undefined], ["billing", 40, undefined], ["patient", 50, undefined]]);
  });

  test("lets the application in by the code flow alone, for short sessions that can be revoked (S1-08)", () => {
    expect(one(resources, "aws:cognito/userPoolClient:UserPoolClient").inputs).toMatchObject({
      generateSecret: false, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"],
      allowedOauthScopes: ["openid", "email", "patient-records/records.read", "patient-records/records.write", "patient-records/records.delete"],
      callbackUrls: ["https://app.example.org/signed-in"], supportedIdentityProviders: ["COGNITO"],
      accessTokenValidity: 15, idTokenValidity: 15, refreshTokenValidity: 8, tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
      enableTokenRevocation: true, preventUserExistenceErrors: "ENABLED", refreshTokenRotation: { feature: "ENABLED" },
    });
  });

  test("registers the application after what it names", () => {
    expect(one(resources, "aws:cognito/userPoolClient:UserPoolClient").dependencies.some((urn) => urn.endsWith("::identity-records-api"))).toBe(true);
  });

  test("names the scopes of the records API", () => {
    expect(one(resources, "aws:cognito/resourceServer:ResourceServer").inputs).toMatchObject({
      identifier: "patient-records", scopes: [{ scopeName: "records.read" }, { scopeName: "records.write" }, { scopeName: "records.delete" }],
    });
  });

  test("has a sign-in page, with the style that managed login needs", () => {
    expect(one(resources, "aws:cognito/userPoolDomain:UserPoolDomain").inputs).toMatchObject({ domain: "hipaa-test-111122223333", managedLoginVersion: 2 });
    expect(one(resources, "aws:cognito/managedLoginBranding:ManagedLoginBranding").inputs).toMatchObject({ useCognitoProvidedValues: true });
    expect(all(resources, "aws:route53/record:Record")).toEqual([]);
  });

  test("keeps every sign-in in a locked bucket under the audit key that AWS's delivery alone writes to", () => {
    expect(one(resources, "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration").inputs).toMatchObject({ logConfigurations: [{ eventSource: "userAuthEvents", logLevel: "INFO" }] });
    expect(one(resources, "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration").dependencies.some((urn) => urn.endsWith("::identity-sign-ins-policy"))).toBe(true);
    expect(one(resources, "aws:s3/bucket:Bucket", "identity-sign-ins")).toMatchObject({ protect: true, retainOnDelete: true, inputs: { bucket: ACTIVITY, objectLockEnabled: true, tags: { DataClassification: "audit" } } });
    expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "identity-sign-ins-encryption").inputs)
      .toMatchObject({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: identityArguments.auditKeyArn } }] });
    expect(one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "identity-sign-ins-lifecycle").inputs).toMatchObject({ rules: [{ expiration: { days: 2557 } }] });
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "identity-sign-ins-policy").inputs;
    const allowed = statementsOf(policy).filter(({ Effect }) => Effect === "Allow");
    expect(allowed.map(({ Principal }) => Principal)).toEqual(allowed.map(() => ({ Service: ["delivery.logs.amazonaws.com"] })));
    expect(statement(policy, "WrittenByServicesOnly").Effect).toBe("Deny");
  });

  test("logs access to that bucket in one of its own, or in the one given", async () => {
    expect(one(resources, "aws:s3/bucketLogging:BucketLogging").inputs).toMatchObject({ targetBucket: "hipaa-test-sign-ins-access-111122223333-us-east-1" });
    const shared = await recorded({ accessLogBucketName: "hipaa-test-access" });
    expect(one(shared, "aws:s3/bucketLogging:BucketLogging").inputs).toMatchObject({ targetBucket: "hipaa-test-access" });
    expect(all(shared, "aws:s3/bucket:Bucket")).toHaveLength(1);
  });

  test("alarms when sign-ins fail or look like a takeover (S1-47)", () => {
    const alarms = all(resources, "aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => inputs);
    expect(alarms.map(({ name }) => String(name)).toSorted()).toEqual(["hipaa-test-account-takeover", "hipaa-test-compromised-credentials", "hipaa-test-failed-sign-ins"]);
    expect(alarms.every(({ alarmActions, insufficientDataActions, alarmDescription }) =>
      JSON.stringify([alarmActions, insufficientDataActions]) === JSON.stringify([[identityArguments.alertTopicArn], [identityArguments.alertTopicArn]]) && typeof alarmDescription === "string")).toBe(true);
    expect(one(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", "identity-failed-sign-ins").inputs).toMatchObject({
      threshold: 10,
      metricQueries: [{ id: "attempts", metric: { metricName: "SignInSuccesses", stat: "SampleCount" } }, { id: "successes", metric: { stat: "Sum" } }, { expression: "attempts - successes", returnData: true }],
    });
  });

  test("sends mail by SES and warns of risky sign-ins where it may", async () => {
    const mail = { identityArn: "arn:aws:ses:us-east-1:111122223333:identity/example.org", from: "Clinic <no-reply@example.org>" };
    const withMail = await recorded({ mail });
    expect(one(withMail, "aws:cognito/userPool:UserPool").inputs).toMatchObject({ emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: mail.identityArn, fromEmailAddress: mail.from } });
    expect(one(withMail, "aws:cognito/riskConfiguration:RiskConfiguration").inputs).toMatchObject({
      accountTakeoverRiskConfiguration: { actions: { highAction: { notify: true } }, notifyConfiguration: { sourceArn: mail.identityArn } },
    });
  });

  test("moves the sign-in page to a domain of one's own, and points the domain there", async () => {
    const moved = await recorded({ domain: { ...ownDomain, hostedZoneId: "Z1" } });
    expect(one(moved, "aws:cognito/userPoolDomain:UserPoolDomain").inputs).toMatchObject({ domain: "auth.example.org", certificateArn: ownDomain.certificateArn });
    expect(one(moved, "aws:route53/record:Record").inputs).toMatchObject({ zoneId: "Z1", name: "auth.example.org", type: "A" });
  });

  test("lets members of other organisations in, and offers them to the application", async () => {
    const federated = await recorded({
      samlProviders: [{ name: "Hospital", metadataUrl: "https://idp.example.org/metadata", requiresMfa: true }],
      oidcProviders: [{ name: "Lab", issuer: "https://lab.example.org", clientId: "us", clientSecret: "hidden", requiresMfa: true }],
    });
    expect(all(federated, "aws:cognito/identityProvider:IdentityProvider").map(({ inputs }) => [inputs["providerType"], inputs["providerName"]])).toEqual([["SAML", "Hospital"], ["OIDC", "Lab"]]);
    expect(one(federated, "aws:cognito/userPoolClient:UserPoolClient").inputs).toMatchObject({ supportedIdentityProviders: ["COGNITO", "Hospital", "Lab"] });
    expect(one(federated, "aws:cognito/identityProvider:IdentityProvider", "identity-saml-Hospital").inputs).toMatchObject({ providerDetails: { EncryptedResponses: "true", RequestSigningAlgorithm: "rsa-sha256" } });
  });

  test("gives a server's application a client secret", async () => {
    const confidential = await recorded({ application: { ...identityArguments.application, clientType: "confidential", tokenMinutes: 5, sessionHours: 1 } });
    expect(one(confidential, "aws:cognito/userPoolClient:UserPoolClient").inputs).toMatchObject({ generateSecret: true, accessTokenValidity: 5, refreshTokenValidity: 1, allowedOauthFlows: ["code"] });
  });

  test("protects what must not be lost, and nothing that may have to be replaced", () => {
    const guarded = resources.filter(({ protect }) => protect).map(({ type }) => type);
    expect(new Set(guarded.filter((type) => !type.startsWith("aws:s3/")))).toEqual(new Set(["aws:cognito/userPool:UserPool"]));
  });

  test("has every policy document at the first preview, and registers what it shows", async () => {
    expect(policyDocuments(resources).filter(({ document }) => typeof document !== "string")).toEqual([]);
    let fields: readonly string[] = [];
    const again = await record(() => {
      fields = publicFields(new Identity("identity", identityArguments));
    });
    expect(registeredOutputs(again, "hipaa:index:Identity")).toEqual(fields);
  });
});
