import { kubernetesWorkloadNoHostAccess } from "../../../../policypack/rules/kubernetes/kubernetes-workload-no-host-access.ts";
import { testRule } from "../../rule-tester.ts";
import { daemonSet, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadNoHostAccess, {
  compliant: [
    { props: pod({ ports: [{ containerPort: 8080, hostPort: 0 }] }, { hostNetwork: false, volumes: [{ name: "scratch", emptyDir: {} }] }) },
    { type: "kubernetes:apps/v1:DaemonSet", props: daemonSet("node-exporter", { ports: [{ hostPort: 9100 }] }, { hostNetwork: true, hostPID: true, volumes: [{ hostPath: { path: "/proc" } }] }) },
  ],
  violating: [
    { why: "the node's network", props: pod({}, { hostNetwork: true }), property: "spec.hostNetwork", found: "true" },
    { why: "the node's processes", props: pod({}, { hostPID: true }), property: "spec.hostPID", found: "true" },
    { why: "the node's memory", props: pod({}, { hostIPC: true }), property: "spec.hostIPC", found: "true" },
    { why: "the node's folders", props: pod({}, { volumes: [{ name: "scratch", emptyDir: {} }, { name: "node", hostPath: { path: "/" } }] }), property: "spec.volumes[1].hostPath", found: "a folder of the node" },
    { why: "the node's port", props: pod({ ports: [{ containerPort: 8080, hostPort: 80 }] }), property: "spec.containers[0].ports[0].hostPort", found: "a port of the node" },
    { why: "a DaemonSet of no agent's name", props: daemonSet("records", {}, { hostNetwork: true }), fixture: { type: "kubernetes:apps/v1:DaemonSet" }, property: "spec.template.spec.hostNetwork", found: "true" },
    { why: "a Pod by an agent's name", props: { metadata: { name: "fluent-bit" }, spec: { hostNetwork: true, containers: [] } }, property: "spec.hostNetwork", found: "true" },
  ],
  unknown: ["spec", "spec.hostNetwork", "spec.volumes", "spec.containers[0].ports[0].hostPort"],
});
