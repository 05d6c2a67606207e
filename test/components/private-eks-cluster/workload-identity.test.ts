import { describe, expect, test } from "vitest";
import { type Workload, workloadProblems, workloadTrust } from "../../../components/private-eks-cluster/workload-identity.ts";
import { statementsOf } from "../../support/policy-statements.ts";
import { clusterArguments } from "./cluster-arguments.ts";

const api: Workload = { name: "records-api", namespace: "records", serviceAccount: "api", policyArns: [] };

describe("workloadProblems", () => {
  test.each<readonly [string, Partial<Workload>, string]>([
    ["a pattern for a namespace", { namespace: "*" }, "workloads[0].namespace"],
    ["a pattern for a service account", { serviceAccount: "api-*" }, "workloads[0].serviceAccount"],
    ["a namespace that Kubernetes does not take", { namespace: "Records" }, "workloads[0].namespace"],
    ["a name that IAM does not take", { name: "records api" }, "workloads[0].name"],
    ["the network plugin's role", { name: "vpc-cni" }, "workloads[0].name"],
  ])("refuses %s (S1-11)", (_, changes, argument) => {
    expect(workloadProblems([{ ...api, ...changes }]).map((problem) => problem.argument)).toEqual([argument]);
  });

  test("refuses two roles for one service account, which gets but one", () => {
    expect(workloadProblems([api, { ...api, name: "other" }])).toMatchObject([{ argument: "workloads[1]", value: "records/api" }]);
  });

  test("refuses one role for two workloads (S4-72)", () => {
    expect(workloadProblems([api, { ...api, serviceAccount: "worker" }])).toMatchObject([{ argument: "workloads[1].name" }]);
  });

  test("accepts workloads of their own names", () => {
    expect(workloadProblems([api, { ...api, name: "worker", serviceAccount: "worker" }])).toEqual([]);
  });
});

describe("workloadTrust", () => {
  test("trusts pods of one service account in one cluster of one account, and nobody else", () => {
    expect(statementsOf(workloadTrust(clusterArguments.deployment, api))).toEqual([{
      Sid: "PodsOfServiceAccount", Effect: "Allow", Principal: { Service: ["pods.eks.amazonaws.com"] }, Action: ["sts:AssumeRole", "sts:TagSession"],
      Condition: {
        StringEquals: { "aws:SourceAccount": "111122223333", "aws:RequestTag/kubernetes-namespace": "records", "aws:RequestTag/kubernetes-service-account": "api" },
        ArnEquals: { "aws:SourceArn": "arn:aws:eks:us-east-1:111122223333:cluster/hipaa-test" },
      },
    }]);
  });
});
