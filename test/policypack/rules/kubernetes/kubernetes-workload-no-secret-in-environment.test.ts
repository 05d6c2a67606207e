import { kubernetesWorkloadNoSecretInEnvironment } from "../../../../policypack/rules/kubernetes/kubernetes-workload-no-secret-in-environment.ts";
import { testRule } from "../../rule-tester.ts";
import { deployment, pod } from "../../workload-fixture.ts";

testRule(kubernetesWorkloadNoSecretInEnvironment, {
  compliant: [
    {
      props: pod({
        env: [
          { name: "STAGE", value: "prod" },
          { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "database", key: "password" } } },
          { name: "DB_PASSWORD_FILE", value: "/run/secrets/password" },
          { name: "API_TOKEN", value: "$(DB_PASSWORD)" },
        ],
      }),
    },
    { type: "kubernetes:apps/v1:Deployment", props: deployment({}) },
  ],
  violating: [
    { why: "a password", props: pod({ env: [{ name: "DB_PASSWORD", value: "pa55word" }] }), property: "spec.containers[0].env[0].value", found: "DB_PASSWORD in plain text" },
    { why: "a password in a URL", props: pod({ env: [{ name: "DATABASE", value: "postgres://records:pa55word@db/records" }] }), property: "spec.containers[0].env[0].value", found: "a URL with a password in plain text" },
    { why: "in a container that prepares", props: pod({}, { initContainers: [{ env: [{ name: "apiKey", value: "k-123" }] }] }), property: "spec.initContainers[0].env[0].value", found: "apiKey in plain text" },
    { why: "by a patch", props: deployment({ env: [{ name: "DB_PASSWORD", value: "pa55word" }] }), fixture: { type: "kubernetes:apps/v1:DeploymentPatch" }, property: "spec.template.spec.containers[0].env[0].value", found: "DB_PASSWORD in plain text" },
  ],
  unknown: ["spec", "spec.containers[0].env", "spec.containers[0].env[0].name"],
  presence: ["spec.containers[0].env[0].value", "spec.containers[0].env[1].valueFrom", "spec.containers[0].env[2].value"],
});
