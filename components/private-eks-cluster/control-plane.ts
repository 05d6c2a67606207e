import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { OpenIdConnectProvider } from "@pulumi/aws/iam/openIdConnectProvider.js";
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
  /** Whether this program installs GuardDuty's agent, so that GuardDuty must not install one of its own. */
  readonly ownGuardDutyAgent: boolean;
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

/** Creates the cluster with its proxy, once the role may act and the log group is there. */
export function createControlPlane(parent: pulumi.Resource, name: string, plane: ControlPlane, role: ManagedRole, logGroup: LogGroup): Cluster {
  const { deployment, version } = plane;
  knowReferences("eks");
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
    // Our own add-on takes its place, once its role is there.
    useDefaultVpcCni: true,
    kubeProxyAddonOptions: { version: ADDON_VERSIONS[version].kubeProxy },
    // The component would wait for CoreDNS before there is a node for it, and nodes wait for the component.
    corednsAddonOptions: { enabled: false },
  }, { parent, transforms: [clusterSettings(plane.ownGuardDutyAgent)] });
}

/**
 * Whoever runs the first update would stay administrator of the cluster for ever, and the component
 * ignores changes to that; an old version would be paid for as extended support. The tag is what
 * GuardDuty looks for before it installs agents by itself.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/managing-gdu-agent-eks-manually.html
 */
function clusterSettings(ownGuardDutyAgent: boolean): pulumi.ResourceTransform {
  return ({ type, props, opts }) => type === "aws:eks/cluster:Cluster"
    ? {
      props: {
        ...props,
        accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
        upgradePolicy: { supportType: "STANDARD" },
        ...(ownGuardDutyAgent ? { tags: pulumi.output(props["tags"]).apply((tags: Record<string, string>) => ({ ...tags, GuardDutyManaged: "false" })) } : {}),
      },
      opts: { ...opts, ignoreChanges: ["bootstrapSelfManagedAddons"] },
    }
    : undefined;
}

/** Lets IAM check tokens of the cluster's service accounts, for workloads that cannot use Pod Identity (S2-19). */
export function createTokenIssuer(parent: pulumi.Resource, name: string, issuer: pulumi.Input<string>): OpenIdConnectProvider {
  return new OpenIdConnectProvider(`${name}-tokens`, { url: pulumi.interpolate`https://${issuer}`, clientIdLists: ["sts.amazonaws.com"] }, { parent });
}
