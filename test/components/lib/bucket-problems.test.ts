import { describe, expect, test } from "vitest";
import { bucketNameProblems, evidenceRetentionProblems } from "../../../components/lib/bucket-problems.ts";

describe("names of buckets", () => {
  test("fit up to 63 characters", () => {
    expect(bucketNameProblems("hipaa", ["short", "n".repeat(63)])).toEqual([]);
  });

  test("that are longer are refused in one problem, which names the longest", () => {
    const [long, longest] = ["n".repeat(64), "m".repeat(65)];
    expect(bucketNameProblems("hipaa", [long, longest, "short"])).toEqual([{
      argument: "deployment.prefix", value: "hipaa", allowed: `bucket names have at most 63 characters, and ${longest} is longer`, change: "Shorten the prefix",
    }]);
  });
});

describe("evidence", () => {
  test("is kept for a year or more", () => {
    expect(evidenceRetentionProblems("retentionDays", 365)).toEqual([]);
  });

  test.each([364, 365.5, Number.NaN])("is not kept for %s days", (days) => {
    expect(evidenceRetentionProblems("retentionDays", days)).toEqual([{ argument: "retentionDays", value: days, allowed: "whole days, at least 365", change: "Leave it out for seven years" }]);
  });
});
