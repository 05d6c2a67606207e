import { kubernetesWorkloadImageByDigest } from "../../../../policypack/rules/kubernetes/kubernetes-workload-image-by-digest.ts";
import { testRule } from "../../rule-tester.ts";
import { deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadImageByDigest, {
  compliant: [
    { props: pod({ image: `registry.example.org/records@sha256:${"0".repeat(64)}` }) },
    { type: "kubernetes:apps/v1:Deployment", props: deployment({ image: `registry.example.org:5000/records:1.4.2@sha256:${"a1".repeat(32)}` }) },
    { type: "kubernetes:apps/v1:DeploymentPatch", props: deployment({ name: "api" }) },
  ],
  violating: [
    { why: "a tag", props: pod({ image: "registry.example.org/records:1.4.2" }), property: "spec.containers[0].image", found: "registry.example.org/records:1.4.2" },
    { why: "half a digest", props: pod({ image: "records@sha256:abc" }), property: "spec.containers[0].image", found: "records@sha256:abc" },
    { why: "no image", props: pod({}), property: "spec.containers[0].image", found: "nothing" },
  ],
  unknown: ["spec", "spec.containers[0].image"],
});
