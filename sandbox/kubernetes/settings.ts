import { parse } from "yaml";
import type { ProviderSettings } from "../resource-model.ts";
import { isList, isProperties, type Properties, type Value } from "../wire.ts";

/** Stands for the cluster of the kubeconfig that the machine has; the sandbox reads no file outside of the project. */
export const AMBIENT_CLUSTER = "https://ambient.kubeconfig.internal";

/**
 * Reads a Kubernetes provider's configuration. Its objects lie in a cluster as those of the AWS provider lie
 * in a region, so the address of the API server takes the region's place.
 */
export function kubernetesSettings(configuration: Properties): ProviderSettings {
  const kubeconfig = documentIn(configuration["kubeconfig"]);
  const context = named(kubeconfig["contexts"], configuration["context"] ?? kubeconfig["current-context"], "context");
  const cluster = named(kubeconfig["clusters"], configuration["cluster"] ?? context["cluster"], "cluster");
  return {
    region: textOr(cluster["server"], AMBIENT_CLUSTER),
    namespace: textOr(configuration["namespace"], textOr(context["namespace"], "default")),
    defaultTags: {},
    assumeRoleArns: [],
  };
}

/** The kubeconfig as JSON or YAML; a path to one is not followed. */
function documentIn(value: Value | undefined): Properties {
  const document: Value | undefined = typeof value === "string" && value.includes("clusters") ? parse(value) : value;
  return isProperties(document) ? document : {};
}

/** The block of the item of that name in one of a kubeconfig's lists. */
function named(list: Value | undefined, name: Value | undefined, block: string): Properties {
  const item = (isList(list) ? list : []).find((candidate) => isProperties(candidate) && candidate["name"] === name);
  const found = isProperties(item) ? item[block] : undefined;
  return isProperties(found) ? found : {};
}

function textOr(value: Value | undefined, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}
