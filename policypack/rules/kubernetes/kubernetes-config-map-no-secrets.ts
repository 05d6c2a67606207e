import { credentialIn, namesCredential, pointsElsewhere } from "../../engine/credentials.ts";
import { knownText, objectsOf } from "../../engine/kubernetes-objects.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesConfigMapNoSecrets = defineRule({
  name: "kubernetes-config-map-no-secrets",
  description: "ConfigMaps, which are neither encrypted nor guarded, hold no password, key or token.",
  severity: "critical",
  citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(1)", "164.312(a)(2)(iv)"],
  controls: [],
  remediation: ["Move the value to a Secret that External Secrets fills from Secrets Manager."],
  url: "https://kubernetes.io/docs/concepts/configuration/configmap/",
  resources: ["kubernetes:core/v1:ConfigMap", "kubernetes:core/v1:ConfigMapPatch", "kubernetes:core/v1:ConfigMapList"],
  check: (resource) =>
    objectsOf(resource).flatMap((map) => {
      const data = map.has("data") ? map.object("data") : undefined;
      return (data?.names() ?? []).flatMap((name) => {
        const value = knownText(data, name);
        const named = namesCredential(name) && (value === undefined || !pointsElsewhere(value)) ? name : undefined;
        const found = named ?? (value === undefined ? undefined : credentialIn(value));
        return found === undefined ? [] : [{ property: `${map.pathOf("data")}.${name}`, found: `${found} in plain text`, required: "a Secret" }];
      });
    }),
});
