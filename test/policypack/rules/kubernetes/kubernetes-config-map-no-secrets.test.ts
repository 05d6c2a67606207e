import { kubernetesConfigMapNoSecrets } from "../../../../policypack/rules/kubernetes/kubernetes-config-map-no-secrets.ts";
import { testRule } from "../../rule-tester.ts";

testRule(kubernetesConfigMapNoSecrets, {
  compliant: [
    { props: { data: { stage: "prod", "password.file": "/run/secrets/password", "fluent-bit.conf": "[OUTPUT]\n    Name cloudwatch\n    HTTP_Passwd ${PASSWORD}" } } },
    { type: "kubernetes:core/v1:ConfigMapList", props: { items: [{ data: { stage: "prod" } }] } },
    { props: {} },
  ],
  violating: [
    { why: "a password", props: { data: { dbPassword: "pa55word" } }, property: "data.dbPassword", found: "dbPassword in plain text" },
    { why: "a password inside a file", props: { data: { "application.yaml": "database:\n  password: pa55word" } }, property: "data.application.yaml", found: "a password in plain text" },
    { why: "in a list", props: { data: undefined, items: [{}, { data: { apiKey: "k-123" } }] }, fixture: { type: "kubernetes:core/v1:ConfigMapList" }, property: "items[1].data.apiKey", found: "apiKey in plain text" },
  ],
  unknown: ["data"],
  presence: ["data.stage"],
});
