import { Role } from "@pulumi/aws/iam/role.js";
import { BucketObjectv2 } from "@pulumi/aws/s3/bucketObjectv2.js";
import { Canary } from "@pulumi/aws/synthetics/canary.js";
import * as pulumi from "@pulumi/pulumi";
import { everyObject } from "../lib/bucket-lifecycle.ts";
import { classified } from "../lib/data-classification.ts";
import { arnOf, bucketArn, type Deployment } from "../lib/deployment.ts";
import { attachOwn, ownPolicy } from "../lib/own-policy.ts";
import { policyDocument, serviceTrustIfSourceSent, type Statement } from "../lib/policy-document.ts";
import { accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { observabilityNames } from "./observability-names.ts";
import type { CanaryTarget, ObservabilityArgs } from "./observability.ts";

/** Days for which results of runs are kept. */
const RESULT_DAYS = 31;
/** The runtime without a browser; AWS takes new canaries with runtimes in support only. */
const RUNTIME = "syn-nodejs-5.2";

/** Asks the API from outside, as a client would, without credentials and without reading the answer. */
export function createCanary(parent: pulumi.Resource, name: string, args: ObservabilityArgs, target: CanaryTarget, accessLogDays: number): Canary {
  const { deployment, logsKeyArn } = args;
  const names = observabilityNames(deployment);
  const { bucket, guards } = createResults(parent, name, deployment, logsKeyArn, accessLogDays);
  const script = new BucketObjectv2(`${name}-canary-script`, {
    bucket: bucket.bucket,
    key: "script/probe.zip",
    source: new pulumi.asset.AssetArchive({
      "nodejs/node_modules/probe.js": new pulumi.asset.FileAsset(`${import.meta.dirname}/canary/probe.cjs`),
      "nodejs/node_modules/target.json": new pulumi.asset.StringAsset(JSON.stringify({ url: target.url, expectedStatus: target.expectedStatus ?? 200, timeoutMs: 10_000 })),
    }),
    kmsKeyId: logsKeyArn,
    serverSideEncryption: "aws:kms",
  }, { parent, dependsOn: [...guards] });
  const { role, permissions } = createRole(parent, name, deployment, target.logsKeyAlias);
  return new Canary(`${name}-canary`, {
    name: names.canary,
    artifactS3Location: `s3://${names.canaryBucket}/results/`,
    artifactConfig: { s3Encryption: { encryptionMode: "SSE_KMS", kmsKeyArn: logsKeyArn } },
    executionRoleArn: role.arn,
    handler: "probe.handler",
    runtimeVersion: target.runtimeVersion ?? RUNTIME,
    s3Bucket: script.bucket,
    s3Key: script.key,
    s3Version: script.versionId,
    runConfig: { activeTracing: true, memoryInMb: 960, timeoutInSeconds: 60 },
    schedule: { expression: rateOf(target.everyMinutes ?? 5) },
    successRetentionPeriod: RESULT_DAYS,
    failureRetentionPeriod: RESULT_DAYS,
    startCanary: true,
    deleteLambda: true,
    tags: classified("operational"),
  }, { parent, dependsOn: [...permissions] });
}

function createResults(parent: pulumi.Resource, name: string, deployment: Deployment, keyArn: pulumi.Input<string>, accessLogDays: number): SecureBucket {
  const names = observabilityNames(deployment);
  const accessLogs = accessLogBucket(`${name}-canary-access`, { deployment, bucket: names.canaryAccessLogs, sources: [names.canaryBucket], retentionDays: accessLogDays }, parent);
  return secureBucket(`${name}-canary-results`, {
    deployment, keyArn,
    bucket: names.canaryBucket,
    classification: "operational",
    statements: [],
    disposable: true,
    accessLogs: { bucket: names.canaryAccessLogs, readyAfter: accessLogs.guards },
    lifecycle: [
      { id: "results", status: "Enabled", filter: { prefix: "results/" }, expiration: { days: RESULT_DAYS } },
      everyObject("old-versions", { noncurrentVersionExpiration: { noncurrentDays: RESULT_DAYS } }),
    ],
  }, parent);
}

/** What a canary writes. It may create no log group: one would be unencrypted and kept for ever, and results say enough. */
export function canaryStatements(deployment: Deployment, logsKeyAlias: string): readonly Statement[] {
  const { canaryBucket } = observabilityNames(deployment);
  return [
    { sid: "WriteResults", reason: "status and duration of each run", actions: ["s3:PutObject"], resources: [bucketArn(deployment, `${canaryBucket}/results/*`)] },
    { sid: "FindResults", reason: "Synthetics asks where the bucket is", actions: ["s3:GetBucketLocation"], resources: [bucketArn(deployment, canaryBucket)] },
    { sid: "ListBuckets", reason: "Synthetics looks the bucket up by listing", actions: ["s3:ListAllMyBuckets"], resources: ["*"] },
    {
      sid: "EncryptResults", reason: "results are encrypted", actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [arnOf(deployment, "kms", "key/*")],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [logsKeyAlias] } },
    },
    {
      sid: "PublishMetrics", reason: "success and duration, in Synthetics' own namespace", actions: ["cloudwatch:PutMetricData"], resources: ["*"],
      conditions: { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } },
    },
    { sid: "Trace", reason: "runs are traced from end to end (S1-41); AWS holds X-Ray's writes to no resource", actions: ["xray:PutTraceSegments"], resources: ["*"] },
  ];
}

function createRole(parent: pulumi.Resource, name: string, deployment: Deployment, logsKeyAlias: string): { readonly role: Role; readonly permissions: readonly pulumi.Resource[] } {
  const { canaryRole } = observabilityNames(deployment);
  const role = new Role(`${name}-canary-role`, {
    name: canaryRole,
    description: "The canary writes its results",
    // Lambda, which runs it, sends no source when it takes a role.
    assumeRolePolicy: serviceTrustIfSourceSent("lambda.amazonaws.com", deployment.accountId),
  }, { parent });
  const policy = ownPolicy(`${name}-canary-policy`, { deployment, name: canaryRole, description: "Results and metrics of one canary", policy: policyDocument(canaryStatements(deployment, logsKeyAlias)) }, { parent: role });
  return { role, permissions: attachOwn(`${name}-canary-permission`, { deployment, role: role.name, policy }, { parent: role }) };
}

function rateOf(minutes: number): string {
  return minutes === 1 ? "rate(1 minute)" : `rate(${String(minutes)} minutes)`;
}
