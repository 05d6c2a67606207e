import { kubernetesWorkloadImageNotLatest } from "../../../../policypack/rules/kubernetes/kubernetes-workload-image-not-latest.ts";
import { testRule } from "../../rule-tester.ts";
import { deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadImageNotLatest, {
  compliant: [
    { props: pod({ image: "registry.example.org/records:1.4.2" }) },
    { props: pod({ image: `registry.example.org/records@sha256:${"0".repeat(64)}` }) },
    { type: "kubernetes:apps/v1:Deployment", props: deployment({ image: "registry.example.org:5000/records:latest-1" }) },
    { type: "kubernetes:apps/v1:DeploymentPatch", props: deployment({ name: "api" }) },
  ],
  violating: [
    { why: "latest", props: pod({ image: "registry.example.org/records:latest" }), property: "spec.containers[0].image", found: "registry.example.org/records:latest" },
    { why: "no tag, which means latest", props: pod({ image: "registry.example.org:5000/records" }), property: "spec.containers[0].image", found: "registry.example.org:5000/records" },
  ],
  unknown: ["spec", "spec.containers[0].image"],
});
