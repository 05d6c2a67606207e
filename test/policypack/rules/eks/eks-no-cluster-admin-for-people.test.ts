import { eksNoClusterAdminForPeople } from "../../../../policypack/rules/eks/eks-no-cluster-admin-for-people.ts";
import { policyText } from "../../policy-text.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const policy = (name: string) => `arn:aws:eks::aws:cluster-access-policy/${name}`;
const trust = (Principal: unknown) => policyText({ Effect: "Allow", Action: "sts:AssumeRole", Principal });
const stack: StackFixture = {
  role: { type: "aws:iam/role:Role", props: { assumeRolePolicy: trust({ AWS: "arn:aws:iam::123456789012:root" }) } },
  view: {
    type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    props: { policyArn: policy("AmazonEKSViewPolicy"), accessScope: { type: "cluster" } },
    refs: { principalArn: "role.arn" },
  },
  entry: { type: "aws:eks/accessEntry:AccessEntry", props: { kubernetesGroups: ["auditors"] }, refs: { principalArn: "role.arn" } },
};
const admin = { property: "policyArn", found: "administration of the whole cluster (view)", blamed: "view" };

testStackRule(eksNoClusterAdminForPeople, {
  compliant: [
    stack,
    { ...stack, view: { ...stack["view"], type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", props: { policyArn: policy("AmazonEKSAdminPolicy"), accessScope: { type: "namespace", namespaces: ["records"] } } } },
    {
      role: { type: "aws:iam/role:Role", props: { assumeRolePolicy: trust({ Service: "codebuild.amazonaws.com" }) } },
      view: {
        type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
        props: { policyArn: policy("AmazonEKSClusterAdminPolicy"), accessScope: { type: "cluster" } },
        refs: { principalArn: "role.arn" },
      },
    },
  ],
  violating: [
    { why: "a role of people", change: { view: { props: { policyArn: policy("AmazonEKSClusterAdminPolicy") } } }, ...admin },
    { why: "the lesser administrator, everywhere", change: { view: { props: { policyArn: policy("AmazonEKSAdminPolicy") } } }, ...admin },
    {
      why: "a principal of another stack",
      change: { view: { props: { policyArn: policy("AmazonEKSClusterAdminPolicy"), principalArn: "arn:aws:iam::123456789012:role/ops" }, refs: { principalArn: undefined } } },
      ...admin,
    },
    { why: "a role that a person can take as well", of: 2, change: { role: { props: { assumeRolePolicy: trust({ Service: "codebuild.amazonaws.com", AWS: "123456789012" }) } } }, ...admin },
    { why: "a directory of people", of: 2, change: { role: { props: { assumeRolePolicy: trust({ Federated: "arn:aws:iam::123456789012:saml-provider/adfs" }) } } }, ...admin },
    { why: "the group of administrators", change: { entry: { props: { kubernetesGroups: ["system:masters"] } } }, blamed: "entry", property: "kubernetesGroups", found: "system:masters" },
  ],
  unknown: [["view", "policyArn"]],
});
