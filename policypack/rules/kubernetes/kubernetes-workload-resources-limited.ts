import { judgeContainers, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadResourcesLimited = defineRule({
  name: "kubernetes-workload-resources-limited",
  description: "Containers have a limit of memory and say how much processor time they need, so that none starves another.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)"],
  controls: [],
  remediation: ["Set resources.limits.memory, and resources.requests.cpu or limits.cpu, on each container."],
  url: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  resources: WORKLOAD_TYPES,
  check: (resource) =>
    judgeContainers(resource, (container, { partial }) => {
      const resources = container.has("resources") ? container.object("resources") : undefined;
      if (resources === undefined && (partial || container.path.includes("ephemeralContainers"))) {
        return [];
      }
      const isGiven = (kind: string, name: string): boolean => resources?.has(kind) === true && resources.object(kind)?.has(name) === true;
      const path = `${container.path}.resources`;
      return [
        ...(isGiven("limits", "memory") ? [] : [{ property: `${path}.limits.memory`, found: "nothing", required: "a limit such as 256Mi" }]),
        ...(isGiven("limits", "cpu") || isGiven("requests", "cpu") ? [] : [{ property: `${path}.requests.cpu`, found: "nothing", required: "a request such as 100m" }]),
      ];
    }),
});
