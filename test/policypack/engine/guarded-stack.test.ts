import { describe, expect, test } from "vitest";
import { isGuardedResource, isGuardedStack } from "../../../policypack/engine/guarded-stack.ts";
import { type Props, stackOf } from "../stack-fixture.ts";
import { UNKNOWN } from "../unknown-value.ts";

const NO_TAGS: ReadonlyMap<string, string> = new Map();

function guardedBy(props: Props): boolean {
  const stack = stackOf({ bare: { type: "aws:s3/bucket:Bucket" }, subject: { type: "aws:s3/bucket:Bucket", props } }, "at a first preview");
  const [, subject] = stack.resources;
  const alone = subject !== undefined && isGuardedResource(NO_TAGS, subject);
  expect(isGuardedStack(NO_TAGS, stack)).toBe(alone);
  return alone;
}

describe("a stack is guarded", () => {
  test.each([
    ["environment", "prod"], ["environment", "Production"], ["Environment", "PROD"], ["data-classification", "phi"], ["DataClassification", "PHI"], ["phi", "true"], ["prod", ""],
  ])("by its own tag %s: %s", (key, value) => {
    expect(isGuardedStack(new Map([[key, value]]), stackOf({}, "at a first preview"))).toBe(true);
  });

  test.each([["environment", "development"], ["environment", "preprod"], ["phi", "false"], ["owner", "production"], ["data-classification", "operational"]])(
    "not by its own tag %s: %s", (key, value) => {
      expect(isGuardedStack(new Map([[key, value]]), stackOf({}, "at a first preview"))).toBe(false);
    },
  );

  test.each([
    [{ tags: { Environment: "Production" } }],
    [{ tagsAll: { Environment: "Production" } }],
    [{ tags: { Environment: "prod" } }],
    [{ tags: { DataClassification: "phi" } }],
    [{ tags: { DataClassification: "phi" }, tagsAll: { DataClassification: "phi", Environment: "Staging" } }],
  ])("by a resource with %j", (props) => {
    expect(guardedBy(props)).toBe(true);
  });

  test.each([
    [{}],
    [{ tags: { Environment: "Development", DataClassification: "phi" } }],
    [{ tags: { Name: "Production" } }],
    [{ tags: UNKNOWN }],
    [{ tagsAll: { Environment: UNKNOWN } }],
    [{ tags: "Production" }],
  ])("not by a resource with %j", (props) => {
    expect(guardedBy(props)).toBe(false);
  });
});
