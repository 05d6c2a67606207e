import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createPlatform } from "../../stacks/platform.ts";
import { project } from "../architecture/source-files.ts";
import { all, MOCK_ACCOUNT, type Recorded, record } from "../support/pulumi-mocks.ts";
import { changed, parsed, type RawConfig, stackFile } from "./stack-files.ts";

const AWS = "arn:aws:iam::aws:policy/";
const WRITER = `${AWS}service-role/AWSLambdaBasicExecutionRole`;

interface Outcome {
  /** The refusal's message; empty without one. */
  readonly message: string;
  readonly resources: readonly Recorded[];
}

async function platform(raw: RawConfig, mode: "preview" | "up" = "preview"): Promise<Outcome> {
  const messages: string[] = [];
  // Transformations belong to the root stack, which a program has and mocks have not.
  const resources = await record(async () => await pulumi.runtime.runInPulumiStack(async () => {
    await createPlatform(parsed(raw)).catch((error: unknown) => {
      messages.push(error instanceof Error ? error.message : String(error));
    });
  }), { mode, call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }) });
  return { message: messages.join("\n"), resources };
}

/** The dev stack held to AWS's own policies. */
async function strict(mode: "preview" | "up", widerPolicies: Readonly<Record<string, string | readonly string[]>> = {}): Promise<string> {
  return (await platform(changed(stackFile("dev"), { iam: { managedOnly: true, widerPolicies } }), mode)).message;
}

/** Names of the policies that a refusal lists. */
function listed(message: string): readonly string[] {
  return message.split("\n").flatMap((line) => /^ {2}- (\S+) of /u.exec(line)?.[1] ?? []);
}

/* Proves what a stack under iam.managedOnly refuses. Does not prove that AWS's own policies would do. */
describe("a stack that may have policies of AWS's own alone (S5-09, X-02)", { timeout: 60_000 }, () => {
  test("is refused at preview with every other policy, whose it is, what it allows, and what comes nearest", async () => {
    const [head, ...lines] = (await strict("preview")).split("\n");
    expect(head).toMatch(/^iam\.managedOnly is true and \d+ policies are not AWS's own\. AWS has none so narrow\. Name in iam\.widerPolicies what may take the place of each, leave out what needs it, or set iam\.managedOnly to false:$/u);
    expect(lines.length).toBeGreaterThan(10);
    for (const [index, line] of lines.entries()) {
      expect(line).toMatch(index % 2 === 0 ? /^ {2}- hipaa-dev-\S+ of hipaa-dev-\S+: [a-z0-9-]+:\w+/u : /^ {4}nearest: (?:arn:aws:iam::aws:policy\/\S+ (?:with|\S)|none)/u);
    }
    expect(lines[lines.findIndex((line) => line.startsWith("  - hipaa-dev-audit-delivery-policy of hipaa-dev-audit: logs:CreateLogStream, logs:PutLogEvents")) + 1])
      .toBe(`    nearest: ${WRITER}, wider by writing to every log group, and making log groups that are neither encrypted nor ever emptied`);
    expect(lines[lines.findIndex((line) => line.startsWith("  - hipaa-dev-delivery-guard of hipaa-dev-delivery: ")) + 1]).toBe("    nearest: none: it forbids, which no policy of AWS's does");
  });

  test("stops at the first one in an update that nobody previewed", async () => {
    const message = await strict("up");
    expect(message).toMatch(/^iam\.managedOnly is true and 1 policy is not AWS's own\./u);
    expect(message.split("\n").filter((line) => line.startsWith("  - "))).toHaveLength(1);
  });

  test("is refused with what is still uncovered, a name that is no policy's, and a role that would have one policy twice", async () => {
    const message = await strict("preview", {
      "hipaa-dev-network-flow-logs": WRITER, "hipaa-dev-network-flowlogs": WRITER, "hipaa-dev-cluster-volume-key": `${AWS}service-role/AmazonEBSCSIDriverPolicy`,
    });
    const names = listed(message);
    expect(names).toEqual(expect.arrayContaining(["hipaa-dev-audit-delivery-policy", "hipaa-dev-cluster-cloudwatch"]));
    expect(names.filter((name) => name.startsWith("hipaa-dev-network-flow") || name === "hipaa-dev-cluster-volume-key")).toEqual([]);
    expect(message.slice(message.indexOf("\niam.widerPolicies") + 1).split("\n")).toEqual([
      "iam.widerPolicies names what is no policy of this stack. Correct the name to the one that a preview without the entry lists, or remove it:", "  - hipaa-dev-network-flowlogs",
      "iam.widerPolicies gives a role what it has already, and the first to be removed would take it from both. Give another, or leave out what needs it:",
      `  - hipaa-dev-cluster-ebs-csi-1: ${AWS}service-role/AmazonEBSCSIDriverPolicy`,
    ]);
  });

  test("passes where wider policies take the place of all, and makes none of its own", async () => {
    const { config }: { readonly config: RawConfig } = parse(readFileSync(join(project, "test/fixtures/managed-only.yaml"), "utf8"));
    const raw = Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace(/^hipaa-platform:/u, ""), value]));
    const { message, resources } = await platform(raw);
    expect([message, all(resources, "aws:iam/policy:Policy")]).toEqual(["", []]);
    const attachments = all(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment");
    expect(attachments.length).toBeGreaterThan(10);
    expect(attachments.filter(({ inputs }) => !String(inputs["policyArn"]).startsWith(AWS))).toEqual([]);
    expect(attachments.filter(({ name }) => name.startsWith("hipaa-own-audit-replication-permission")).map(({ inputs }) => inputs["policyArn"]))
      .toEqual([`${AWS}AWSBackupServiceRolePolicyForS3Restore`, `${AWS}AmazonS3FullAccess`]);
  });
});
