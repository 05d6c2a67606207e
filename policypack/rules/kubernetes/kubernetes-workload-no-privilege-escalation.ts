import { judgeContainers, judgeContext, securityContextOf, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadNoPrivilegeEscalation = defineRule({
  name: "kubernetes-workload-no-privilege-escalation",
  description: "Containers are not privileged and cannot gain rights they did not start with.",
  severity: "critical",
  citations: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  controls: [],
  remediation: ["Set securityContext.allowPrivilegeEscalation: false on each container, and leave privileged at its default, false."],
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  resources: WORKLOAD_TYPES,
  check: (resource) =>
    judgeContainers(resource, (container, template) => [
      ...judgeContext(container, template, "allowPrivilegeEscalation", false),
      ...(securityContextOf(container)?.boolean("privileged") === true ? [{ property: `${container.path}.securityContext.privileged`, found: "true", required: "false" }] : []),
    ]),
});
