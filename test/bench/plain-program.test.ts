import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type RecordedResource, writePlainProgram } from "../../bench/plain-program.ts";

const KEY_ID = "11111111-2222-4333-a444-555555555555";
const KEY_ARN = `arn:aws:kms:us-east-1:123456789012:key/${KEY_ID}`;
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:hunter2" };

function recorded(type: string, name: string, inputs: Readonly<Record<string, unknown>> = {}, extra: Partial<RecordedResource> = {}): RecordedResource {
  return { urn: `urn:pulumi:prod::clinic::hipaa:index:KeyRing$${type}::${name}`, type, custom: true, inputs, ...extra };
}

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "plain-")), "program");
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

/** The program's statements, without the imports. */
function programOf(...resources: readonly RecordedResource[]): readonly string[] {
  writePlainProgram(folder, resources);
  return readFileSync(join(folder, "index.ts"), "utf8").split("\n").filter((line) => line !== "").slice(2);
}

describe("the plain program", () => {
  test("is a Pulumi project of its own that runs unbuilt, as ours does", () => {
    writePlainProgram(folder, []);
    expect(parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8"))).toEqual({ name: "plain", main: "index.ts", runtime: { name: "nodejs", options: { typescript: false } } });
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toEqual({ name: "plain", type: "module" });
    expect(readFileSync(join(folder, "index.ts"), "utf8")).toBe('import * as pulumi from "@pulumi/pulumi";\nimport * as aws from "@pulumi/aws";\n\n');
  });

  test("registers every resource by its SDK class, components as components, and nothing of the engine's own", () => {
    expect(programOf(
      { urn: "urn:pulumi:prod::clinic::pulumi:pulumi:Stack::clinic-prod", type: "pulumi:pulumi:Stack" },
      recorded("pulumi:providers:aws", "aws"),
      { urn: "urn:pulumi:prod::clinic::hipaa:index:KeyRing::keys", type: "hipaa:index:KeyRing" },
      recorded("aws:s3/bucket:Bucket", "b", { bucket: "b", objectLockEnabled: true, tags: { "a-b": "c" }, rules: [{ days: 30 }, null] }),
      recorded("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "r"),
    )).toEqual([
      'const r0 = new pulumi.ComponentResource("plain:index:KeyRing", "keys");',
      'const r1 = new aws.s3.Bucket("b", { "bucket": "b", "objectLockEnabled": true, "tags": { "a-b": "c" }, "rules": [{ "days": 30 }, null] });',
      'const r2 = new aws.vpc.SecurityGroupIngressRule("r", {  });',
    ]);
  });

  test("links ids and ARNs by the outputs of what came before, at any depth", () => {
    expect(programOf(
      recorded("aws:kms/key:Key", "key", {}, { id: KEY_ID, outputs: { arn: KEY_ARN } }),
      recorded("aws:ec2/vpc:Vpc", "vpc", {}, { id: "vpc-0123456789abcdef0" }),
      recorded("aws:s3/bucket:Bucket", "use", { keys: [{ arn: KEY_ARN, id: KEY_ID }], vpcId: "vpc-0123456789abcdef0", text: `of ${KEY_ARN}` }),
    ).at(-1)).toBe(`const r2 = new aws.s3.Bucket("use", { "keys": [{ "arn": r0.arn, "id": r0.id }], "vpcId": r1.id, "text": "of ${KEY_ARN}" });`);
  });

  test("does not link a name to an id that is a name, nor a resource to itself or to a later one", () => {
    expect(programOf(
      recorded("aws:s3/bucketPolicy:BucketPolicy", "early", { key: KEY_ARN }),
      recorded("aws:kms/key:Key", "key", { own: KEY_ARN }, { id: KEY_ID, outputs: { arn: KEY_ARN } }),
      recorded("aws:s3/bucket:Bucket", "b", {}, { id: "clinic-phi" }),
      recorded("aws:s3/bucketPolicy:BucketPolicy", "late", { bucket: "clinic-phi" }),
    )).toEqual([
      `const r0 = new aws.s3.BucketPolicy("early", { "key": "${KEY_ARN}" });`,
      `const r1 = new aws.kms.Key("key", { "own": "${KEY_ARN}" });`,
      'const r2 = new aws.s3.Bucket("b", {  });',
      'const r3 = new aws.s3.BucketPolicy("late", { "bucket": "clinic-phi" });',
    ]);
  });

  test("leaves out what the provider filled in, and secrets in any form", () => {
    const [line] = programOf(recorded("aws:ssm/parameter:Parameter", "p", {
      type: "SecureString", value: SECRET, nested: [{ password: SECRET }], tagsAll: { Owner: "x" }, dataType: "text", __defaults: ["dataType"],
    }));
    expect(line).toBe('const r0 = new aws.ssm.Parameter("p", { "type": "SecureString", "value": pulumi.secret("recorded as a secret"), "nested": [{ "password": pulumi.secret("recorded as a secret") }] });');
    expect(readFileSync(join(folder, "index.ts"), "utf8")).not.toMatch(/hunter2|ciphertext/u);
  });

  test("keeps text from breaking out of its quotes", () => {
    const [line] = programOf(recorded("aws:s3/bucket:Bucket", 'a"b', { policy: '{"a":"`${x}`\n"}', '"': 1 }));
    expect(line).toBe(String.raw`const r0 = new aws.s3.Bucket("a\"b", { "policy": "{\"a\":\"${"`${x}`"}\n\"}", "\"": 1 });`);
  });
});
