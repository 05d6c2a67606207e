import { knownText, markOf, metadataOf, objectsOf } from "../../engine/kubernetes-objects.ts";
import { defineRule } from "../../engine/rule.ts";

const LABEL = "pod-security.kubernetes.io/enforce";

export const kubernetesNamespacePodSecurityRestricted = defineRule({
  name: "kubernetes-namespace-pod-security-restricted",
  description: "Namespaces enforce the restricted pod security standard; those of agents of the node may enforce less.",
  severity: "high",
  citations: ["164.308(a)(4)(ii)(A)", "164.312(a)(1)"],
  controls: [],
  remediation: ['Add the label pod-security.kubernetes.io/enforce: "restricted"; name a namespace of agents in the parameter agentNamespaces of the rule.'],
  url: "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
  parameters: { agentNamespaces: { description: "Namespaces of agents of the node, which may enforce less than restricted.", default: ["logging", "monitoring"] } },
  resources: ["kubernetes:core/v1:Namespace", "kubernetes:core/v1:NamespacePatch", "kubernetes:core/v1:NamespaceList"],
  check: (resource, settings) =>
    objectsOf(resource).flatMap((namespace) => {
      const level = markOf(namespace, "labels", LABEL);
      const forAgents = settings.strings("agentNamespaces").includes(knownText(metadataOf(namespace), "name") ?? "");
      const allowed = forAgents ? ["restricted", "baseline", "privileged"] : ["restricted"];
      if ((level === undefined && resource.type.endsWith("Patch")) || (level !== undefined && allowed.includes(level))) {
        return [];
      }
      return [{ property: `${namespace.pathOf("metadata")}.labels["${LABEL}"]`, found: level ?? "nothing", required: allowed.map((text) => `"${text}"`).join(" or ") }];
    }),
});
