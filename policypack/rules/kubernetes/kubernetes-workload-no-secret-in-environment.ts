import { credentialIn, namesCredential, pointsElsewhere } from "../../engine/credentials.ts";
import { judgeContainers, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadNoSecretInEnvironment = defineRule({
  name: "kubernetes-workload-no-secret-in-environment",
  description: "No password, key or token stands in a container's environment; it comes from a Secret.",
  severity: "critical",
  citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(1)", "164.312(d)"],
  controls: [],
  remediation: ["Take the value from a Secret with valueFrom.secretKeyRef, kept up to date by External Secrets."],
  url: "https://kubernetes.io/docs/concepts/configuration/secret/",
  resources: WORKLOAD_TYPES,
  check: (resource) =>
    judgeContainers(resource, (container) =>
      (container.has("env") ? container.objects("env") : [])
        .filter((variable) => variable.has("value"))
        .flatMap((variable) => {
          const value = variable.isKnown("value") ? variable.string("value") : undefined;
          const name = variable.string("name") ?? "";
          const named = namesCredential(name) && (value === undefined || !pointsElsewhere(value)) ? name : undefined;
          const found = named ?? (value === undefined ? undefined : credentialIn(value));
          return found === undefined ? [] : [{ property: variable.pathOf("value"), found: `${found} in plain text`, required: "valueFrom.secretKeyRef" }];
        }),
    ),
});
