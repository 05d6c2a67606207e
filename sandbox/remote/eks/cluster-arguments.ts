import type { Arguments } from "../arguments.ts";
import type { Input, Inputs } from "../output.ts";

export interface AccessPolicy {
  readonly key: string;
  readonly policyArn: Input;
  readonly accessScope: Input;
}

export interface AccessEntry {
  readonly key: string;
  readonly principalArn: Input;
  readonly policies: readonly AccessPolicy[];
}

/** Options the three managed add-ons have in common. */
export interface AddonOptions {
  readonly version: Input;
  readonly resolveConflictsOnCreate: Input;
  readonly resolveConflictsOnUpdate: Input;
}

export interface ClusterArguments {
  readonly vpcId: Input;
  readonly subnetIds: Input;
  readonly name: Input;
  readonly version: Input;
  readonly tags: Input;
  readonly authenticationMode: string;
  readonly endpointPrivateAccess: Input;
  readonly endpointPublicAccess: Input;
  readonly encryptionKeyArn: Input;
  readonly enabledClusterLogTypes: Input;
  readonly deletionProtection: Input;
  readonly serviceIpv4Cidr: Input;
  readonly createOidcProvider: boolean;
  readonly defaultSecurityGroups: boolean;
  readonly serviceRole: Input;
  readonly accessEntries: readonly AccessEntry[];
  readonly givenAccessEntries: Input;
  /** Absent when EKS's own copy of the network plugin stays, or the program installs the add-on itself. */
  readonly vpcCni: (AddonOptions & { readonly enableNetworkPolicy: Input }) | undefined;
  readonly kubeProxy: AddonOptions;
  /** Absent when CoreDNS is not installed as a managed add-on. */
  readonly coredns: AddonOptions | undefined;
}

const KNOWN = [
  "accessEntries", "authenticationMode", "corednsAddonOptions", "createOidcProvider", "deletionProtection", "enabledClusterLogTypes",
  "encryptionConfigKeyArn", "endpointPrivateAccess", "endpointPublicAccess", "kubeProxyAddonOptions", "kubernetesServiceIpAddressRange", "name",
  "privateSubnetIds", "proxy", "serviceRole", "skipDefaultNodeGroup", "skipDefaultSecurityGroups", "tags", "useDefaultVpcCni", "version", "vpcCniOptions", "vpcId",
];
const CONFLICTS = ["resolveConflictsOnCreate", "resolveConflictsOnUpdate"];

/** Reads the arguments of `eks.Cluster`; problems are left with `problems`. */
export function readClusterArguments(inputs: Inputs, problems: Arguments): ClusterArguments {
  problems.onlyKnown(inputs, KNOWN);
  problems.mustBe("authenticationMode", inputs["authenticationMode"], "API", "every other mode writes a ConfigMap through the Kubernetes API");
  problems.mustBe("skipDefaultNodeGroup", inputs["skipDefaultNodeGroup"], true, "add node groups with eks.ManagedNodeGroup");
  problems.mustBe("endpointPublicAccess", inputs["endpointPublicAccess"], false, "with a public endpoint the component waits for the cluster to answer over the network");
  if (inputs["serviceRole"] !== undefined) {
    problems.resource("serviceRole", inputs["serviceRole"], "aws.iam.Role");
  }
  for (const required of ["vpcId", "privateSubnetIds"]) {
    if (inputs[required] === undefined) {
      problems.problem(`${required} is not given; the sandbox has no default VPC`);
    }
  }
  const vpcCni = problems.map("vpcCniOptions", inputs["vpcCniOptions"]) ?? {};
  const kubeProxy = problems.map("kubeProxyAddonOptions", inputs["kubeProxyAddonOptions"]) ?? {};
  const coredns = problems.map("corednsAddonOptions", inputs["corednsAddonOptions"]);
  problems.onlyKnown(vpcCni, ["addonVersion", "enableNetworkPolicy", ...CONFLICTS], "vpcCniOptions.");
  problems.onlyKnown(kubeProxy, ["version", ...CONFLICTS], "kubeProxyAddonOptions.");
  problems.onlyKnown(coredns ?? {}, ["enabled", "version", ...CONFLICTS], "corednsAddonOptions.");
  const defaultVpcCni = problems.boolean("useDefaultVpcCni", inputs["useDefaultVpcCni"]) === true;
  const corednsWanted = coredns !== undefined && problems.boolean("corednsAddonOptions.enabled", coredns["enabled"]) === true;
  return {
    vpcId: inputs["vpcId"],
    subnetIds: inputs["privateSubnetIds"],
    name: inputs["name"],
    version: inputs["version"],
    tags: inputs["tags"],
    authenticationMode: "API",
    endpointPrivateAccess: inputs["endpointPrivateAccess"],
    endpointPublicAccess: inputs["endpointPublicAccess"],
    encryptionKeyArn: inputs["encryptionConfigKeyArn"],
    enabledClusterLogTypes: inputs["enabledClusterLogTypes"],
    deletionProtection: inputs["deletionProtection"],
    serviceIpv4Cidr: inputs["kubernetesServiceIpAddressRange"],
    createOidcProvider: problems.boolean("createOidcProvider", inputs["createOidcProvider"]) === true,
    defaultSecurityGroups: problems.boolean("skipDefaultSecurityGroups", inputs["skipDefaultSecurityGroups"]) !== true,
    serviceRole: inputs["serviceRole"],
    accessEntries: readAccessEntries(inputs["accessEntries"], problems),
    givenAccessEntries: inputs["accessEntries"],
    vpcCni: defaultVpcCni ? undefined : { ...addonOptions(vpcCni, "addonVersion"), enableNetworkPolicy: vpcCni["enableNetworkPolicy"] },
    kubeProxy: addonOptions(kubeProxy, "version"),
    coredns: corednsWanted ? addonOptions(coredns, "version") : undefined,
  };
}

function addonOptions(options: Inputs, version: string): AddonOptions {
  return {
    version: options[version],
    resolveConflictsOnCreate: options["resolveConflictsOnCreate"] ?? "OVERWRITE",
    resolveConflictsOnUpdate: options["resolveConflictsOnUpdate"] ?? "OVERWRITE",
  };
}

function readAccessEntries(input: Input, problems: Arguments): readonly AccessEntry[] {
  return Object.entries(problems.map("accessEntries", input) ?? {}).map(([key, given]) => {
    const path = `accessEntries.${key}`;
    const entry = problems.map(path, given) ?? {};
    problems.onlyKnown(entry, ["principalArn", "accessPolicies"], `${path}.`);
    const policies = Object.entries(problems.map(`${path}.accessPolicies`, entry["accessPolicies"]) ?? {}).map(([policyKey, policyInput]) => {
      const policyPath = `${path}.accessPolicies.${policyKey}`;
      const policy = problems.map(policyPath, policyInput) ?? {};
      problems.onlyKnown(policy, ["policyArn", "accessScope"], `${policyPath}.`);
      problems.onlyKnown(problems.map(`${policyPath}.accessScope`, policy["accessScope"]) ?? {}, ["type", "namespaces"], `${policyPath}.accessScope.`);
      return { key: policyKey, policyArn: policy["policyArn"], accessScope: policy["accessScope"] };
    });
    return { key, principalArn: entry["principalArn"], policies };
  });
}
