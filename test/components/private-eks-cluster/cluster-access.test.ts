import { describe, expect, test } from "vitest";
import { accessEntries, accessProblems, type ClusterAccess, ClusterRole } from "../../../components/private-eks-cluster/cluster-access.ts";
import { clusterArguments } from "./cluster-arguments.ts";

const clinicians: ClusterAccess = { name: "clinicians", principalArn: "arn:aws:iam::111122223333:role/clinicians", role: ClusterRole.View };

describe("accessProblems", () => {
  test.each<readonly [string, Partial<ClusterAccess>, string]>([
    ["a user, whose credentials do not expire", { principalArn: "arn:aws:iam::111122223333:user/jane" }, "access[0].principalArn"],
    ["the root account", { principalArn: "arn:aws:iam::111122223333:root" }, "access[0].principalArn"],
    ["every role", { principalArn: "*" }, "access[0].principalArn"],
    ["an administrator of everything", { role: ClusterRole.NamespaceAdmin }, "access[0].namespaces"],
    ["an administrator of no namespace", { role: ClusterRole.NamespaceAdmin, namespaces: [] }, "access[0].namespaces"],
    ["a name that fits no resource", { name: "The Clinicians" }, "access[0].name"],
  ])("refuses %s", (_, changes, argument) => {
    expect(accessProblems([{ ...clinicians, ...changes }]).map((problem) => problem.argument)).toEqual([argument]);
  });

  test("refuses a role that is not in the closed set", () => {
    const foreign: ClusterAccess[] = JSON.parse(JSON.stringify([{ ...clinicians, role: "cluster-admin" }]));
    expect(accessProblems(foreign)).toMatchObject([{ argument: "access[0].role", value: "cluster-admin", allowed: "one of view, edit, namespace-admin" }]);
  });

  test("refuses two entries of one name", () => {
    expect(accessProblems([clinicians, clinicians])).toMatchObject([{ argument: "access[1].name" }]);
  });
});

describe("accessEntries", () => {
  test.each([
    [ClusterRole.View, undefined, "AmazonEKSViewPolicy", { type: "cluster" }],
    [ClusterRole.Edit, ["records"], "AmazonEKSEditPolicy", { type: "namespace", namespaces: ["records"] }],
    [ClusterRole.NamespaceAdmin, ["records"], "AmazonEKSAdminPolicy", { type: "namespace", namespaces: ["records"] }],
  ])("gives %s in %j the policy %s", (role, namespaces, policy, accessScope) => {
    const access = { ...clinicians, role, ...(namespaces === undefined ? {} : { namespaces }) };
    expect(accessProblems([access])).toEqual([]);
    expect(accessEntries(clusterArguments.deployment, [access])).toEqual({
      clinicians: { principalArn: clinicians.principalArn, accessPolicies: { [role]: { policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`, accessScope } } },
    });
  });

  test("knows no role that is administrator of the cluster", () => {
    const everyRole = Object.values(ClusterRole).map((role) => ({ ...clinicians, name: role, role }));
    expect(JSON.stringify(accessEntries(clusterArguments.deployment, everyRole))).not.toContain("AmazonEKSClusterAdminPolicy");
  });
});
