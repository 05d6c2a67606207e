import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capacityProblems, demandProblems } from "../../../components/secure-vpc/address-capacity.ts";
import { planAddresses } from "../../../components/secure-vpc/address-plan.ts";

function plan(podCidrBlock?: string) {
  return planAddresses({ region: "us-east-1", zones: ["us-east-1a", "us-east-1b"], cidrBlock: "10.0.0.0/16", tiers: {}, podCidrBlock }).plan;
}

describe("demandProblems", () => {
  test.each([[{ maxNodes: 0, podsPerNode: 29 }, "demand.maxNodes"], [{ maxNodes: 2.5, podsPerNode: 29 }, "demand.maxNodes"], [{ maxNodes: 4, podsPerNode: 751 }, "demand.podsPerNode"]])(
    "refuses %j, which is no cluster", (demand, argument) => {
      expect(demandProblems(demand).map((problem) => problem.argument)).toEqual([argument]);
    });

  test("says what EKS takes", () => {
    expect(demandProblems({ maxNodes: 13_501, podsPerNode: 29 })).toEqual([{
      argument: "demand.maxNodes", value: 13_501, allowed: "a whole number from 1 to 13500, the most that EKS reaches", change: "Give the most that the cluster may grow to",
    }]);
  });

  test.each([undefined, { maxNodes: 9, podsPerNode: 300 }])("accepts %j", (demand) => {
    expect(demandProblems(demand)).toEqual([]);
  });
});

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

  test("refuses subnets that cannot hold an address for each endpoint, whatever is said about the cluster", () => {
    const small = planAddresses({ region: "us-east-1", zones: ["us-east-1a", "us-east-1b"], cidrBlock: "10.0.0.0/20", tiers: {}, podCidrBlock: undefined }).plan;
    expect(capacityProblems(small, undefined, 11)).toEqual([]);
    expect(capacityProblems(small, undefined, 12)).toEqual([{
      argument: "cidrBlock", value: "10.0.0.160/28", allowed: "private subnets with an address for each of 12 interface endpoints; 10.0.0.160/28 has 11 usable ones",
      change: "Give a larger cidrBlock, or larger privateCidrs",
    }]);
  });

  test.each([[6, 29, undefined], [20, 29, "100.64.0.0/16"], [100, 110, "100.64.0.0/16"]])("accepts %d nodes of %d pods with pods in %s", (maxNodes, podsPerNode, pods) => {
    expect(capacityProblems(plan(pods), { maxNodes, podsPerNode }, 15)).toEqual([]);
  });

  test("never accepts more after refusing less", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 450 }), fc.integer({ min: 1, max: 110 }), (maxNodes, podsPerNode) => {
      const refused = capacityProblems(plan(), { maxNodes, podsPerNode }, 15).length > 0;
      const refusedMore = capacityProblems(plan(), { maxNodes: maxNodes + 2, podsPerNode: podsPerNode + 1 }, 15).length > 0;
      expect(!refused || refusedMore).toBe(true);
    }));
  });
});
