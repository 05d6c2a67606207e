import { inWordsOf, loosely, textsAt } from "../references.ts";
import { CloudError } from "../cloud-error.ts";
import type { OutputContext, ResourceContext, ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { eksCluster, kmsKey, launchTemplate, launchTemplateName, role, securityGroup, subnet } from "./references.ts";
import { byName } from "./reference-kinds.ts";
import { isProperties, type Properties, textOf } from "../wire.ts";

const ARN = "arn:aws:eks:{region}:{account}";
const INVALID = "InvalidParameterException";
const cluster = { ...eksCluster, holds: { code: "ResourceInUseException", message: "Cluster has nodegroups or Fargate profiles attached: {value}" } };
const looseCluster = loosely(eksCluster);
const eksRole = inWordsOf(loosely(role), INVALID, "Role with arn: {value}, could not be assumed because it does not exist or the trusted entity is not correct");
const eksSubnet = inWordsOf(subnet, INVALID, "The subnet ID '{value}' does not exist");
const eksGroup = inWordsOf(securityGroup, INVALID, "The security group '{value}' does not exist");
const accessEntry = byName({ types: [], code: "ResourceNotFoundException", message: "The specified principalArn could not be found. You can view your available access entries with 'list-access-entries': {value}" });

/** Add-ons of which some part is a Deployment; the others run on each node there is. */
const NEEDS_A_NODE: ReadonlySet<string> = new Set(["adot", "amazon-cloudwatch-observability", "aws-ebs-csi-driver", "aws-efs-csi-driver", "coredns", "metrics-server", "snapshot-controller"]);

export const eksModels: ResourceModels = {
  "aws:eks/cluster:Cluster": {
    naming: { input: "name", maxLength: 100 },
    replaceOn: ["name", "roleArn", "bootstrapSelfManagedAddons", "accessConfig.bootstrapClusterCreatorAdminPermissions", "kubernetesNetworkConfig.ipFamily", "kubernetesNetworkConfig.serviceIpv4Cidr", "outpostConfig"],
    // AWS encrypts secrets once and for all: taking the key away means another cluster.
    replaceWhenRemoved: ["encryptionConfig"],
    defaults: { bootstrapSelfManagedAddons: true },
    defaultsInside: { vpcConfig: { endpointPrivateAccess: false, endpointPublicAccess: true }, accessConfig: { bootstrapClusterCreatorAdminPermissions: true } },
    id: "{name}",
    arn: `${ARN}:cluster/{id}`,
    duplicateCode: "ResourceInUseException",
    computedInside: { vpcConfig: ["clusterSecurityGroupId", "vpcId"] },
    outputs: (context) => clusterOutputs(context),
    references: { roleArn: eksRole, "vpcConfig.subnetIds": eksSubnet, "vpcConfig.securityGroupIds": eksGroup,
      "encryptionConfig.provider.keyArn": inWordsOf(kmsKey, INVALID, "The keyArn in encryptionConfig provider is invalid: {value}") },
    deleteRefusal: ({ inputs }) => (inputs["deletionProtection"] === true
      ? { code: "InvalidRequestException", message: "Cluster cannot be deleted while deletion protection is enabled. Disable deletion protection and try again." } : undefined),
  },
  "aws:eks/nodeGroup:NodeGroup": {
    naming: { input: "nodeGroupName", maxLength: 63 },
    replaceOn: ["amiType", "capacityType", "clusterName", "diskSize", "instanceTypes", "launchTemplate.id", "launchTemplate.name", "nodeGroupName", "nodeGroupNamePrefix", "nodeRoleArn", "remoteAccess", "subnetIds"],
    id: "{clusterName}:{nodeGroupName}",
    arn: `${ARN}:nodegroup/{clusterName}/{nodeGroupName}/{uuid}`,
    duplicateCode: "ResourceInUseException",
    outputs: ({ hex, inputs, inventory, region }) => ({
      status: "ACTIVE",
      amiType: "AL2023_x86_64_STANDARD",
      capacityType: "ON_DEMAND",
      diskSize: inputs["launchTemplate"] === undefined ? 20 : 0,
      instanceTypes: inputs["launchTemplate"] === undefined ? ["t3.medium"] : [],
      releaseVersion: "",
      version: inventory.find("aws:eks/cluster:Cluster", region, textOf(inputs["clusterName"]))?.inputs["version"] ?? "",
      resources: [{ autoscalingGroups: [{ name: `eks-${textOf(inputs["nodeGroupName"])}-${hex(8, "asg")}` }], remoteAccessSecurityGroupId: "" }],
    }),
    references: { clusterName: cluster, nodeRoleArn: eksRole, subnetIds: eksSubnet, "launchTemplate.id": launchTemplate, "launchTemplate.name": launchTemplateName },
    validate: ({ inputs }) => {
      const { minSize: least = 0, maxSize: most = 0, desiredSize: wanted = 0 } = numbersOf(inputs["scalingConfig"]);
      if (least > wanted) {
        throw new CloudError(INVALID, `Minimum capacity ${String(least)} can't be greater than desired size ${String(wanted)}`);
      }
      if (wanted > most) {
        throw new CloudError(INVALID, `desired capacity ${String(wanted)} can't be greater than max size ${String(most)}`);
      }
    },
  },
  "aws:eks/fargateProfile:FargateProfile": {
    naming: { input: "fargateProfileName", maxLength: 63 },
    replaceOn: ["clusterName", "fargateProfileName", "podExecutionRoleArn", "selectors", "subnetIds"],
    id: "{clusterName}:{fargateProfileName}",
    arn: `${ARN}:fargateprofile/{clusterName}/{fargateProfileName}/{uuid}`,
    duplicateCode: "ResourceInUseException",
    outputs: () => ({ status: "ACTIVE" }),
    references: { clusterName: cluster, podExecutionRoleArn: eksRole, subnetIds: eksSubnet },
  },
  "aws:eks/addon:Addon": {
    replaceOn: ["addonName", "clusterName", "namespaceConfig"],
    id: "{clusterName}:{addonName}",
    arn: `${ARN}:addon/{clusterName}/{addonName}/{uuid}`,
    duplicateCode: "ResourceInUseException",
    outputs: ({ createdAt, now }) => ({ createdAt: createdAt.toISOString(), modifiedAt: now.toISOString(), configurationValues: "", addonVersion: "v1.0.0-eksbuild.1" }),
    changedByUpdate: ["modifiedAt"],
    references: { clusterName: looseCluster, serviceAccountRoleArn: eksRole, "podIdentityAssociations.roleArn": eksRole },
    // The provider waits until the add-on is active; one that runs on some node never is while there is none.
    validate: (context) => {
      if (NEEDS_A_NODE.has(textOf(context.inputs["addonName"])) && !hasNodes(context)) {
        throw new CloudError("InsufficientNumberOfReplicas", "The add-on is unhealthy because it doesn't have the desired number of replicas. timeout while waiting for state to become 'ACTIVE' (last state: 'DEGRADED', timeout: 20m0s)");
      }
    },
  },
  "aws:eks/accessEntry:AccessEntry": {
    replaceOn: ["clusterName", "principalArn", "type"],
    defaults: { type: "STANDARD" },
    id: "{clusterName}:{principalArn}",
    duplicateCode: "ResourceInUseException",
    outputs: (context) => ({
      accessEntryArn: `arn:aws:eks:${context.region}:123456789012:access-entry/${textOf(context.inputs["clusterName"])}/role/123456789012/${lastOf(context.inputs["principalArn"])}/${uuid(context)}`,
      createdAt: context.createdAt.toISOString(), modifiedAt: context.now.toISOString(), kubernetesGroups: [], userName: textOf(context.inputs["principalArn"]),
    }),
    changedByUpdate: ["modifiedAt"],
    references: { clusterName: looseCluster, principalArn: inWordsOf(loosely(role), INVALID, "The specified principalArn is invalid: invalid principal {value}") },
  },
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": {
    replaceOn: ["accessScope", "clusterName", "policyArn", "principalArn"],
    id: "{clusterName}#{principalArn}#{policyArn}",
    outputs: ({ createdAt, now }) => ({ associatedAt: createdAt.toISOString(), modifiedAt: now.toISOString() }),
    references: {
      clusterName: looseCluster,
      principalArn: {
        ...accessEntry,
        find: (value, { region, inventory }) => inventory.ofType("aws:eks/accessEntry:AccessEntry").find((found) => found.region === region && found.inputs["principalArn"] === value),
      },
    },
  },
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": {
    replaceOn: ["clusterName", "namespace", "serviceAccount"],
    id: "a-{hex:17}",
    duplicateCode: "ResourceInUseException",
    uniqueBy: ["clusterName", "namespace", "serviceAccount"],
    outputs: ({ id, inputs, region, hex }) => ({ associationId: id, associationArn: `arn:aws:eks:${region}:123456789012:podidentityassociation/${textOf(inputs["clusterName"])}/${id}`,
      externalId: inputs["targetRoleArn"] === undefined ? "" : hex(32, "external"), disableSessionTags: false }),
    references: { clusterName: looseCluster, roleArn: eksRole },
  },
  "aws:eks/identityProviderConfig:IdentityProviderConfig": {
    replaceOn: ["clusterName", "oidc"],
    id: ({ inputs }) => `${textOf(inputs["clusterName"])}:${configName(inputs)}`,
    arn: `${ARN}:identityproviderconfig/{clusterName}/oidc/{uuid}`,
    duplicateCode: "ResourceInUseException",
    outputs: ({ inputs }) => ({ status: "ACTIVE", identityProviderConfigName: configName(inputs) }),
    references: { clusterName: looseCluster },
  },
};

