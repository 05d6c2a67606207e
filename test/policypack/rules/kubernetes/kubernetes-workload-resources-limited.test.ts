import { kubernetesWorkloadResourcesLimited } from "../../../../policypack/rules/kubernetes/kubernetes-workload-resources-limited.ts";
import { testRule } from "../../rule-tester.ts";
import { deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadResourcesLimited, {
  compliant: [
    { props: pod({ resources: { limits: { memory: "256Mi" }, requests: { cpu: "100m" } } }) },
    { type: "kubernetes:apps/v1:Deployment", props: deployment({ resources: { limits: { memory: "256Mi", cpu: 1 } } }) },
    { type: "kubernetes:apps/v1:DeploymentPatch", props: deployment({ image: "records" }) },
    { props: pod({ resources: { limits: { memory: "256Mi", cpu: "1" } } }, { ephemeralContainers: [{ name: "debug" }] }) },
  ],
  violating: [
    { why: "no limits", props: pod({}), property: "spec.containers[0].resources.limits.memory", found: "nothing" },
    { why: "memory only asked for", props: pod({ resources: { requests: { memory: "256Mi", cpu: "100m" } } }), property: "spec.containers[0].resources.limits.memory", found: "nothing" },
    { why: "no word of the processor", props: pod({ resources: { limits: { memory: "256Mi" } } }), property: "spec.containers[0].resources.requests.cpu", found: "nothing" },
  ],
  unknown: ["spec", "spec.containers[0].resources", "spec.containers[0].resources.limits"],
  presence: ["spec.containers[0].resources.limits.memory", "spec.containers[0].resources.requests.cpu"],
});
