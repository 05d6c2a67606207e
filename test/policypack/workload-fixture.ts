type Props = Readonly<Record<string, unknown>>;

/** Inputs of a pod with one container. */
export function pod(container: Props, spec: Props = {}): Props {
  return { metadata: { name: "records", namespace: "records" }, spec: { ...spec, containers: [{ name: "api", ...container }] } };
}

/** Inputs of a Deployment, StatefulSet, ReplicaSet or Job of such pods. */
export function deployment(container: Props, spec: Props = {}): Props {
  return { metadata: { name: "records", namespace: "records" }, spec: { template: { spec: { ...spec, containers: [{ name: "api", ...container }] } } } };
}

/** Inputs of a DaemonSet of the name. */
export function daemonSet(name: string, container: Props, spec: Props = {}): Props {
  return { ...deployment(container, spec), metadata: { name, namespace: "logging" } };
}
