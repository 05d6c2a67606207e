import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import type { Deployment } from "../../../components/lib/deployment.ts";
import { attachOwn, ownPolicy } from "../../../components/lib/own-policy.ts";
import { listenToReasons } from "../../../components/lib/permission-reasons.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";

const POLICY = "aws:iam/policy:Policy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const DEPLOYMENT: Deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };
const AGENT = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy";
const WRITER = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/** What a role with one policy makes, and what it tells of it. */
async function granted(managedPolicies?: Record<string, string[]>): Promise<{ readonly resources: readonly Recorded[]; readonly told: readonly string[] }> {
  const deployment = { ...DEPLOYMENT, ...(managedPolicies === undefined ? {} : { managedPolicies }) };
  const told: string[] = [];
  const stop = listenToReasons({
    attachment: (name, reason) => { told.push(`${name}: ${reason}`); },
    replacement: (name) => { told.push(`${name} is not made`); },
  });
  try {
    const resources = await record(() => {
      const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
      const policy = ownPolicy("agent-policy", { deployment, name: "hipaa-test-agent", description: "Writes logs", policy: "{}" }, { parent });
      attachOwn("agent-permission", { deployment, role: "agent", policy }, { parent });
    }, { mode: "up" });
    return { resources, told };
  } finally {
    stop();
  }
}

describe("a policy of the program's own", () => {
  test("is made and attached where nothing takes its place", async () => {
    for (const managed of [undefined, {}, { "another-policy": [AGENT] }]) {
      const { resources, told } = await granted(managed);
      expect(one(resources, POLICY).inputs).toEqual({ name: "hipaa-test-agent", description: "Writes logs", policy: "{}" });
      expect(one(resources, ATTACHMENT)).toMatchObject({ name: "agent-permission", inputs: { role: "agent" }, inputDependencies: { policyArn: [one(resources, POLICY).urn] } });
      expect(told).toEqual([]);
    }
  });

  test("is not made where wider ones of AWS's take its place, which say so (S5-09, S5-12)", async () => {
    const { resources, told } = await granted({ "agent-policy": [AGENT, WRITER] });
    expect(all(resources, POLICY)).toEqual([]);
    expect(all(resources, ATTACHMENT).map(({ name, inputs }) => [name, inputs])).toEqual([
      ["agent-permission", { role: "agent", policyArn: AGENT }], ["agent-permission-2", { role: "agent", policyArn: WRITER }],
    ]);
    expect(told).toEqual([
      "agent-policy is not made", "agent-permission: takes the place of agent-policy, wider", "agent-permission-2: takes the place of agent-policy, wider",
    ]);
  });

  test.each(["arn:aws:iam::111122223333:policy/own", "arn:aws:iam::aws:policy/aws-service-role/AWSConfigServiceRolePolicy", "CloudWatchAgentServerPolicy", ""])("has nothing but AWS's in its place: not %j", async (arn) => {
    await expect(granted({ "agent-policy": [arn] })).rejects.toThrow(
      `deployment.managedPolicies.agent-policy = ${JSON.stringify(arn)}: the ARN of a policy that AWS maintains and lets roles have. Give one such as arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy`,
    );
  });
});
