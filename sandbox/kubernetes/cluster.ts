import { CloudError } from "../cloud-error.ts";
import type { CloudResource, Inventory } from "../inventory.ts";
import type { ResourceContext } from "../resource-model.ts";
import { isProperties, type Properties, textOf } from "../wire.ts";

/** Namespaces that every cluster has. */
const GIVEN: ReadonlySet<string> = new Set(["default", "kube-node-lease", "kube-public", "kube-system"]);
export const RELEASE = "kubernetes:helm.sh/v3:Release";
const NAMESPACE = "kubernetes:core/v1:Namespace";
const EKS = "aws:eks/cluster:Cluster";

/** `metadata.name` or `metadata.namespace` of an object; empty where it has none. */
export function markOf(inputs: Properties, field: "name" | "namespace"): string {
  return textIn(inputs, "metadata", field);
}

/** The text at a path through objects; empty where there is none. */
export function textIn(inputs: Properties, ...path: readonly string[]): string {
  return textOf(path.slice(0, -1).reduce((block, name) => blockIn(block, name), inputs)[path.at(-1) ?? ""]);
}

/** The object in a field; an empty one where there is none. */
export function blockIn(inputs: Properties, name: string): Properties {
  const block = inputs[name];
  return isProperties(block) ? block : {};
}

/** Objects of one type in the same cluster. */
export function inCluster({ inventory, region }: { readonly inventory: Inventory; readonly region: string }, type: string): readonly CloudResource[] {
  return inventory.ofType(type).filter((object) => object.region === region);
}

/** Charts bring objects that the sandbox does not see: once one is installed, nothing can be said to be missing. */
export function hasReleases(context: ResourceContext): boolean {
  return inCluster(context, RELEASE).length > 0;
}

/** An API server on EKS answers while its cluster exists. Others are taken to exist. */
export function refuseUnreachable({ inventory, region }: ResourceContext): void {
  if (region.endsWith(".eks.amazonaws.com") && !inventory.ofType(EKS).some(({ outputs }) => outputs["endpoint"] === region)) {
    throw new CloudError("Unreachable", `configured Kubernetes cluster is unreachable: unable to load schema information from the API server: Get "${region}/openapi/v2": dial tcp: no such host`);
  }
}

export function refuseMissingNamespace(context: ResourceContext, namespace: string): void {
  const made = inCluster(context, RELEASE).some(({ inputs }) => inputs["createNamespace"] === true && inputs["namespace"] === namespace);
  if (namespace !== "" && !GIVEN.has(namespace) && !made && context.inventory.find(NAMESPACE, context.region, namespace) === undefined) {
    throw new CloudError("NotFound", `namespaces "${namespace}" not found`);
  }
}
