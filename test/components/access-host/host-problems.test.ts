import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AccessHost, type AccessHostArgs, sshCidrProblems } from "../../../components/access-host/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { hostArguments } from "./host-arguments.ts";

async function refusal(changes: Partial<AccessHostArgs>): Promise<string> {
  const made = record(() => new AccessHost("access", { ...hostArguments, ...changes }));
  return await made.then(() => "accepted", (error: unknown) => (error instanceof Error ? error.message : String(error)));
}

describe("what AccessHost refuses, before anything is created", () => {
  test.each<[string, Partial<AccessHostArgs>, string]>([
    ["SSH from everywhere", { sshCidrs: ["0.0.0.0/0"] },
      'sshCidrs[0] = "0.0.0.0/0": an IPv4 range of /28 or narrower, without bits beyond the prefix, and never 0.0.0.0/0 (X-03). Leave SSH out, sessions need no open port; or give the few addresses that must have it'],
    ["SSH from a network", { sshCidrs: ["10.0.0.0/28", "10.0.1.0/27"] }, 'sshCidrs[1] = "10.0.1.0/27": an IPv4 range of /28 or narrower'],
    ["bits beyond the prefix", { sshCidrs: ["10.0.0.5/28"] }, 'sshCidrs[0] = "10.0.0.5/28": an IPv4 range of /28 or narrower, without bits beyond the prefix'],
    ["IPv6", { sshCidrs: ["::/128"] }, 'sshCidrs[0] = "::/128"'],
    ["nine ranges", { sshCidrs: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((last) => `10.0.0.${String(last)}/32`) }, "sshCidrs = 9: at most 8 ranges. Use Session Manager, which needs none"],
    ["a range twice", { sshCidrs: ["10.0.0.1/32", "10.0.0.1/32"] }, 'sshCidrs = ["10.0.0.1/32","10.0.0.1/32"]: each range once. Remove the repeated one'],
    ["a session without an end", { idleMinutes: 61, longestMinutes: 0 }, "idleMinutes = 61: Session Manager takes whole minutes from 1 to 60. Leave it out for 15\n  - longestMinutes = 0: Session Manager takes whole minutes from 1 to 1440. Leave it out for 60"],
    ["a lock longer than the retention", { retentionDays: 365, objectLock: { mode: "GOVERNANCE", days: 366 } }, "objectLock.days = 366: at most retentionDays (365): a locked recording cannot expire. Lower it or raise the retention"],
    ["recordings for less than a year", { retentionDays: 364 }, "retentionDays = 364: whole days, at least 365. Leave it out for seven years"],
    ["a retention that CloudWatch does not take", { logGroupRetentionDays: 366 }, "logGroupRetentionDays = 366: CloudWatch takes 365, 400,"],
    ["an unconfirmed lock", { objectLock: { mode: "COMPLIANCE", days: 365 } }, "objectLock.confirmCompliance = null"],
    ["no instance type", { instanceType: "tiny" }, 'instanceType = "tiny": an EC2 instance type such as t4g.micro. Leave it out for t4g.micro'],
    ["no image", { imageId: "al2023" }, 'imageId = "al2023": an image of the deployment\'s region such as ami-0123456789abcdef0. Leave it out for the newest Amazon Linux 2023'],
    ["a role's ARN", { recordedRoles: ["arn:aws:iam::111122223333:role/nodes"] }, 'recordedRoles[0] = "arn:aws:iam::111122223333:role/nodes": the name of a role of this account, without path or ARN. Give the role\'s name'],
    ["a prefix too long for buckets", { deployment: { ...hostArguments.deployment, prefix: "hipaa-with-a-long-name", region: "ap-southeast-2" } }, "deployment.prefix = \"hipaa-with-a-long-name\": bucket names have at most 63 characters"],
  ])("%s", async (_what, changes, message) => {
    const text = await refusal(changes);
    expect(text).toMatch(/^access: \d+ arguments? cannot be used; nothing was created\.\n/u);
    expect(text).toContain(`  - ${message}`);
  });

  test("every range that it accepts holds sixteen addresses at most", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(fc.property(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 }), (first, second, third, fourth, prefix) => {
      const accepted = sshCidrProblems("ssh", [`${[first, second, third, fourth].join(".")}/${String(prefix)}`]).length === 0;
      expect(accepted).toBe(prefix >= 28 && fourth % 2 ** (32 - prefix) === 0);
    }));
  });
});
