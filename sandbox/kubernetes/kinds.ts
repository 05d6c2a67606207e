/** A kind of object, as a type token names it. */
export interface Kind {
  /** Group and version as an object's `apiVersion` has them: `v1`, `apps/v1`. */
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  /** Without the ending of a type that patches: `Deployment`. */
  readonly kind: string;
  /** True for a type that changes fields of an object that somebody else made. */
  readonly patch: boolean;
}

/** Kinds that lie in no namespace. */
const CLUSTER_WIDE: ReadonlySet<string> = new Set([
  "APIService", "CSIDriver", "CSINode", "CertificateSigningRequest", "ClusterCIDR", "ClusterRole", "ClusterRoleBinding", "ClusterTrustBundle", "CustomResourceDefinition", "DeviceClass",
  "DeviceTaintRule", "FlowSchema", "IPAddress", "IngressClass", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration", "Namespace", "Node",
  "PersistentVolume", "PodSecurityPolicy", "PriorityClass", "PriorityLevelConfiguration", "ResourceSlice", "RuntimeClass", "ServiceCIDR", "StorageClass", "StorageVersionMigration",
  "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration", "VolumeAttachment", "VolumeAttributesClass",
]);

/** Groups of the API server itself; any other group with a dot is somebody's custom resources. */
const BUILT_IN = /^(?:[a-z]+|[a-z]+\.(?:authorization\.|apiserver\.)?k8s\.io)$/u;

/** Fields of the spec of a Pod that cannot change once it runs, as the provider knows them. */
const POD_SPEC = [
  "affinity", "automountServiceAccountToken", "dnsConfig", "dnsPolicy", "enableServiceLinks", "hostAliases", "hostIPC", "hostNetwork", "hostPID", "hostname", "imagePullSecrets", "nodeName",
  "nodeSelector", "overhead", "preemptionPolicy", "priority", "priorityClassName", "readinessGates", "restartPolicy", "runtimeClassName", "schedulerName", "securityContext", "serviceAccount",
  "serviceAccountName", "shareProcessNamespace", "subdomain", "terminationGracePeriodSeconds", "volumes",
];
const CONTAINER = [
  "args", "command", "env", "image", "imagePullPolicy", "lifecycle", "livenessProbe", "ports", "readinessProbe", "resources", "securityContext", "stdin", "stdinOnce",
  "terminationMessagePath", "terminationMessagePolicy", "tty", "volumeDevices", "volumeMounts", "workingDir",
];

/** Fields, beyond the name and the namespace, whose change makes the provider replace the object. */
const IMMUTABLE: Readonly<Record<string, readonly string[]>> = {
  ClusterRoleBinding: ["roleRef"],
  ConfigMap: ["binaryData", "data"],
  DaemonSet: ["spec.selector"],
  Deployment: ["spec.selector"],
  Job: ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
  PersistentVolume: ["spec.awsElasticBlockStore", "spec.csi", "spec.hostPath", "spec.local", "spec.nfs"],
  PersistentVolumeClaim: ["spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"],
  Pod: [...POD_SPEC.map((field) => `spec.${field}`), ...["containers", "initContainers"].flatMap((list) => CONTAINER.map((field) => `spec.${list}.${field}`))],
  ResourceQuota: ["spec.scopes"],
  RoleBinding: ["roleRef"],
  Secret: ["data", "stringData", "type"],
  Service: ["spec.clusterIP"],
  StatefulSet: ["spec.podManagementPolicy", "spec.revisionHistoryLimit", "spec.selector", "spec.serviceName", "spec.volumeClaimTemplates"],
  StorageClass: ["parameters", "provisioner"],
};

/** @returns undefined for what is no object: the provider, charts and other components */
export function kindOf(type: string): Kind | undefined {
  const [pkg, path = "", name = ""] = type.split(":");
  const [group = "", version] = path.split("/");
  if (pkg !== "kubernetes" || version === undefined || group === "helm.sh") {
    return undefined;
  }
  const patch = name.endsWith("Patch") && BUILT_IN.test(group);
  return { apiVersion: group === "core" ? version : path, group: group === "core" ? "" : group, kind: patch ? name.slice(0, -"Patch".length) : name, patch };
}

export function isBuiltIn(kind: Kind): boolean {
  return BUILT_IN.test(kind.group === "" ? "core" : kind.group);
}

export function isClusterWide(kind: Kind): boolean {
  return isBuiltIn(kind) && CLUSTER_WIDE.has(kind.kind);
}

/** Inputs whose change replaces an object; a patch of one follows it in place. */
export function replacingInputs(kind: Kind): readonly string[] {
  return ["metadata.name", "metadata.namespace", ...(isBuiltIn(kind) && !kind.patch ? (IMMUTABLE[kind.kind] ?? []) : [])];
}
