import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project, projectFiles } from "./source-files.ts";

test("policies that AWS maintains are attached at one place, which asks for the reason (S5-12)", () => {
  const attaching = projectFiles().filter((path) => /^(?:components|stacks)\/.*\.ts$/u.test(path))
    .filter((path) => /\bawsManagedPolicyArn\(|policyArn: ["`]arn:[^`"]*:iam::aws:|\bmanagedPolicyArns:/u.test(readFileSync(join(project, path), "utf8")));
  expect(attaching).toEqual(["components/lib/deployment.ts", "components/lib/managed-policy.ts"]);
});

test("no policy is written into a role (X-02)", () => {
  const inline = projectFiles().filter((path) => /^(?:components|stacks)\/.*\.ts$/u.test(path))
    .filter((path) => /iam\/(?:role|user|group)Policy\.js|\binlinePolicies:/u.test(readFileSync(join(project, path), "utf8")));
  expect(inline).toEqual([]);
});

/** Components that make none of these where only policies of AWS's own may be attached. */
const NONE_WHEN_MANAGED_ONLY = [
  "components/access-host/host-role.ts", "components/account-baseline/break-glass.ts", "components/compliance-monitor/remediation-roles.ts",
  "components/security-alerts/chat-endpoints.ts", "components/threat-detection/malware-scan.ts",
];

test("a policy of the program's own is made where a wider one of AWS's can take its place (S5-09)", () => {
  const making = projectFiles().filter((path) => /^(?:components|stacks)\/.*\.ts$/u.test(path)).filter((path) => readFileSync(join(project, path), "utf8").includes("iam/policy.js"));
  expect(making.filter((path) => !NONE_WHEN_MANAGED_ONLY.includes(path))).toEqual(["components/lib/own-policy.ts"]);
});
