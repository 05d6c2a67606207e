import { objectsOf } from "../../engine/kubernetes-objects.ts";
import { INGRESS_TYPES, ingressFindings, MONITORING, servesMonitoring, SERVICE_TYPES, serviceFindings } from "../../engine/monitoring-exposure.ts";
import { defineRule } from "../../engine/rule.ts";

export const kubernetesMonitoringNotPublic = defineRule({
  name: "kubernetes-monitoring-not-public",
  description: "Dashboards and metrics (Grafana, Prometheus, Alertmanager and their like) are reached from inside only (S2-61).",
  severity: "critical",
  citations: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: [],
  remediation: ['For an Ingress of the class alb set the annotation alb.ingress.kubernetes.io/scheme: "internal"; name other internal classes in the parameter internalClasses of the rule.', 'For a Service of the type LoadBalancer set service.beta.kubernetes.io/aws-load-balancer-scheme: "internal".'],
  url: "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/",
  parameters: MONITORING,
  resources: [...INGRESS_TYPES, ...SERVICE_TYPES],
  check: (resource, settings) =>
    objectsOf(resource)
      .filter((object) => servesMonitoring(object, settings))
      .flatMap((object) => (resource.type.includes(":Ingress") ? ingressFindings(object, settings) : serviceFindings(object))),
});
