import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { judgeStack } from "../../policypack/engine/judge.ts";
import { Reader } from "../../policypack/engine/reader.ts";
import type { StackResource } from "../../policypack/engine/rule.ts";
import { judgedStack } from "../../policypack/engine/stack.ts";
import { encryptionCoverageComplete } from "../../policypack/rules/encryption/encryption-coverage-complete.ts";
import { parseConfig } from "../../stacks/config.ts";
import { countEncryption, type EncryptionCoverage } from "../../stacks/encryption-coverage.ts";
import { createStack } from "../../stacks/stack.ts";
import { MOCK_ACCOUNT, type Recorded, record } from "../support/pulumi-mocks.ts";
import { COMPUTED } from "./computed-outputs.ts";
import { stackFile } from "./stack-files.ts";

// What it prints of objectives and costs is for people.
vi.mock(import("../../stacks/estimates.ts"), async (original) => ({ ...await original(), logEstimates: async () => { await Promise.resolve(); } }));

interface Counted {
  readonly resources: readonly Recorded[];
  readonly coverage: EncryptionCoverage;
}

/** Runs a program as an update does. @returns what it registered, and what the count made of it */
async function counted(program: () => Promise<pulumi.Output<EncryptionCoverage>>): Promise<Counted> {
  const found: Promise<EncryptionCoverage>[] = [];
  const resources = await record(async () => await pulumi.runtime.runInPulumiStack(async () => {
    const coverage = await program();
    found.push(new Promise((resolve) => { coverage.apply(resolve); }));
  }), { mode: "up", call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }), outputs: ({ type }) => COMPUTED[type] ?? {} });
  const [coverage] = await Promise.all(found);
  if (coverage === undefined) {
    throw new Error("the program counted nothing");
  }
  return { resources, coverage };
}

/** Resources of a few types, made in a program of their own. */
async function countOf(make: () => void): Promise<EncryptionCoverage> {
  const { coverage } = await counted(async () => {
    const count = countEncryption();
    make();
    return await Promise.resolve(count());
  });
  return coverage;
}

class Made extends pulumi.CustomResource {}

function made(type: string, name: string, props: Readonly<Record<string, unknown>>): void {
  new Made(type, name, props);
}

/** What the pack counts in the same resources: it says so of one queue too many that is in the clear. */
function packCount(resources: readonly Recorded[]): { readonly encrypted: number; readonly total: number } {
  const open = { type: "aws:sqs/queue:Queue", name: "open", urn: "urn:open", parent: undefined, inputs: {}, protect: false, ignoreChanges: [], inputDependencies: {} };
  const judged = [...resources, open].map(({ type, name, urn, parent, inputs, protect, ignoreChanges, inputDependencies }): StackResource => ({
    type, name, urn, protect, ignoreChanges, provider: undefined, parentUrn: parent, props: new Reader({ ...inputs, id: `${name}-id` }, "", urn), propertyDependencies: new Map(Object.entries(inputDependencies)),
  }));
  const outcome = judgeStack(encryptionCoverageComplete, judgedStack(judged));
  const [, encrypted = "", total = ""] = (outcome.kind === "violated" ? /; (\d+) of (\d+) /u.exec(outcome.findings[0]?.found ?? "") : undefined) ?? [];
  return { encrypted: Number(encrypted), total: Number(total) - 1 };
}

const key = "arn:aws:kms:us-east-1:111122223333:key/1";

/* Proves the count that a stack exports, against the pack's own. Does not prove that AWS encrypts. */
describe.each(["prod", "serverless"])("the encryption coverage of the stack %s (S4-110)", (stack) => {
  let run: Counted | undefined;
  beforeAll(async () => {
    run = await counted(async () => (await createStack(parseConfig(stackFile(stack), stack, "hipaa-platform"))).encryptionCoverage);
  }, 60_000);

  test("is all of it", () => {
    expect(run?.coverage).toMatchObject({ percent: 100, missing: [] });
    expect(run?.coverage.encrypted).toBe(run?.coverage.total);
  });

  test("is what the pack counts in the same resources", () => {
    expect(packCount(run?.resources ?? [])).toEqual({ encrypted: run?.coverage.encrypted, total: run?.coverage.total });
    expect(run?.coverage.total).toBeGreaterThan(5);
  });

  test("leaves out the buckets of access logs alone, by name", () => {
    expect(run?.coverage.keysOfS3Only.filter((name) => !/access-logs|balancer|content-logs|site-logs/u.test(name))).toEqual([]);
    expect(run?.coverage.keysOfS3Only).not.toEqual([]);
  });
});

