import { closedSetProblems } from "../lib/closed-set.ts";
import type { Problem } from "../lib/problems.ts";

/** What a taint does to pods that do not tolerate it. */
export const TaintEffect = {
  /** No new pod comes. */
  NoSchedule: "NO_SCHEDULE",
  /** No new pod comes, and those that run are evicted. */
  NoExecute: "NO_EXECUTE",
  /** Pods come when there is no other place. */
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
} as const;
export type TaintEffect = (typeof TaintEffect)[keyof typeof TaintEffect];

/** Keeps pods away from a node. */
export interface NodeTaint {
  /** Kubernetes key such as `workload`. */
  readonly key: string;
  /**
   * Kubernetes value, up to 63 characters.
   * @default none
   */
  readonly value?: string;
  readonly effect: TaintEffect;
}

/** True for a taint that a pod must tolerate to run on the node at all. */
export function repels({ effect }: NodeTaint): boolean {
  return effect === TaintEffect.NoSchedule || effect === TaintEffect.NoExecute;
}

/** Checks labels of nodes; EKS keeps its own prefixes and those of Kubernetes to itself. */
export function labelProblems(argument: string, labels: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(labels).flatMap(([key, value]) => [...keyProblems(`${argument}.${key}`, key), ...valueProblems(`${argument}.${key}`, value)]);
}

/** Checks taints, of which EKS takes 50 a group. */
export function taintProblems(argument: string, taints: readonly NodeTaint[]): readonly Problem[] {
  const same = (one: NodeTaint, other: NodeTaint): boolean => one.key === other.key && one.effect === other.effect;
  return [
    ...(taints.length > 50 ? [{ argument, value: `${String(taints.length)} taints`, allowed: "at most 50 taints", change: "Leave some out" }] : []),
    ...taints.flatMap((taint, index) => {
      const place = `${argument}[${String(index)}]`;
      return [
        ...keyProblems(`${place}.key`, taint.key),
        ...valueProblems(`${place}.value`, taint.value ?? ""),
        ...closedSetProblems(`${place}.effect`, taint.effect, TaintEffect),
        ...(taints.findIndex((other) => same(other, taint)) === index ? [] : [{ argument: place, value: taint.key, allowed: "each key once for an effect", change: "Leave the second out" }]),
      ];
    }),
  ];
}

const NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/u;
const PREFIX = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/u;

function keyProblems(argument: string, key: string): readonly Problem[] {
  const parts = key.split("/");
  const [prefix, name] = parts.length === 1 ? ["", key] : [parts[0] ?? "", parts[1] ?? ""];
  if (parts.length > 2 || !NAME.test(name) || (parts.length === 2 && !PREFIX.test(prefix))) {
    return [{ argument, value: key, allowed: "a Kubernetes key: up to 63 letters, digits, ., _ and -, after a DNS name and / if need be", change: "Rename it" }];
  }
  return /(^|\.)(kubernetes\.io|k8s\.io|eks\.amazonaws\.com)$/u.test(prefix) ? [{
    argument, value: key, allowed: "a key outside kubernetes.io, k8s.io and eks.amazonaws.com, which EKS sets itself", change: "Take a prefix of your own, or none",
  }] : [];
}

function valueProblems(argument: string, value: string): readonly Problem[] {
  return value === "" || NAME.test(value) ? [] : [{ argument, value, allowed: "a Kubernetes value: up to 63 letters, digits, ., _ and -", change: "Rename it" }];
}
