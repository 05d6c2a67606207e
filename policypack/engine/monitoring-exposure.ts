import { knownText, markOf, metadataOf } from "./kubernetes-objects.ts";
import type { Reader } from "./reader.ts";
import type { Finding } from "./rule.ts";
import type { Parameters, Settings } from "./settings.ts";

export const INGRESS_TYPES = ["networking.k8s.io/v1", "networking.k8s.io/v1beta1", "extensions/v1beta1"].flatMap((version) => [
  `kubernetes:${version}:Ingress`,
  `kubernetes:${version}:IngressPatch`,
  `kubernetes:${version}:IngressList`,
]);

export const SERVICE_TYPES = ["kubernetes:core/v1:Service", "kubernetes:core/v1:ServicePatch", "kubernetes:core/v1:ServiceList"];

export const MONITORING: Parameters = {
  namespaces: { description: "Namespaces of monitoring.", default: ["monitoring", "observability"] },
  services: {
    description: "Words by which the names of monitoring services are known.",
    default: ["alertmanager", "grafana", "jaeger", "kibana", "loki", "opensearch-dashboards", "prometheus", "tempo", "thanos"],
  },
  internalClasses: { description: "Ingress classes, other than alb, that only the network inside reaches.", default: ["internal", "nginx-internal"] },
};

const SCHEME = "alb.ingress.kubernetes.io/scheme";
const BALANCER = "service.beta.kubernetes.io/aws-load-balancer-";

/** True for what lies in a namespace of monitoring, or is named like one of its services, or leads to one. */
export function servesMonitoring(object: Reader, settings: Settings): boolean {
  const metadata = metadataOf(object);
  const spec = object.has("spec") ? object.object("spec") : undefined;
  const texts = [knownText(metadata, "name") ?? "", ...["rules", "defaultBackend", "backend"].flatMap((part) => spec?.knownStrings(part) ?? [])];
  return (
    settings.strings("namespaces").includes(knownText(metadata, "namespace") ?? "") ||
    settings.strings("services").some((word) => texts.some((text) => text.toLowerCase().includes(word)))
  );
}

/** What lets the internet reach an Ingress. The AWS load balancer controller makes internal ones unless told otherwise. */
export function ingressFindings(object: Reader, settings: Settings): readonly Finding[] {
  const scheme = markOf(object, "annotations", SCHEME);
  if (scheme !== undefined && scheme !== "internal") {
    return [{ property: `${object.pathOf("metadata")}.annotations["${SCHEME}"]`, found: scheme, required: '"internal"' }];
  }
  const spec = object.has("spec") ? object.object("spec") : undefined;
  const given = spec?.has("ingressClassName") === true ? spec.string("ingressClassName") : markOf(object, "annotations", "kubernetes.io/ingress.class");
  if (scheme === "internal" || given === "alb" || (given !== undefined && settings.strings("internalClasses").includes(given))) {
    return [];
  }
  return [{ property: `${object.pathOf("spec")}.ingressClassName`, found: given ?? "nothing", required: `"alb" with ${SCHEME}: "internal"` }];
}

/** What lets the internet reach a Service: without the controller, AWS gives a load balancer a public address. */
export function serviceFindings(object: Reader): readonly Finding[] {
  const spec = object.has("spec") ? object.object("spec") : undefined;
  if (spec?.has("type") !== true || spec.string("type") !== "LoadBalancer") {
    return [];
  }
  const mark = (name: string): string | undefined => markOf(object, "annotations", `${BALANCER}${name}`);
  const scheme = mark("scheme");
  const byController = (spec.has("loadBalancerClass") ? spec.string("loadBalancerClass") : undefined) === "service.k8s.aws/nlb" || mark("type") === "external";
  if (scheme === "internal" || (scheme === undefined && (byController || mark("internal") === "true"))) {
    return [];
  }
  return [{ property: `${object.pathOf("metadata")}.annotations["${BALANCER}scheme"]`, found: scheme ?? "nothing, so a public load balancer", required: '"internal"' }];
}
