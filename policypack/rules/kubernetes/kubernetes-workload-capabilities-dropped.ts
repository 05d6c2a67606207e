import { AGENTS, isAgent, judgeContainers, securityContextOf, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadCapabilitiesDropped = defineRule({
  name: "kubernetes-workload-capabilities-dropped",
  description: "Containers drop all Linux capabilities; only the binding of low ports may come back, agents of the node apart.",
  severity: "high",
  citations: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  controls: [],
  remediation: ['Set securityContext.capabilities: { drop: ["ALL"] } on each container, and add at most NET_BIND_SERVICE.'],
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  parameters: AGENTS,
  resources: WORKLOAD_TYPES,
  check: (resource, settings) =>
    judgeContainers(resource, (container, template) => {
      const context = securityContextOf(container);
      const capabilities = context?.has("capabilities") === true ? context.object("capabilities") : undefined;
      const dropped = capabilities?.has("drop") === true ? capabilities.strings("drop") : [];
      const added = (capabilities?.has("add") === true ? capabilities.strings("add") : []).filter((name) => name !== "NET_BIND_SERVICE");
      const path = `${container.path}.securityContext.capabilities`;
      return [
        ...(dropped.includes("ALL") || (template.partial && capabilities?.has("drop") !== true) ? [] : [{ property: `${path}.drop`, found: dropped.join(", ") || "nothing", required: '"ALL"' }]),
        ...(added.length === 0 || isAgent(template, settings) ? [] : [{ property: `${path}.add`, found: added.join(", "), required: "at most NET_BIND_SERVICE" }]),
      ];
    }),
});
