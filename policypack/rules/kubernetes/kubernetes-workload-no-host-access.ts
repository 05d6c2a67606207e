import { AGENTS, containersOf, isAgent, podTemplates, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadNoHostAccess = defineRule({
  name: "kubernetes-workload-no-host-access",
  description: "Pods share neither network, processes, ports nor folders with their node, agents of the node apart.",
  severity: "critical",
  citations: ["164.308(a)(4)(ii)(A)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: [],
  remediation: ["Leave hostNetwork, hostPID and hostIPC false, and use no hostPath volume and no hostPort; name an agent that needs them in the parameter agents of the rule."],
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  parameters: AGENTS,
  resources: WORKLOAD_TYPES,
  check: (resource, settings) =>
    podTemplates(resource).flatMap((template) => {
      const { spec } = template;
      if (isAgent(template, settings)) {
        return [];
      }
      const shared = ["hostNetwork", "hostPID", "hostIPC"].filter((name) => spec.has(name) && spec.boolean(name) === true);
      const folders = (spec.has("volumes") ? spec.objects("volumes") : []).filter((volume) => volume.has("hostPath"));
      const ports = containersOf(template)
        .flatMap((container) => (container.has("ports") ? container.objects("ports") : []))
        .filter((port) => port.has("hostPort") && port.number("hostPort") !== 0);
      return [
        ...shared.map((name) => ({ property: spec.pathOf(name), found: "true", required: "false" })),
        ...folders.map((volume) => ({ property: volume.pathOf("hostPath"), found: "a folder of the node", required: "another kind of volume" })),
        ...ports.map((port) => ({ property: port.pathOf("hostPort"), found: "a port of the node", required: "none" })),
      ];
    }),
});
