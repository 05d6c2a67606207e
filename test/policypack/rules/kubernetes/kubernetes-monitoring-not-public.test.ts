import { kubernetesMonitoringNotPublic } from "../../../../policypack/rules/kubernetes/kubernetes-monitoring-not-public.ts";
import { testRule } from "../../rule-tester.ts";

const SCHEME = "alb.ingress.kubernetes.io/scheme";
const BALANCER = "service.beta.kubernetes.io/aws-load-balancer-scheme";
const ingress = (annotations: object, spec: object) => ({ metadata: { name: "dashboards", namespace: "monitoring", annotations }, spec });

testRule(kubernetesMonitoringNotPublic, {
  compliant: [
    { props: ingress({ [SCHEME]: "internal" }, { ingressClassName: "alb" }) },
    { props: ingress({}, { ingressClassName: "alb" }) },
    { props: ingress({}, { ingressClassName: "nginx-internal" }) },
    { props: ingress({ "kubernetes.io/ingress.class": "private" }, {}), configuration: { internalClasses: ["private"] } },
    { props: { metadata: { name: "records", namespace: "records", annotations: { [SCHEME]: "internet-facing" } }, spec: { ingressClassName: "alb" } } },
    { type: "kubernetes:core/v1:Service", props: { metadata: { name: "grafana" }, spec: { type: "ClusterIP" } } },
    { type: "kubernetes:core/v1:Service", props: { metadata: { name: "grafana", annotations: { [BALANCER]: "internal" } }, spec: { type: "LoadBalancer" } } },
    { type: "kubernetes:core/v1:Service", props: { metadata: { name: "grafana" }, spec: { type: "LoadBalancer", loadBalancerClass: "service.k8s.aws/nlb" } } },
  ],
  violating: [
    { why: "a public load balancer", props: ingress({ [SCHEME]: "internet-facing" }, { ingressClassName: "alb" }), property: `metadata.annotations["${SCHEME}"]`, found: "internet-facing" },
    { why: "a class that may be public", props: ingress({}, { ingressClassName: "nginx" }), property: "spec.ingressClassName", found: "nginx" },
    { why: "the cluster's default class", props: ingress({}, {}), property: "spec.ingressClassName", found: "nothing" },
    {
      why: "by its backend, in another namespace",
      props: { metadata: { name: "tools", annotations: {} }, spec: { ingressClassName: "nginx", rules: [{ http: { paths: [{ path: "/", backend: { service: { name: "kube-prometheus-stack-prometheus" } } }] } }] } },
      property: "spec.ingressClassName",
      found: "nginx",
    },
    {
      why: "a public Service",
      props: { metadata: { name: "grafana", annotations: { [BALANCER]: "internet-facing" } }, spec: { type: "LoadBalancer" } },
      fixture: { type: "kubernetes:core/v1:Service" },
      property: `metadata.annotations["${BALANCER}"]`,
      found: "internet-facing",
    },
    {
      why: "a Service left to the default",
      props: { metadata: { name: "grafana" }, spec: { type: "LoadBalancer" } },
      fixture: { type: "kubernetes:core/v1:Service" },
      property: `metadata.annotations["${BALANCER}"]`,
      found: "nothing, so a public load balancer",
    },
  ],
  unknown: ["metadata", `metadata.annotations`],
});
