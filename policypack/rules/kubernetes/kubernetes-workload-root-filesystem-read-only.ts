import { judgeContainers, judgeContext, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadRootFilesystemReadOnly = defineRule({
  name: "kubernetes-workload-root-filesystem-read-only",
  description: "Containers cannot write to their own file system.",
  severity: "medium",
  citations: ["164.308(a)(5)(ii)(B)", "164.312(c)(1)"],
  controls: [],
  remediation: ["Set securityContext.readOnlyRootFilesystem: true on each container, and mount an emptyDir where it must write."],
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  resources: WORKLOAD_TYPES,
  check: (resource) => judgeContainers(resource, (container, template) => judgeContext(container, template, "readOnlyRootFilesystem", true)),
});
