import { finderOf, namespaceOf } from "../../engine/kubernetes-objects.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineStackRule } from "../../engine/rule.ts";

const NAMESPACES = ["kubernetes:core/v1:Namespace"] as const;
const POLICIES = ["kubernetes:networking.k8s.io/v1:NetworkPolicy", "kubernetes:extensions/v1beta1:NetworkPolicy"];
const DIRECTIONS = ["Ingress", "Egress"];

function coversAllPods(policy: Reader): boolean {
  const spec = policy.object("spec");
  const selector = spec?.has("podSelector") === true ? spec.object("podSelector") : undefined;
  return spec !== undefined && ["matchLabels", "matchExpressions"].every((list) => selector?.has(list) !== true || selector.isEmpty(list));
}

function denies(policy: Reader, direction: string): boolean {
  const spec = policy.object("spec");
  const types = spec?.has("policyTypes") === true ? spec.strings("policyTypes") : ["Ingress"];
  const rules = direction.toLowerCase();
  return types.includes(direction) && (spec?.has(rules) !== true || spec.isEmpty(rules));
}

export const kubernetesNamespaceDefaultDeny = defineStackRule({
  name: "kubernetes-namespace-default-deny",
  description: "Every namespace starts closed: a network policy over all its pods denies what no other policy allows, both ways.",
  severity: "high",
  citations: ["164.308(a)(4)(ii)(A)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: [],
  remediation: ['Add a NetworkPolicy in the namespace with podSelector: {}, policyTypes: ["Ingress", "Egress"] and no rules; allow what is needed in policies of their own.'],
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  resources: NAMESPACES,
  check: (stack) => {
    const namespaces = stack.ofType(...NAMESPACES);
    const find = finderOf(namespaces);
    const policies = stack.ofType(...POLICIES).filter(({ props }) => coversAllPods(props));
    const byNamespace = Map.groupBy(policies, (policy) => find(policy, "metadata", namespaceOf(policy.props)));
    return namespaces.flatMap((namespace) =>
      DIRECTIONS.filter((direction) => byNamespace.get(namespace)?.some(({ props }) => denies(props, direction)) !== true).map((direction) => ({
        urn: namespace.urn,
        property: "(namespace)",
        found: `no policy that denies all ${direction.toLowerCase()}`,
        required: `a NetworkPolicy over all pods with policyTypes "${direction}" and no rules`,
      })),
    );
  },
});
