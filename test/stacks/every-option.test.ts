import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { PlatformConfig } from "../../stacks/config.ts";
import { createPlatform } from "../../stacks/platform.ts";
import { project } from "../architecture/source-files.ts";
import { all, MOCK_ACCOUNT, type Recorded, record } from "../support/pulumi-mocks.ts";
import { parsed } from "./stack-files.ts";

const BOUNDARY = "arn:aws:iam::123456789012:policy/workload-boundary";

function fixture(): PlatformConfig {
  const { config }: { readonly config: Readonly<Record<string, unknown>> } = parse(readFileSync(join(project, "test/fixtures/every-option.yaml"), "utf8"));
  const raw = Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace(/^hipaa-platform:/u, ""), value]));
  return parsed({ ...raw, clientSecrets: { "south-clinic": "hunter2" } }, { secrets: new Set(["clientSecrets"]) });
}

/* Proves that each option reaches what it is for. That AWS takes the values, the sandbox tells as far as it can. */
describe("every option of the configuration", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    // Transformations belong to the root stack, which a program has and mocks have not.
    resources = await record(async () => await pulumi.runtime.runInPulumiStack(async () => { await createPlatform(fixture()); }), {
      mode: "preview", call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }),
    });
  }, 60_000);

  const TABLE: readonly (readonly [option: string, type: string, name: RegExp, inputs: object])[] = [
    ["api.throttle", "aws:apigateway/methodSettings:MethodSettings", /./u, { settings: expect.objectContaining({ throttlingRateLimit: 300, throttlingBurstLimit: 600 }) }],
    ["api.backend", "aws:lb/targetGroup:TargetGroup", /./u, { port: 9443, protocol: "TLS", healthCheck: expect.objectContaining({ path: "/ready", port: "9443" }) }],
    ["api.models", "aws:apigateway/model:Model", /visit/iu, { name: "Visit" }],
    ["identity.mail", "aws:cognito/userPool:UserPool", /./u, { emailConfiguration: expect.objectContaining({ emailSendingAccount: "DEVELOPER" }) }],
    ["identity.samlProviders", "aws:cognito/identityProvider:IdentityProvider", /saml-north-hospital$/u, { providerType: "SAML" }],
    ["identity.domain", "aws:cognito/userPoolDomain:UserPoolDomain", /./u, { domain: "auth.example.org" }],
    ["identity.tokenMinutes and sessionHours", "aws:cognito/userPoolClient:UserPoolClient", /./u, { accessTokenValidity: 10, refreshTokenValidity: 4, generateSecret: true }],
    ["detection.macieSamplingPercent", "aws:macie2/classificationJob:ClassificationJob", /./u, { samplingPercentage: 25 }],
    ["detection.moreRegions", "aws:guardduty/detector:Detector", /us-west-1$/u, { region: "us-west-1" }],
    ["observability.tracing", "aws:xray/samplingRule:SamplingRule", /requests$/u, { fixedRate: 0.2 }],
    ["observability.patientIdentifiers", "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy", /./u, { policyDocument: expect.stringContaining("medical-record-number") }],
    ["observability.canaryEveryMinutes", "aws:synthetics/canary:Canary", /./u, { schedule: { expression: "rate(15 minutes)" } }],
    ["observability.apiLatencyMs", "aws:cloudwatch/metricAlarm:MetricAlarm", /observability-api-latency$/u, { threshold: 750 }],
    ["observability.databaseConnections", "aws:cloudwatch/metricAlarm:MetricAlarm", /database-connections$/u, { threshold: 1600 }],
    ["accessHost", "aws:ec2/instance:Instance", /access/u, { instanceType: "t4g.small", ami: "ami-0123456789abcdef0" }],
    ["account.unusedAccessDays", "aws:accessanalyzer/analyzer:Analyzer", /unused/u, { configuration: { unusedAccess: { unusedAccessAge: 30 } } }],
    ["backup.lock.graceDays", "aws:backup/vaultLockConfiguration:VaultLockConfiguration", /-backup-vault/u, { changeableForDays: 7 }],
    ["database.port", "aws:rds/cluster:Cluster", /-data-/u, { port: 6432, serverlessv2ScalingConfiguration: { minCapacity: 8, maxCapacity: 24 } }],
    ["network.additionalEndpoints", "aws:ec2/vpcEndpoint:VpcEndpoint", /every-network.*sagemaker/u, { serviceName: "com.amazonaws.us-east-1.sagemaker.runtime" }],
    ["keys.administratorArns", "aws:kms/key:Key", /keys-phi-data$/u, { policy: expect.stringContaining("role/key-administrators/*") }],
    ["delivery.branch and repositoryId", "aws:iam/role:Role", /delivery-deploy$/u, { assumeRolePolicy: expect.stringMatching(/refs\/heads\/release.*123456789|123456789.*refs\/heads\/release/u) }],
  ];
  test.each(TABLE)("%s reaches %s", (_option, type, name, inputs) => {
    const [found] = all(resources, type).filter((resource) => name.test(resource.name));
    expect(found?.inputs).toMatchObject(inputs);
  });

  test("iam.roleBoundaryArn is on every role", () => {
    const roles = all(resources, "aws:iam/role:Role");
    expect(roles.length).toBeGreaterThan(20);
    expect(roles.filter(({ inputs }) => inputs["permissionsBoundary"] !== BOUNDARY).map(({ name }) => name)).toEqual([]);
  });

  test("network.privateCidrs lays out the subnets", () => {
    const blocks = resources.map(({ inputs }) => inputs["cidrBlock"]);
    expect(blocks).toEqual(expect.arrayContaining(["10.0.0.0/24", "10.0.1.0/24", "10.0.32.0/21", "10.0.40.0/21", "10.0.64.0/24", "10.0.65.0/24"]));
  });

  test("delivery.existingProvider leaves GitHub's provider alone", () => {
    expect(all(resources, "aws:iam/openIdConnectProvider:OpenIdConnectProvider").filter(({ name }) => name.includes("github"))).toEqual([]);
  });

  test("a site may call the API, the sign-in page and what the configuration adds", () => {
    const [headers] = all(resources, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
    expect(JSON.stringify(headers?.inputs)).toMatch(/https:\/\/api\.example\.org.*https:\/\/auth\.example\.org.*https:\/\/maps\.example\.org/u);
  });
});
