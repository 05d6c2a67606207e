import { kubernetesWorkloadNonRoot } from "../../../../policypack/rules/kubernetes/kubernetes-workload-non-root.ts";
import { testRule } from "../../rule-tester.ts";
import { daemonSet, deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadNonRoot, {
  compliant: [
    { props: pod({ securityContext: { runAsNonRoot: true, runAsUser: 10001 } }, { securityContext: {} }) },
    { props: pod({}, { securityContext: { runAsNonRoot: true } }) },
    { type: "kubernetes:apps/v1:Deployment", props: deployment({ securityContext: { runAsNonRoot: true } }) },
    { type: "kubernetes:batch/v1:CronJob", props: { spec: { jobTemplate: { spec: { template: { spec: { containers: [{ securityContext: { runAsNonRoot: true } }] } } } } } } },
    { type: "kubernetes:apps/v1:DeploymentPatch", props: deployment({ image: "records" }) },
    { type: "kubernetes:apps/v1:DaemonSet", props: daemonSet("fluent-bit", {}) },
    { type: "kubernetes:apps/v1:DaemonSet", props: daemonSet("tracer", {}), configuration: { agents: ["tracer"] } },
    { type: "kubernetes:apps/v1:DeploymentList", props: { items: [deployment({ securityContext: { runAsNonRoot: true } })] } },
  ],
  violating: [
    { why: "root allowed", props: pod({ securityContext: { runAsNonRoot: false } }), property: "spec.containers[0].securityContext.runAsNonRoot", found: "false" },
    { why: "left to the image", props: pod({}), property: "spec.containers[0].securityContext.runAsNonRoot", found: "nothing" },
    { why: "a container that takes back what the pod says", props: pod({ securityContext: { runAsNonRoot: false } }, { securityContext: { runAsNonRoot: true } }), property: "spec.containers[0].securityContext.runAsNonRoot", found: "false" },
    { why: "the user root", props: pod({ securityContext: { runAsNonRoot: true, runAsUser: 0 } }), property: "spec.containers[0].securityContext.runAsUser", found: "0, which is root" },
    { why: "a container that prepares", props: pod({ securityContext: { runAsNonRoot: true } }, { initContainers: [{ name: "migrate" }] }), property: "spec.initContainers[0].securityContext.runAsNonRoot", found: "nothing" },
    {
      why: "a scheduled job",
      props: { metadata: {}, spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: "report" }] } } } } } },
      fixture: { type: "kubernetes:batch/v1:CronJob" },
      property: "spec.jobTemplate.spec.template.spec.containers[0].securityContext.runAsNonRoot",
      found: "nothing",
    },
    { why: "in a list", props: { items: [deployment({})] }, fixture: { type: "kubernetes:apps/v1:DeploymentList" }, property: "items[0].spec.template.spec.containers[0].securityContext.runAsNonRoot", found: "nothing" },
    { why: "a patch that makes it root", props: deployment({ securityContext: { runAsNonRoot: false } }), fixture: { type: "kubernetes:apps/v1:DeploymentPatch" }, property: "spec.template.spec.containers[0].securityContext.runAsNonRoot", found: "false" },
    { why: "a Deployment by an agent's name", props: { ...deployment({}), metadata: { name: "fluent-bit" } }, fixture: { type: "kubernetes:apps/v1:Deployment" }, property: "spec.template.spec.containers[0].securityContext.runAsNonRoot", found: "nothing" },
  ],
  unknown: ["spec", "spec.containers", "spec.containers[0].securityContext", "spec.containers[0].securityContext.runAsNonRoot", "spec.containers[0].securityContext.runAsUser"],
  presence: ["metadata", "spec.containers[0].name"],
});
