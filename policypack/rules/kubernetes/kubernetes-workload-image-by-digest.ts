import { judgeContainers, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineRule } from "../../engine/rule.ts";

const DIGEST = /@sha256:[\da-f]{64}$/u;

export const kubernetesWorkloadImageByDigest = defineRule({
  name: "kubernetes-workload-image-by-digest",
  description: "Containers run images named by digest, so that what was scanned and signed is what runs.",
  severity: "high",
  citations: ["164.308(a)(5)(ii)(B)", "164.312(c)(1)"],
  controls: [],
  remediation: ["Name the image with its digest, such as registry.example.org/records@sha256: and the 64 characters that the registry reports."],
  url: "https://kubernetes.io/docs/concepts/containers/images/",
  resources: WORKLOAD_TYPES,
  check: (resource) =>
    judgeContainers(resource, (container, { partial }) => {
      const image = container.has("image") ? container.string("image") : undefined;
      return (image === undefined && partial) || (image !== undefined && DIGEST.test(image))
        ? []
        : [{ property: container.pathOf("image"), found: image ?? "nothing", required: "an image with @sha256: and its digest" }];
    }),
});
