import { CloudError } from "../cloud-error.ts";
import type { ResourceContext } from "../resource-model.ts";
import { type Properties, sameValue, textOf } from "../wire.ts";
import { blockIn, hasReleases, inCluster, markOf, refuseMissingNamespace, refuseUnreachable, textIn } from "./cluster.ts";
import { isBuiltIn, type Kind } from "./kinds.ts";

const NAME = /^[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?$/u;
/** Names that the API server checks as parts of paths only. */
const FREELY_NAMED: ReadonlySet<string> = new Set(["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);
const SELECTING: ReadonlySet<string> = new Set(["DaemonSet", "Deployment", "StatefulSet"]);
const CRD = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

/** Refuses what the API server would refuse, and what would never become ready. */
export function refuseObject(kind: Kind, context: ResourceContext): void {
  const { inputs } = context;
  refuseUnreachable(context);
  refuseUnknownKind(kind, context);
  refuseMissingNamespace(context, markOf(inputs, "namespace"));
  const name = markOf(inputs, "name");
  if (!FREELY_NAMED.has(kind.kind) && (!NAME.test(name) || name.length > 253)) {
    throw new CloudError("Invalid", `${kind.kind} "${name}" is invalid: metadata.name: Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`);
  }
  if (!isBuiltIn(kind) || kind.patch) {
    return;
  }
  if (SELECTING.has(kind.kind)) {
    refuseStrayTemplate(kind.kind, inputs);
  }
  refuseMissingAccount(kind, context);
}

/** A kind of custom objects exists once its definition is there; charts bring definitions too. */
function refuseUnknownKind(kind: Kind, context: ResourceContext): void {
  const defined = inCluster(context, CRD).some(({ inputs }) => textIn(inputs, "spec", "group") === kind.group && textIn(inputs, "spec", "names", "kind") === kind.kind);
  if (!isBuiltIn(kind) && !defined && !hasReleases(context)) {
    throw new CloudError("NoMatch", `the Kubernetes API server reported that the apiVersion for this resource does not exist. Verify that any required CRDs have been created: no matches for kind "${kind.kind}" in version "${kind.apiVersion}"`);
  }
}

function refuseStrayTemplate(kind: string, inputs: Properties): void {
  const spec = blockIn(inputs, "spec");
  const wanted = blockIn(blockIn(spec, "selector"), "matchLabels");
  const labels = blockIn(blockIn(blockIn(spec, "template"), "metadata"), "labels");
  if (!Object.entries(wanted).every(([name, value]) => sameValue(labels[name], value))) {
    throw new CloudError("Invalid", `${kind} "${markOf(inputs, "name")}" is invalid: spec.template.metadata.labels: Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``);
  }
}

/** Pods of an account that does not exist are not made, so that the provider waits for them in vain. */
function refuseMissingAccount(kind: Kind, context: ResourceContext): void {
  const account = accountOf(kind, context.inputs);
  const namespace = markOf(context.inputs, "namespace");
  const exists = inCluster(context, "kubernetes:core/v1:ServiceAccount").some(({ inputs }) => markOf(inputs, "namespace") === namespace && markOf(inputs, "name") === account);
  if (account !== "" && account !== "default" && !exists && !hasReleases(context)) {
    throw new CloudError("Forbidden", `pods "${markOf(context.inputs, "name")}-" is forbidden: error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`);
  }
}

/** The service account of what runs at once; a CronJob waits for its hour. */
function accountOf({ kind }: Kind, inputs: Properties): string {
  const path = kind === "Pod" ? ["spec"] : ["spec", "template", "spec"];
  const runs = ["DaemonSet", "Deployment", "Job", "Pod", "StatefulSet"].includes(kind);
  const spec = path.reduce((block: Properties, name): Properties => blockIn(block, name), inputs);
  return runs ? textOf(spec["serviceAccountName"]) || textOf(spec["serviceAccount"]) : "";
}
