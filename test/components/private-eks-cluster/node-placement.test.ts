import { describe, expect, test } from "vitest";
import { labelProblems, type NodeTaint, TaintEffect, taintProblems } from "../../../components/private-eks-cluster/node-placement.ts";

const taint: NodeTaint = { key: "workload", value: "reports", effect: TaintEffect.NoSchedule };

describe("labels of nodes", () => {
  test.each([
    ["what EKS sets itself", "eks.amazonaws.com/nodegroup", "x"],
    ["what Kubernetes sets itself", "topology.kubernetes.io/zone", "us-east-1a"],
    ["a name with a space", "my label", "x"],
    ["a key of two slashes", "a/b/c", "x"],
    ["an empty key", "", "x"],
    ["a prefix that is no DNS name", "Example_/a", "x"],
    ["a value with a space", "workload", "two words"],
    ["a value above 63 characters", "workload", "x".repeat(64)],
  ])("refuse %s", (_, key, value) => {
    expect(labelProblems("labels", { [key]: value }).map(({ argument }) => argument)).toEqual([`labels.${key}`]);
  });

  test.each([["workload", "reports"], ["example.com/tier", ""], ["a.b-c_d", "1.2"]])("take %s: %s", (key, value) => {
    expect(labelProblems("labels", { [key]: value })).toEqual([]);
  });
});

describe("taints of nodes", () => {
  test.each<readonly [string, readonly NodeTaint[], string]>([
    ["a key of Kubernetes' own", [{ ...taint, key: "node.kubernetes.io/unready" }], "taints[0].key"],
    ["a value that Kubernetes does not take", [{ ...taint, value: "-" }], "taints[0].value"],
    ["one key twice for an effect", [taint, { ...taint, value: "other" }], "taints[1]"],
    ["more than 50", Array.from({ length: 51 }, (_, index) => ({ ...taint, key: `k${String(index)}` })), "taints"],
  ])("refuse %s", (_, taints, argument) => {
    expect(taintProblems("taints", taints).map((problem) => problem.argument)).toEqual([argument]);
  });

  test("refuse an effect outside the closed set", () => {
    const foreign: NodeTaint[] = JSON.parse('[{ "key": "workload", "effect": "NoSchedule" }]');
    expect(taintProblems("taints", foreign)).toMatchObject([{ argument: "taints[0].effect", allowed: "one of NO_SCHEDULE, NO_EXECUTE, PREFER_NO_SCHEDULE" }]);
  });

  test("take one key for two effects, and a key without a value", () => {
    expect(taintProblems("taints", [taint, { key: "workload", effect: TaintEffect.NoExecute }])).toEqual([]);
  });
});