function clusterOutputs(context: OutputContext): ReturnType<NonNullable<ResourceModels[string]["outputs"]>> {
  const { createdAt, hex, id, inputs, inventory, region } = context;
  const endpoint = `${hex(32, "endpoint").toUpperCase()}.gr7.${region}.eks.amazonaws.com`;
  const [first = ""] = textsAt(inputs, "vpcConfig.subnetIds");
  return {
    endpoint: `https://${endpoint}`,
    clusterId: "",
    status: "ACTIVE",
    platformVersion: "eks.1",
    createdAt: createdAt.toISOString(),
    version: "1.34",
    deletionProtection: false,
    certificateAuthority: { data: Buffer.from(`sandbox certificate authority of ${id}`).toString("base64") },
    identities: [{ oidcs: [{ issuer: `https://oidc.eks.${region}.amazonaws.com/id/${hex(32, "issuer").toUpperCase()}` }] }],
    vpcConfig: {
      clusterSecurityGroupId: `sg-${hex(17, "sg")}`,
      vpcId: inventory.find("aws:ec2/subnet:Subnet", region, first)?.inputs["vpcId"] ?? "",
    },
    accessConfig: { authenticationMode: "CONFIG_MAP" },
    kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "172.20.0.0/16" },
    upgradePolicy: { supportType: "EXTENDED" },
  };
}

/** True when the cluster has a node, or runs pods without one. */
function hasNodes({ inputs, inventory, region }: ResourceContext): boolean {
  const here = (type: string) => inventory.ofType(type).filter((found) => found.region === region && found.inputs["clusterName"] === inputs["clusterName"]);
  return here("aws:eks/fargateProfile:FargateProfile").length > 0 || here("aws:eks/nodeGroup:NodeGroup").some((group) => (numbersOf(group.inputs["scalingConfig"])["desiredSize"] ?? 0) > 0);
}

function numbersOf(block: Properties[string] | undefined): Readonly<Record<string, number>> {
  return isProperties(block) ? Object.fromEntries(Object.entries(block).flatMap(([key, value]) => typeof value === "number" ? [[key, value]] : [])) : {};
}

function lastOf(arn: Properties[string] | undefined): string {
  return textOf(arn).split("/").at(-1) ?? "";
}

function configName(inputs: Properties): string {
  return textsAt(inputs, "oidc.identityProviderConfigName")[0] ?? "";
}
