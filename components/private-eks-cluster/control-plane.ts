import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Cluster } from "@pulumi/eks/cluster.js";
import * as pulumi from "@pulumi/pulumi";
import { classified, DataClassification } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { knowReferences } from "../lib/resource-references.ts";
import { accessEntries, type ClusterAccess } from "./cluster-access.ts";
import type { ManagedRole } from "./cluster-roles.ts";
import { ADDON_VERSIONS, type KubernetesVersion } from "./kubernetes-versions.ts";

export interface ControlPlane {
  readonly deployment: Deployment;
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: readonly pulumi.Input<string>[];
  readonly secretsKeyArn: pulumi.Input<string>;
  readonly version: KubernetesVersion;
  readonly access: readonly ClusterAccess[];
}

/** Where EKS writes the control plane's logs; it makes the group itself, unencrypted and for ever, when there is none. */
export function createLogGroup(
  parent: pulumi.Resource, name: string, deployment: Deployment, keyArn: pulumi.Input<string>, retentionDays: number,
): LogGroup {
  return new LogGroup(`${name}-control-plane`, {
    name: `/aws/eks/${deployment.prefix}/cluster`,
    kmsKeyId: keyArn,
    retentionInDays: retentionDays,
    tags: classified(DataClassification.Audit),
  }, { parent });
}

/** Creates the cluster with its network add-ons, once the role may act and the log group is there. */
export function createControlPlane(parent: pulumi.Resource, name: string, plane: ControlPlane, role: ManagedRole, logGroup: LogGroup): Cluster {
  const { deployment, version } = plane;
  knowReferences("eks");
  const addons = ADDON_VERSIONS[version];
  const ready = pulumi.all([role.ready, logGroup.id]);
  return new Cluster(name, {
    name: deployment.prefix,
    version,
    vpcId: plane.vpcId,
    privateSubnetIds: plane.subnetIds.map((subnetId) => pulumi.all([subnetId, ready]).apply(([id]) => id)),
    endpointPrivateAccess: true,
    endpointPublicAccess: false,
    authenticationMode: "API",
    accessEntries: accessEntries(deployment, plane.access),
    serviceRole: role.role,
    encryptionConfigKeyArn: plane.secretsKeyArn,
    enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
    deletionProtection: true,
    kubernetesServiceIpAddressRange: "172.20.0.0/16",
    skipDefaultNodeGroup: true,
    // The component's own groups let every node and the control plane out to everywhere.
    skipDefaultSecurityGroups: true,
    // Asks the internet for a certificate at each preview; stacks that need IRSA register the issuer themselves.
    createOidcProvider: false,
    vpcCniOptions: { addonVersion: addons.vpcCni, enableNetworkPolicy: true },
    kubeProxyAddonOptions: { version: addons.kubeProxy },
    corednsAddonOptions: { enabled: true, version: addons.coredns },
  }, { parent, transforms: [withoutCreatorRights] });
}

/**
 * Whoever runs the first update would stay administrator of the cluster for ever, and the component
 * ignores changes to that; an old version would be paid for as extended support.
 */
const withoutCreatorRights: pulumi.ResourceTransform = ({ type, props, opts }) => type === "aws:eks/cluster:Cluster"
  ? {
    props: { ...props, accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false }, upgradePolicy: { supportType: "STANDARD" } },
    opts: { ...opts, ignoreChanges: ["bootstrapSelfManagedAddons"] },
  }
  : undefined;
