import { describe, expect, test } from "vitest";
import { GUARDED_PROPERTIES } from "../../../policypack/engine/guarded-properties.ts";
import { declarationOf, undeclaredNames } from "../sdk-declarations.ts";

/* Proves that the list of what may not be ignored names what the SDK has: a misspelt name would guard nothing. */
describe.each(Object.entries(GUARDED_PROPERTIES))("%s", (type, properties) => {
  test("is a type of the SDK with the guarded properties", () => {
    expect(declarationOf(type)).not.toBe("");
    expect(properties).not.toEqual([]);
    expect(undeclaredNames(properties, [type])).toEqual([]);
  });
});

test("the stores, keys, trail and locks are all in the list", () => {
  const guarded = Object.keys(GUARDED_PROPERTIES);
  for (const type of ["aws:rds/instance:Instance", "aws:s3/bucket:Bucket", "aws:dynamodb/table:Table", "aws:kms/key:Key", "aws:cloudtrail/trail:Trail", "aws:backup/vaultLockConfiguration:VaultLockConfiguration"]) {
    expect(guarded).toContain(type);
  }
});