describe("the count", () => {
  test("names what has no key, or a key of AWS", async () => {
    expect(await countOf(() => {
      made("aws:sqs/queue:Queue", "keyed", { kmsMasterKeyId: key });
      made("aws:sqs/queue:Queue", "plain", {});
      made("aws:sqs/queue:Queue", "empty", { kmsMasterKeyId: "" });
      made("aws:sns/topic:Topic", "of-aws", { kmsMasterKeyId: "alias/aws/sns" });
    })).toEqual({ total: 4, encrypted: 1, percent: 25, missing: ["empty", "of-aws", "plain"], keysOfS3Only: [] });
  });

  test("rounds down, so that 100 means all", async () => {
    const coverage = await countOf(() => {
      for (let index = 0; index < 200; index += 1) {
        made("aws:sqs/queue:Queue", `queue-${String(index)}`, index === 0 ? {} : { kmsMasterKeyId: key });
      }
    });
    expect(coverage).toMatchObject({ total: 200, encrypted: 199, percent: 99 });
  });

  test("asks each replica and each disk", async () => {
    const coverage = await countOf(() => {
      made("aws:secretsmanager/secret:Secret", "secret", { kmsKeyId: key, replicas: [{ region: "us-west-2", kmsKeyId: key }, { region: "eu-west-1" }] });
      made("aws:ec2/launchTemplate:LaunchTemplate", "nodes", { blockDeviceMappings: [{ ebs: { kmsKeyId: key } }, { noDevice: "true" }] });
      made("aws:ec2/instance:Instance", "host", { rootBlockDevice: { encrypted: true } });
      made("aws:ec2/instance:Instance", "bare", {});
    });
    expect(coverage.missing).toEqual(["bare", "host", "secret"]);
  });

  test("counts secret parameters, functions with variables, and buckets by their configuration", async () => {
    const coverage = await countOf(() => {
      made("aws:ssm/parameter:Parameter", "endpoint", { type: "String" });
      made("aws:ssm/parameter:Parameter", "password", { type: "SecureString" });
      made("aws:lambda/function:Function", "quiet", {});
      made("aws:lambda/function:Function", "talks", { environment: { variables: { A: "b" } } });
      made("aws:s3/bucket:Bucket", "phi", { bucket: "phi" });
      made("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "phi-key", {
        bucket: "phi", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key } }],
      });
      made("aws:s3/bucket:Bucket", "plain", { bucket: "plain" });
      made("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "plain-key", {
        bucket: "plain", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
      });
      made("aws:s3/bucket:Bucket", "logs", { bucket: "logs" });
      made("aws:s3/bucketLogging:BucketLogging", "phi-logging", { bucket: "phi", targetBucket: "logs" });
      made("aws:s3/bucket:Bucket", "balancer-logs", { bucket: "balancer-logs" });
      made("aws:lb/loadBalancer:LoadBalancer", "balancer", { accessLogs: { enabled: true, bucket: "balancer-logs" } });
    });
    expect(coverage).toEqual({ total: 4, encrypted: 1, percent: 25, missing: ["password", "plain", "talks"], keysOfS3Only: ["balancer-logs", "logs"] });
  });

  test("has nothing to say of a program without data", async () => {
    expect(await countOf(() => { made("aws:iam/role:Role", "role", {}); })).toEqual({ total: 0, encrypted: 0, percent: 100, missing: [], keysOfS3Only: [] });
  });
});
