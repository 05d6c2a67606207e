import { AGENTS, isAgent, judgeContainers, securityContextOf, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadNonRoot = defineRule({
  name: "kubernetes-workload-non-root",
  description: "Containers run as a user other than root, agents of the node apart.",
  severity: "high",
  citations: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  controls: [],
  remediation: ["Set securityContext.runAsNonRoot: true on the pod or on each container, and no runAsUser 0."],
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  parameters: AGENTS,
  resources: WORKLOAD_TYPES,
  check: (resource, settings) =>
    judgeContainers(resource, (container, template) => {
      if (isAgent(template, settings)) {
        return [];
      }
      const contexts = [securityContextOf(container), securityContextOf(template.spec)];
      const nonRoot = contexts.map((context) => context?.boolean("runAsNonRoot")).find((value) => value !== undefined);
      const user = contexts.map((context) => context?.number("runAsUser")).find((value) => value !== undefined);
      const path = `${container.path}.securityContext`;
      return [
        ...(nonRoot === true || (nonRoot === undefined && template.partial) ? [] : [{ property: `${path}.runAsNonRoot`, found: nonRoot === undefined ? "nothing" : "false", required: "true" }]),
        ...(user === 0 ? [{ property: `${path}.runAsUser`, found: "0, which is root", required: "another user" }] : []),
      ];
    }),
});
