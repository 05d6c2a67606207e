import { kubernetesNamespaceDefaultDeny } from "../../../../policypack/rules/kubernetes/kubernetes-namespace-default-deny.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(kubernetesNamespaceDefaultDeny, {
  compliant: [
    {
      namespace: { type: "kubernetes:core/v1:Namespace", props: { metadata: { name: "records" } } },
      closed: { type: "kubernetes:networking.k8s.io/v1:NetworkPolicy", props: { metadata: { name: "default-deny", namespace: "records" }, spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } } },
      open: { type: "kubernetes:networking.k8s.io/v1:NetworkPolicy", props: { metadata: { name: "web", namespace: "records" }, spec: { podSelector: {}, policyTypes: ["Ingress"], ingress: [{}] } } },
    },
    {
      namespace: { type: "kubernetes:core/v1:Namespace", props: { id: "records", metadata: { name: "records" } } },
      closed: { type: "kubernetes:networking.k8s.io/v1:NetworkPolicy", props: { spec: { podSelector: { matchLabels: {} }, policyTypes: ["Ingress", "Egress"], ingress: [], egress: [] } }, refs: { "metadata.namespace": "namespace.id" } },
    },
    {
      namespace: { type: "kubernetes:core/v1:Namespace", props: { metadata: { name: "records" } } },
      inwards: { type: "kubernetes:networking.k8s.io/v1:NetworkPolicy", props: { metadata: { namespace: "records" }, spec: { podSelector: {} } } },
      outwards: { type: "kubernetes:networking.k8s.io/v1:NetworkPolicy", props: { metadata: { namespace: "records" }, spec: { policyTypes: ["Egress"] } } },
    },
  ],
  violating: [
    { why: "none", change: { closed: null }, blamed: "namespace", property: "(namespace)", found: "no policy that denies all ingress" },
    { why: "inwards only", change: { closed: { props: { spec: { podSelector: {}, policyTypes: ["Ingress"] } } } }, blamed: "namespace", property: "(namespace)", found: "no policy that denies all egress" },
    { why: "some pods only", change: { closed: { props: { spec: { podSelector: { matchLabels: { app: "records" } }, policyTypes: ["Ingress", "Egress"] } } } }, blamed: "namespace", property: "(namespace)", found: "no policy that denies all ingress" },
    { why: "with a rule that allows", change: { closed: { props: { spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], egress: [{ to: [] }] } } } }, blamed: "namespace", property: "(namespace)", found: "no policy that denies all egress" },
    { why: "another namespace's", change: { closed: { props: { metadata: { name: "records", namespace: "other" } } } }, blamed: "namespace", property: "(namespace)", found: "no policy that denies all ingress" },
    { why: "the default namespace's", change: { closed: { props: { metadata: { name: "records" } } } }, blamed: "namespace", property: "(namespace)", found: "no policy that denies all ingress" },
  ],
  unknown: [
    ["closed", "spec"],
    ["closed", "spec.policyTypes"],
  ],
});
