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
