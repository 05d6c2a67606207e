import { judgeContainers, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesWorkloadImageNotLatest = defineRule({
  name: "kubernetes-workload-image-not-latest",
  description: "No container runs whatever image is the latest.",
  severity: "high",
  citations: ["164.308(a)(5)(ii)(B)", "164.312(c)(1)"],
  controls: [],
  remediation: ["Name a version, or better the digest, of the image."],
  url: "https://kubernetes.io/docs/concepts/containers/images/",
  resources: WORKLOAD_TYPES,
  check: (resource) =>
    judgeContainers(resource, (container) => {
      const image = container.has("image") ? (container.string("image") ?? "") : "";
      const [, tag] = /:([^:/@]*)$/u.exec(image) ?? [];
      return image === "" || image.includes("@") || (tag !== undefined && tag !== "latest") ? [] : [{ property: container.pathOf("image"), found: image, required: "a version or a digest" }];
    }),
});
