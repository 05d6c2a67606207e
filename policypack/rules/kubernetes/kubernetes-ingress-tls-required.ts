import { markOf, objectsOf } from "../../engine/kubernetes-objects.ts";
import { INGRESS_TYPES } from "../../engine/monitoring-exposure.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineRule } from "../../engine/rule.ts";

/** The load balancer controller also finds a certificate by the host, once a listener for HTTPS is asked for. */
function isEncrypted(object: Reader): boolean {
  const spec = object.has("spec") ? object.object("spec") : undefined;
  return (spec !== undefined && !spec.isEmpty("tls"))
    || markOf(object, "annotations", "alb.ingress.kubernetes.io/certificate-arn") !== undefined
    || markOf(object, "annotations", "alb.ingress.kubernetes.io/listen-ports")?.includes('"HTTPS"') === true;
}

export const kubernetesIngressTlsRequired = defineRule({
  name: "kubernetes-ingress-tls-required",
  description: "An Ingress serves over TLS.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: [],
  remediation: ["List the host and its certificate in spec.tls; on an Ingress of the class alb the annotation alb.ingress.kubernetes.io/certificate-arn does the same."],
  url: "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
  resources: INGRESS_TYPES,
  check: (resource) =>
    objectsOf(resource).filter((object) => !isEncrypted(object)).map((object) => ({ property: object.pathOf("spec.tls"), found: "no certificate", required: "a certificate for each host" })),
});
