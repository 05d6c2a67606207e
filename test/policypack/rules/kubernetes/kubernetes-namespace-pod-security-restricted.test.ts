import { kubernetesNamespacePodSecurityRestricted } from "../../../../policypack/rules/kubernetes/kubernetes-namespace-pod-security-restricted.ts";
import { testRule } from "../../rule-tester.ts";

const path = 'metadata.labels["pod-security.kubernetes.io/enforce"]';

testRule(kubernetesNamespacePodSecurityRestricted, {
  compliant: [
    { props: { metadata: { name: "records", labels: { "pod-security.kubernetes.io/enforce": "restricted" } } } },
    { props: { metadata: { name: "logging", labels: { "pod-security.kubernetes.io/enforce": "privileged" } } } },
    { props: { metadata: { name: "agents", labels: { "pod-security.kubernetes.io/enforce": "baseline" } } }, configuration: { agentNamespaces: ["agents"] } },
    { type: "kubernetes:core/v1:NamespacePatch", props: { metadata: { name: "records", annotations: {} } } },
    { type: "kubernetes:core/v1:NamespaceList", props: { items: [{ metadata: { labels: { "pod-security.kubernetes.io/enforce": "restricted" } } }] } },
  ],
  violating: [
    { why: "no labels", props: { metadata: { name: "records" } }, property: path, found: "nothing" },
    { why: "warns only", props: { metadata: { name: "records", labels: { "pod-security.kubernetes.io/warn": "restricted" } } }, property: path, found: "nothing" },
    { why: "enforces too little", props: { metadata: { name: "records", labels: { "pod-security.kubernetes.io/enforce": "baseline" } } }, property: path, found: "baseline" },
    { why: "agents without any", props: { metadata: { name: "logging", labels: {} } }, property: path, found: "nothing" },
    {
      why: "a patch that loosens",
      props: { metadata: { name: "records", labels: { "pod-security.kubernetes.io/enforce": "privileged" } } },
      fixture: { type: "kubernetes:core/v1:NamespacePatch" },
      property: path,
      found: "privileged",
    },
  ],
  unknown: ["metadata", "metadata.labels"],
  presence: ["metadata.name"],
});
