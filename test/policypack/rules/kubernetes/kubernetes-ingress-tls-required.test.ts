import { kubernetesIngressTlsRequired } from "../../../../policypack/rules/kubernetes/kubernetes-ingress-tls-required.ts";
import { testRule } from "../../rule-tester.ts";

const ALB = "alb.ingress.kubernetes.io";
const ingress = (spec: object, annotations: object = {}) => ({ metadata: { name: "records", annotations }, spec: { rules: [{ host: "records.example.com" }], ...spec } });
const found = "no certificate";

testRule(kubernetesIngressTlsRequired, {
  compliant: [
    { props: ingress({ tls: [{ hosts: ["records.example.com"], secretName: "records" }] }) },
    { props: ingress({}, { [`${ALB}/certificate-arn`]: "arn:aws:acm:us-east-1:123456789012:certificate/1" }) },
    { props: ingress({}, { [`${ALB}/listen-ports`]: '[{"HTTPS": 443}]' }) },
  ],
  violating: [
    { why: "plain HTTP", props: ingress({}), property: "spec.tls", found },
    { why: "an empty list", props: ingress({ tls: [] }), property: "spec.tls", found },
    { why: "a listener for HTTP", props: ingress({}, { [`${ALB}/listen-ports`]: '[{"HTTP": 80}]' }), property: "spec.tls", found },
    { why: "nothing at all", props: { spec: undefined }, property: "spec.tls", found },
  ],
  unknown: ["spec.tls"],
});
