import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { tokenTrust, type Workload, workloadProblems, workloadRole, type WorkloadRoleArgs, workloadTrust } from "../../../components/private-eks-cluster/workload-identity.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
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

const ISSUER = "oidc.eks.us-east-1.amazonaws.com/id/ABC123";

describe("tokenTrust", () => {
  test("trusts tokens of one service account of one issuer, meant for AWS, and nobody else", () => {
    expect(statementsOf(tokenTrust(clusterArguments.deployment, ISSUER, api))).toEqual([{
      Sid: "TokensOfServiceAccount", Effect: "Allow", Principal: { Federated: [`arn:aws:iam::111122223333:oidc-provider/${ISSUER}`] }, Action: ["sts:AssumeRoleWithWebIdentity"],
      Condition: { StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com", [`${ISSUER}:sub`]: "system:serviceaccount:records:api" } },
    }]);
  });
});

describe("workloadRole", () => {
  const role = { deployment: clusterArguments.deployment, clusterName: "hipaa-test", workload: { ...api, policyArns: ["arn:aws:iam::111122223333:policy/records"] } };
  const made = async (changes: Partial<WorkloadRoleArgs> = {}): Promise<readonly Recorded[]> =>
    await record(() => workloadRole(new pulumi.ComponentResource("test:index:Stack", "apps"), "apps", { ...role, ...changes }));

  test("refuses a pattern and what is no issuer, in one message, before anything is created", async () => {
    await expect(made({ workload: { ...api, serviceAccount: "*" }, oidcIssuer: `https://${ISSUER}` })).rejects.toThrow(
      /^apps: 2 arguments cannot be used; nothing was created\.\n {2}- workloads\[0\]\.serviceAccount = .*\n {2}- oidcIssuer = "https:.*: the issuer of an EKS cluster without https:\/\/, such as oidc\.eks\.us-east-1\.amazonaws\.com\/id\/ABC\. Give the cluster's output oidcIssuer$/u,
    );
  });

  test("gives the role to pods by Pod Identity", async () => {
    const resources = await made();
    expect(one(resources, "aws:eks/podIdentityAssociation:PodIdentityAssociation").inputs).toMatchObject({ clusterName: "hipaa-test", namespace: "records", serviceAccount: "api" });
    expect(one(resources, "aws:iam/role:Role").inputs).toMatchObject({ name: "hipaa-test-records-api", assumeRolePolicy: workloadTrust(clusterArguments.deployment, api) });
  });

  test("with an issuer leaves it to the service account to name the role", async () => {
    const resources = await made({ oidcIssuer: ISSUER });
    expect(all(resources, "aws:eks/podIdentityAssociation:PodIdentityAssociation")).toEqual([]);
    expect(one(resources, "aws:iam/role:Role").inputs).toMatchObject({ assumeRolePolicy: tokenTrust(clusterArguments.deployment, ISSUER, api) });
    expect(one(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs).toMatchObject({ policyArn: "arn:aws:iam::111122223333:policy/records" });
  });
});
