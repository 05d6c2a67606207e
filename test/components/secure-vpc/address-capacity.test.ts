import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capacityProblems } from "../../../components/secure-vpc/address-capacity.ts";
import { planAddresses } from "../../../components/secure-vpc/address-plan.ts";

function plan(podCidrBlock?: string) {
  return planAddresses({ region: "us-east-1", zones: ["us-east-1a", "us-east-1b"], cidrBlock: "10.0.0.0/16", tiers: {}, podCidrBlock }).plan;
}

describe("capacityProblems", () => {
  test("refuses more pods than a private subnet has addresses for, and says the way out (X-04)", () => {
    expect(capacityProblems(plan(), { maxNodes: 20, podsPerNode: 29 }, 15)).toEqual([{
      argument: "demand", value: { maxNodes: 20, podsPerNode: 29 },
      allowed: "private subnet 10.0.10.0/24 has 251 usable addresses, 339 are needed in a zone",
      change: "Give pods a range of their own (podCidrBlock: 100.64.0.0/16)",
    }]);
  });

  test("refuses more pods than their own range has addresses for", () => {
    expect(capacityProblems(plan("100.64.0.0/24"), { maxNodes: 6, podsPerNode: 29 }, 15)).toMatchObject([{
      allowed: "pod subnet 100.64.0.0/26 has 59 usable addresses, 87 are needed in a zone", change: "Give fewer nodes or a larger range",
    }]);
  });

  test("refuses more nodes than the private subnets hold, whatever pods have", () => {
    expect(capacityProblems(plan("100.64.0.0/16"), { maxNodes: 430, podsPerNode: 1 }, 15)).toHaveLength(1);
  });

  test.each([[6, 29, undefined], [20, 29, "100.64.0.0/16"], [100, 110, "100.64.0.0/16"]])("accepts %d nodes of %d pods with pods in %s", (maxNodes, podsPerNode, pods) => {
    expect(capacityProblems(plan(pods), { maxNodes, podsPerNode }, 15)).toEqual([]);
  });

  test("asks nothing when nothing is said about the cluster", () => {
    expect(capacityProblems(plan(), undefined, 1000)).toEqual([]);
  });

  test("never accepts more after refusing less", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 450 }), fc.integer({ min: 1, max: 110 }), (maxNodes, podsPerNode) => {
      const refused = capacityProblems(plan(), { maxNodes, podsPerNode }, 15).length > 0;
      const refusedMore = capacityProblems(plan(), { maxNodes: maxNodes + 2, podsPerNode: podsPerNode + 1 }, 15).length > 0;
      expect(!refused || refusedMore).toBe(true);
    }));
  });
});
