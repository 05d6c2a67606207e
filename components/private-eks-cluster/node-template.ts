import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified, DataClassification } from "../lib/data-classification.ts";

export interface NodeTemplate {
  readonly prefix: string;
  /** Group of the nodes. */
  readonly group: string;
  readonly diskGib: number;
  readonly volumeKeyArn: pulumi.Input<string>;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  /** Tags of what Auto Scaling starts, which the provider's default tags do not reach. */
  readonly tags: Readonly<Record<string, string>>;
}

/** How each node starts: volume under our key, metadata for the node only, no public address, no SSH key. */
export function createNodeTemplate(parent: pulumi.Resource, name: string, { prefix, group, diskGib, volumeKeyArn, securityGroupIds, tags }: NodeTemplate): LaunchTemplate {
  const nodeTags = { ...tags, Name: `${prefix}-${group}` };
  return new LaunchTemplate(`${name}-${group}`, {
    name: `${prefix}-${group}`,
    description: `Nodes of the group ${group}`,
    updateDefaultVersion: true,
    blockDeviceMappings: [{
      deviceName: "/dev/xvda",
      ebs: { encrypted: "true", kmsKeyId: volumeKeyArn, volumeType: "gp3", volumeSize: diskGib, deleteOnTermination: "true" },
    }],
    // With one hop no pod reaches the node's credentials; pods have roles of their own.
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1, instanceMetadataTags: "disabled" },
    networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "false", deleteOnTermination: "true", securityGroups: [...securityGroupIds] }],
    monitoring: { enabled: true },
    tagSpecifications: [
      { resourceType: "instance", tags: nodeTags },
      { resourceType: "volume", tags: classified(DataClassification.Phi, nodeTags) },
      { resourceType: "network-interface", tags: nodeTags },
    ],
    tags: { Name: `${prefix}-${group}` },
  }, { parent });
}
