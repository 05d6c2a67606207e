import { describe, expect, test } from "vitest";
import { Reader } from "../../../policypack/engine/reader.ts";
import { ALLOWED_REGIONS, regionOf, regionOfArn } from "../../../policypack/engine/regions.ts";
import { UNKNOWN, unknownCheckingProxy } from "../unknown-value.ts";

const of = (props: object): Reader => new Reader(unknownCheckingProxy(props));

test("data may lie in the United States unless the configuration says otherwise", () => {
  expect(ALLOWED_REGIONS.default).toEqual(["us-east-1", "us-east-2", "us-west-1", "us-west-2", "us-gov-east-1", "us-gov-west-1"]);
  expect(ALLOWED_REGIONS.description).toMatch(/regions/iu);
});

describe("the region of a resource", () => {
  test.each([
    ["its own", { region: "us-west-2" }, { region: "us-east-1" }, "us-west-2"],
    ["its provider's", {}, { region: "us-east-1" }, "us-east-1"],
    ["its provider's, while its own is not known", { region: UNKNOWN }, { region: "us-east-1" }, "us-east-1"],
    ["not told", {}, {}, undefined],
    ["not told yet", { region: UNKNOWN }, { region: UNKNOWN }, undefined],
    ["its own, without a provider", { region: "us-west-2" }, undefined, "us-west-2"],
    ["not told without a provider", {}, undefined, undefined],
  ])("is %s", (_what, props, provider, expected) => {
    expect(regionOf({ props: of(props), provider: provider === undefined ? undefined : of(provider) })).toBe(expected);
  });
});

test.each([
  ["arn:aws:rds:us-east-1:123456789012:db:records", "us-east-1"],
  ["arn:aws:s3:::records", undefined],
  ["arn:aws", undefined],
  ["urn:aws:rds:us-east-1:123456789012:db:records", undefined],
  ["records", undefined],
])("the region in %s is %s", (arn, expected) => {
  expect(regionOfArn(arn)).toBe(expected);
});
