import { kubernetesServiceAccountTokenUnmounted } from "../../../../policypack/rules/kubernetes/kubernetes-service-account-token-unmounted.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const workload = (spec: object) => ({ metadata: { name: "api", namespace: "records" }, spec: { template: { spec: { containers: [{ name: "api" }], ...spec } } } });

testStackRule(kubernetesServiceAccountTokenUnmounted, {
  compliant: [
    { api: { type: "kubernetes:apps/v1:Deployment", props: workload({ automountServiceAccountToken: false }) } },
    {
      account: { type: "kubernetes:core/v1:ServiceAccount", props: { metadata: { name: "api" }, automountServiceAccountToken: false } },
      api: { type: "kubernetes:apps/v1:Deployment", props: workload({ serviceAccountName: "api" }) },
    },
    {
      operator: { type: "kubernetes:apps/v1:Deployment", props: workload({ serviceAccountName: "operator" }) },
      binding: { type: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", props: { subjects: [{ kind: "ServiceAccount", name: "operator", namespace: "operators" }] } },
    },
    {
      account: { type: "kubernetes:core/v1:ServiceAccount", props: { metadata: { name: "operator" } } },
      operator: { type: "kubernetes:apps/v1:Deployment", props: workload({ serviceAccountName: "operator", automountServiceAccountToken: true }) },
      binding: { type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", props: { subjects: [{ kind: "ServiceAccount", name: "operator" }] } },
    },
    {
      account: { type: "kubernetes:core/v1:ServiceAccount", props: { id: "api", metadata: { name: "api" }, automountServiceAccountToken: false } },
      api: { type: "kubernetes:apps/v1:Deployment", props: workload({}), refs: { "spec.template.spec.serviceAccountName": "account.id" } },
    },
    {
      account: { type: "kubernetes:core/v1:ServiceAccount", props: { id: "operator", metadata: { name: "operator" } } },
      operator: { type: "kubernetes:apps/v1:Deployment", props: workload({}), refs: { "spec.template.spec.serviceAccountName": "account.id" } },
      binding: { type: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", props: { subjects: [{ kind: "ServiceAccount" }] }, refs: { "subjects[0].name": "account.id" } },
    },
    {
      binding: { type: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", props: { subjects: [{ kind: "ServiceAccount", name: "default" }] } },
      agent: { type: "kubernetes:apps/v1:DaemonSet", props: workload({}) },
    },
    {
      binding: { type: "kubernetes:rbac.authorization.k8s.io/v1beta1:RoleBinding", props: { subjects: [{ kind: "ServiceAccount", name: "old" }] } },
      agent: { type: "kubernetes:apps/v1:DaemonSet", props: workload({ serviceAccount: "old" }) },
    },
    { patch: { type: "kubernetes:apps/v1:DeploymentPatch", props: workload({}) } },
  ],
  violating: [
    { why: "left to the default", change: { api: { props: workload({}) } }, blamed: "api", property: "spec.template.spec.automountServiceAccountToken", found: "nothing, so a token is mounted" },
    { why: "asked for without a role", change: { api: { props: workload({ automountServiceAccountToken: true }) } }, blamed: "api", property: "spec.template.spec.automountServiceAccountToken", found: "true" },
    { why: "an account that mounts", of: 1, change: { account: { props: { automountServiceAccountToken: true } } }, blamed: "api", property: "spec.template.spec.automountServiceAccountToken", found: "nothing, so a token is mounted" },
    { why: "asked for over the account's word", of: 1, change: { api: { props: workload({ serviceAccountName: "api", automountServiceAccountToken: true }) } }, blamed: "api", property: "spec.template.spec.automountServiceAccountToken", found: "true" },
    {
      why: "a role bound to another account",
      of: 2,
      change: { binding: { props: { subjects: [{ kind: "ServiceAccount", name: "other" }, { kind: "User", name: "operator" }] } } },
      blamed: "operator",
      property: "spec.template.spec.automountServiceAccountToken",
      found: "nothing, so a token is mounted",
    },
  ],
  unknown: [
    ["api", "spec"],
    ["api", "spec.template.spec.automountServiceAccountToken"],
  ],
});
