import type { Reader } from "./reader.ts";
import type { Finding, JudgedResource } from "./rule.ts";
import type { Parameters, Settings } from "./settings.ts";

/** The pod that a workload runs, or one of the copies it makes. */
export interface PodTemplate {
  /** Kind of the workload, such as `DaemonSet`. */
  readonly kind: string;
  /** Metadata of the workload; undefined while it is unknown. */
  readonly metadata: Reader | undefined;
  readonly spec: Reader;
  /** True for a patch: what it leaves out is set where the workload is made. */
  readonly partial: boolean;
}

/** Each kind of workload: the API versions it is offered under, and where its pod template lies. */
const KINDS: readonly (readonly [kind: string, versions: readonly string[], path: readonly string[]])[] = [
  ["Pod", ["core/v1"], []],
  ["PodTemplate", ["core/v1"], ["template"]],
  ["ReplicationController", ["core/v1"], ["spec", "template"]],
  ["Deployment", ["apps/v1", "apps/v1beta2", "apps/v1beta1", "extensions/v1beta1"], ["spec", "template"]],
  ["StatefulSet", ["apps/v1", "apps/v1beta2", "apps/v1beta1"], ["spec", "template"]],
  ["DaemonSet", ["apps/v1", "apps/v1beta2", "extensions/v1beta1"], ["spec", "template"]],
  ["ReplicaSet", ["apps/v1", "apps/v1beta2", "extensions/v1beta1"], ["spec", "template"]],
  ["Job", ["batch/v1"], ["spec", "template"]],
  ["CronJob", ["batch/v1", "batch/v1beta1", "batch/v2alpha1"], ["spec", "jobTemplate", "spec", "template"]],
];

/** Every type that runs pods, the deprecated versions, patches and lists among them. */
export const WORKLOAD_TYPES: readonly [string, ...string[]] = [
  "kubernetes:core/v1:Pod",
  ...KINDS.flatMap(([kind, versions]) => versions.flatMap((version) => ["", "Patch", "List"].map((form) => `kubernetes:${version}:${kind}${form}`))).filter(
    (type) => type !== "kubernetes:core/v1:Pod",
  ),
];

/** Names of the agents that rightly look into their node: each a DaemonSet, such as the log forwarder. */
export const AGENTS: Parameters = {
  agents: {
    description: "Names of DaemonSets that are agents of the node, such as log forwarders, and may reach into it.",
    default: ["aws-for-fluent-bit", "fluent-bit", "node-exporter", "prometheus-node-exporter"],
  },
};

/** The pods of a workload: one, or those of each item of a list. */
export function podTemplates({ type, props }: Pick<JudgedResource, "type" | "props">): readonly PodTemplate[] {
  const given = type.split(":")[2] ?? "";
  const found = KINDS.find(([name]) => [name, `${name}Patch`, `${name}List`].includes(given));
  if (found === undefined) {
    return [];
  }
  const [kind, , path] = found;
  const owners = given === `${kind}List` ? (props.has("items") ? props.objects("items") : []) : [props];
  return owners.flatMap((owner) => {
    const spec = [...path, "spec"].reduce<Reader | undefined>((block, name) => (block?.has(name) === true ? block.object(name) : undefined), owner);
    const metadata = owner.isKnown("metadata") ? owner.object("metadata") : undefined;
    return spec === undefined ? [] : [{ kind, metadata, spec, partial: given === `${kind}Patch` }];
  });
}

/** Every container of the pod: the ordinary ones, those that prepare it and those added for debugging. */
export function containersOf({ spec }: PodTemplate): readonly Reader[] {
  return ["containers", "initContainers", "ephemeralContainers"].flatMap((list) => (spec.has(list) ? spec.objects(list) : []));
}

/** Judges each container of a workload. */
export function judgeContainers(resource: Pick<JudgedResource, "type" | "props">, check: (container: Reader, template: PodTemplate) => readonly Finding[]): readonly Finding[] {
  return podTemplates(resource).flatMap((template) => containersOf(template).flatMap((container) => check(container, template)));
}

/** The block `securityContext`, of a pod or of a container. */
export function securityContextOf(owner: Reader): Reader | undefined {
  return owner.has("securityContext") ? owner.object("securityContext") : undefined;
}

/** A finding unless the switch in the container's security context is as required; a patch may leave it out. */
export function judgeContext(container: Reader, { partial }: PodTemplate, name: string, required: boolean): readonly Finding[] {
  const value = securityContextOf(container)?.boolean(name);
  if (value === required || (value === undefined && partial)) {
    return [];
  }
  return [{ property: `${container.path}.securityContext.${name}`, found: value === undefined ? "nothing" : String(value), required: String(required) }];
}

/** True for the agents that the rule's parameter `agents` names. */
export function isAgent({ kind, metadata }: PodTemplate, settings: Settings): boolean {
  return kind === "DaemonSet" && metadata?.isKnown("name") === true && settings.strings("agents").includes(metadata.string("name") ?? "");
}
