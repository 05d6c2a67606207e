import { kubernetesWorkloadCapabilitiesDropped } from "../../../../policypack/rules/kubernetes/kubernetes-workload-capabilities-dropped.ts";
import { testRule } from "../../rule-tester.ts";
import { daemonSet, deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadCapabilitiesDropped, {
  compliant: [
    { props: pod({ securityContext: { capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } } }) },
    { type: "kubernetes:apps/v1:ReplicaSet", props: deployment({ securityContext: { capabilities: { drop: ["ALL"] } } }) },
    { type: "kubernetes:apps/v1:ReplicaSetPatch", props: deployment({ image: "records" }) },
    { type: "kubernetes:apps/v1:DaemonSet", props: daemonSet("fluent-bit", { securityContext: { capabilities: { drop: ["ALL"], add: ["DAC_READ_SEARCH"] } } }) },
  ],
  violating: [
    { why: "none dropped", props: pod({}), property: "spec.containers[0].securityContext.capabilities.drop", found: "nothing" },
    { why: "some dropped", props: pod({ securityContext: { capabilities: { drop: ["NET_RAW", "MKNOD"] } } }), property: "spec.containers[0].securityContext.capabilities.drop", found: "NET_RAW, MKNOD" },
    { why: "one taken back", props: pod({ securityContext: { capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } } }), property: "spec.containers[0].securityContext.capabilities.add", found: "SYS_ADMIN" },
    { why: "a patch that adds one", props: deployment({ securityContext: { capabilities: { add: ["NET_RAW"] } } }), fixture: { type: "kubernetes:apps/v1:DeploymentPatch" }, property: "spec.template.spec.containers[0].securityContext.capabilities.add", found: "NET_RAW" },
    { why: "an agent that drops none", props: daemonSet("fluent-bit", {}), fixture: { type: "kubernetes:apps/v1:DaemonSet" }, property: "spec.template.spec.containers[0].securityContext.capabilities.drop", found: "nothing" },
  ],
  unknown: ["spec", "spec.containers[0].securityContext.capabilities", "spec.containers[0].securityContext.capabilities.drop", "spec.containers[0].securityContext.capabilities.add"],
});
