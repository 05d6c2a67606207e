import { kubernetesWorkloadNoPrivilegeEscalation } from "../../../../policypack/rules/kubernetes/kubernetes-workload-no-privilege-escalation.ts";
import { testRule } from "../../rule-tester.ts";
import { daemonSet, deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadNoPrivilegeEscalation, {
  compliant: [
    { props: pod({ securityContext: { allowPrivilegeEscalation: false, privileged: false } }) },
    { type: "kubernetes:batch/v1:Job", props: deployment({ securityContext: { allowPrivilegeEscalation: false } }) },
    { type: "kubernetes:batch/v1:JobPatch", props: deployment({ image: "records" }) },
  ],
  violating: [
    { why: "escalation allowed", props: pod({ securityContext: { allowPrivilegeEscalation: true } }), property: "spec.containers[0].securityContext.allowPrivilegeEscalation", found: "true" },
    { why: "left to the default", props: pod({}), property: "spec.containers[0].securityContext.allowPrivilegeEscalation", found: "nothing" },
    { why: "privileged", props: pod({ securityContext: { allowPrivilegeEscalation: false, privileged: true } }), property: "spec.containers[0].securityContext.privileged", found: "true" },
    { why: "a privileged agent", props: daemonSet("fluent-bit", { securityContext: { allowPrivilegeEscalation: false, privileged: true } }), fixture: { type: "kubernetes:apps/v1:DaemonSet" }, property: "spec.template.spec.containers[0].securityContext.privileged", found: "true" },
  ],
  unknown: ["spec", "spec.containers[0].securityContext.allowPrivilegeEscalation", "spec.containers[0].securityContext.privileged"],
});
