import type { OutputContext } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { type Properties, textOf, type Value } from "../wire.ts";
import { blockIn, textIn } from "./cluster.ts";
import { isBuiltIn, type Kind } from "./kinds.ts";

/** Kinds whose `spec` the API server counts the versions of. */
const GENERATIONS: ReadonlySet<string> = new Set([
  "CronJob", "CustomResourceDefinition", "DaemonSet", "Deployment", "HorizontalPodAutoscaler", "Ingress", "Job", "NetworkPolicy", "PodDisruptionBudget", "StatefulSet",
]);

/** What the API server and its controllers add to an object that has become ready. */
export function objectState(kind: Kind, context: OutputContext): Properties {
  return { metadata: metadataOf(kind, context), ...(isBuiltIn(kind) ? CONTROLLERS[kind.kind]?.(context) : undefined) };
}

function metadataOf({ kind }: Kind, context: OutputContext): Properties {
  const before = blockIn(context.previous ?? {}, "metadata");
  const revision = Number(before["resourceVersion"] ?? Number.parseInt(context.hex(5, "version"), 16)) + 1;
  return {
    uid: uuid(context),
    creationTimestamp: context.createdAt.toISOString().replace(/\.\d+Z$/u, "Z"),
    resourceVersion: String(revision),
    ...(GENERATIONS.has(kind) ? { generation: Number(before["generation"] ?? 0) + 1 } : {}),
  };
}

const CONTROLLERS: Readonly<Record<string, (context: OutputContext) => Properties>> = {
  CronJob: () => ({ spec: { concurrencyPolicy: "Allow", suspend: false }, status: {} }),
  CustomResourceDefinition: ({ inputs }) => ({ status: { acceptedNames: blockIn(blockIn(inputs, "spec"), "names"), conditions: [condition("NamesAccepted"), condition("Established")] } }),
  Deployment: (context) => ({ spec: { replicas: 1, revisionHistoryLimit: 10 }, status: { ...replicas(context, "availableReplicas", "readyReplicas", "replicas", "updatedReplicas"), conditions: [condition("Available"), condition("Progressing")] } }),
  Ingress: (context) => ({ status: balancer(context) }),
  Job: ({ inputs, createdAt }) => ({
    spec: { completions: 1, parallelism: 1, backoffLimit: 6 },
    status: { succeeded: numberIn(inputs, "completions"), startTime: createdAt.toISOString(), completionTime: createdAt.toISOString(), conditions: [condition("Complete")] },
  }),
  Namespace: ({ id }) => ({ metadata: { labels: { "kubernetes.io/metadata.name": id } }, spec: { finalizers: ["kubernetes"] }, status: { phase: "Active" } }),
  PersistentVolumeClaim: (context) => ({ spec: { volumeMode: "Filesystem", volumeName: `pvc-${uuid(context)}` }, status: { phase: "Bound" } }),
  Pod: ({ hex }) => ({ status: { phase: "Running", podIP: address("10.0", hex(4, "pod")), conditions: [condition("Ready")] } }),
  Secret: ({ inputs }) => ({ data: encoded(blockIn(inputs, "stringData")), type: "Opaque" }),
  Service: (context) => {
    const clusterIP = address("172.20", context.hex(4, "service"));
    return { spec: { clusterIP, clusterIPs: [clusterIP], sessionAffinity: "None", type: "ClusterIP" }, status: textIn(context.inputs, "spec", "type") === "LoadBalancer" ? balancer(context) : { loadBalancer: {} } };
  },
  StatefulSet: (context) => ({ spec: { replicas: 1, podManagementPolicy: "OrderedReady" }, status: replicas(context, "availableReplicas", "currentReplicas", "readyReplicas", "replicas", "updatedReplicas") }),
};

function condition(type: string): Properties {
  return { type, status: "True" };
}

function replicas({ inputs }: OutputContext, ...counts: readonly string[]): Properties {
  return Object.fromEntries(counts.map((name) => [name, numberIn(inputs, "replicas")]));
}

/** A number of the spec; the API server's default is one of them. */
function numberIn(inputs: Properties, field: string): Value {
  return blockIn(inputs, "spec")[field] ?? 1;
}

/** On EKS the address of a load balancer is a name. */
function balancer({ region, hex }: OutputContext): Properties {
  const [, home = "us-east-1"] = /\.([a-z]{2}(?:-[a-z]+)+-\d)\.eks\./u.exec(region) ?? [];
  return { loadBalancer: { ingress: [{ hostname: `k8s-${hex(32, "balancer")}.elb.${home}.amazonaws.com` }] } };
}

function address(prefix: string, hex: string): string {
  return `${prefix}.${String(Number.parseInt(hex.slice(0, 2), 16))}.${String(Number.parseInt(hex.slice(2), 16))}`;
}

/** The API server keeps texts of a Secret as base64 beside its data. */
function encoded(texts: Properties): Properties {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, Buffer.from(textOf(value)).toString("base64")]));
}
