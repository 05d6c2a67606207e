import { describe, expect, test } from "vitest";
import { STACK_FORMS, type StackFixture, stackOf } from "../stack-fixture.ts";

const BUCKET = "aws:s3/bucket:Bucket";
const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

const fixture: StackFixture = {
  source: { type: BUCKET, props: { bucket: "source" } },
  target: { type: BUCKET, props: { bucket: "target" } },
  other: { type: BUCKET, props: { bucket: "other" } },
  replication: { type: REPLICATION, props: { rules: [{ destination: {} }] }, refs: { bucket: "source.id", "rules[0].destination.bucket": "target.arn" } },
  literal: { type: REPLICATION, props: { bucket: "other" } },
};

const namesOf = (resources: readonly { readonly name: string }[]) => resources.map(({ name }) => name);

describe.each(STACK_FORMS)("joins %s", (form) => {
  const stack = stackOf(fixture, form);
  const member = (name: string) => {
    const found = stack.resources.find((resource) => resource.name === name);
    if (found === undefined) {
      throw new Error(`no ${name}`);
    }
    return found;
  };

  test("do not take one resource for another, or one property for another", () => {
    expect(stack.refersTo(member("replication"), "bucket", member("target"))).toBe(false);
    expect(stack.refersTo(member("replication"), "rules", member("source"))).toBe(false);
    expect(stack.refersTo(member("literal"), "rules", member("other"))).toBe(false);
    expect(stack.referringTo(member("target"), "bucket", REPLICATION)).toEqual([]);
    expect(stack.namedBy(member("literal"), "bucket", REPLICATION)).toEqual([]);
  });

  test("find a reference at the top and deep inside, by output and by literal name", () => {
    expect(stack.refersTo(member("replication"), "bucket", member("source"))).toBe(true);
    expect(stack.refersTo(member("replication"), "rules", member("target"))).toBe(true);
    expect(stack.refersTo(member("literal"), "bucket", member("other"))).toBe(true);
  });

  test("lead both ways, each resource once", () => {
    expect(namesOf(stack.referringTo(member("target"), "rules", REPLICATION))).toEqual(["replication"]);
    expect(namesOf(stack.referringTo(member("other"), "bucket", REPLICATION, REPLICATION))).toEqual(["literal"]);
    expect(namesOf(stack.namedBy(member("replication"), "rules", BUCKET, BUCKET))).toEqual(["target"]);
    expect(namesOf(stack.namedBy(member("literal"), "bucket", BUCKET))).toEqual(["other"]);
  });
});
