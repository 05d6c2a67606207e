import type { AddonOptions } from "./cluster-arguments.ts";
import { combine, type Input, Output } from "../output.ts";
import type { Registered, Registrar } from "../registrar.ts";

/** Registers a managed add-on; without a pinned version AWS is asked for the newest. */
export async function registerAddon(
  registrar: Registrar, parent: string, name: string, addonName: string, cluster: Registered, options: AddonOptions, tags: Input, configurationValues?: Input,
): Promise<Registered> {
  const addonVersion = options.version ?? await registrar.invoke("aws:eks/getAddonVersion:getAddonVersion", {
    addonName, mostRecent: true,
    // The lookup waits for what its arguments come from, though the version itself is known.
    kubernetesVersion: cluster.id.known ? cluster.output("version") : cluster.id,
  }, "version");
  return await registrar.resource({ type: "aws:eks/addon:Addon", name, parent, inputs: {
    addonName,
    addonVersion,
    clusterName: cluster.output("name"),
    configurationValues,
    preserve: true,
    resolveConflictsOnCreate: options.resolveConflictsOnCreate,
    resolveConflictsOnUpdate: options.resolveConflictsOnUpdate,
    tags,
  } });
}

/** @returns the URN of the component around the network add-on */
export async function registerVpcCni(
  registrar: Registrar, parent: string, name: string, cluster: Registered, options: AddonOptions & { readonly enableNetworkPolicy: Input; readonly tags: Input },
  accessEntries: readonly Registered[], kubernetes: Registered,
): Promise<string> {
  const component = await registrar.component({
    type: "eks:index:VpcCniAddon", name, parent, dependsOn: accessEntries.map(({ urn }) => urn), providers: { kubernetes: kubernetes.providerReference() },
  });
  const addon = await registerAddon(registrar, component, name, "vpc-cni", cluster, options, options.tags, vpcCniConfiguration(options.enableNetworkPolicy));
  await registrar.registerOutputs(component, { addon: new Output(addon.reference(), [addon.urn]) });
  return component;
}

/** The component's defaults as JSON with sorted keys; the switch goes in as text. */
function vpcCniConfiguration(enableNetworkPolicy: Input): Input {
  const defaults = {
    env: {
      AWS_VPC_ENI_MTU: "9001",
      AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "false",
      AWS_VPC_K8S_CNI_EXTERNALSNAT: "false",
      AWS_VPC_K8S_CNI_LOGLEVEL: "DEBUG",
      AWS_VPC_K8S_CNI_LOG_FILE: "/host/var/log/aws-routed-eni/ipamd.log",
      AWS_VPC_K8S_CNI_VETHPREFIX: "eni",
      AWS_VPC_K8S_PLUGIN_LOG_FILE: "/var/log/aws-routed-eni/plugin.log",
      AWS_VPC_K8S_PLUGIN_LOG_LEVEL: "DEBUG",
      ENABLE_POD_ENI: "false",
      WARM_ENI_TARGET: "1",
    },
    init: { env: { DISABLE_TCP_EARLY_DEMUX: "false" } },
  };
  return enableNetworkPolicy === undefined
    ? JSON.stringify(defaults)
    : combine({ enabled: enableNetworkPolicy }, ({ enabled }) => JSON.stringify({ enableNetworkPolicy: enabled === true ? "true" : "false", ...defaults }));
}
