import { kubernetesWorkloadRootFilesystemReadOnly } from "../../../../policypack/rules/kubernetes/kubernetes-workload-root-filesystem-read-only.ts";
import { testRule } from "../../rule-tester.ts";
import { deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadRootFilesystemReadOnly, {
  compliant: [
    { props: pod({ securityContext: { readOnlyRootFilesystem: true } }) },
    { type: "kubernetes:apps/v1:StatefulSet", props: deployment({ securityContext: { readOnlyRootFilesystem: true } }) },
    { type: "kubernetes:apps/v1:StatefulSetPatch", props: deployment({ image: "records" }) },
  ],
  violating: [
    { why: "writable", props: pod({ securityContext: { readOnlyRootFilesystem: false } }), property: "spec.containers[0].securityContext.readOnlyRootFilesystem", found: "false" },
    { why: "left to the default", props: pod({}), property: "spec.containers[0].securityContext.readOnlyRootFilesystem", found: "nothing" },
    { why: "said of the pod, where it means nothing", props: pod({}, { securityContext: { readOnlyRootFilesystem: true } }), property: "spec.containers[0].securityContext.readOnlyRootFilesystem", found: "nothing" },
    {
      why: "a container for debugging",
      props: pod({ securityContext: { readOnlyRootFilesystem: true } }, { ephemeralContainers: [{ name: "debug" }] }),
      property: "spec.ephemeralContainers[0].securityContext.readOnlyRootFilesystem",
      found: "nothing",
    },
  ],
  unknown: ["spec", "spec.containers[0].securityContext.readOnlyRootFilesystem"],
});
