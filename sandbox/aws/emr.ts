import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { instanceProfile, kmsKey, role, subnet } from "./references.ts";

const INVALID = "ValidationException";

export const emrModels: ResourceModels = {
  "aws:emr/cluster:Cluster": {
    naming: { input: "name", maxLength: 256 },
    replaceOn: ["additionalInfo", "applications", "autoscalingRole", "bootstrapActions", "configurations", "configurationsJson", "coreInstanceFleet", "coreInstanceGroup.instanceType", "customAmiId", "ebsRootVolumeSize",
      "ec2Attributes", "kerberosAttributes", "keepJobFlowAliveWhenNoSteps", "logEncryptionKmsKeyId", "logUri", "masterInstanceFleet", "masterInstanceGroup", "name", "osReleaseLabel", "placementGroupConfigs",
      "releaseLabel", "scaleDownBehavior", "securityConfiguration", "serviceRole", "steps"],
    defaults: { stepConcurrencyLevel: 1, visibleToAllUsers: true },
    id: "j-{HEX:13}",
    arn: "arn:aws:elasticmapreduce:{region}:{account}:cluster/{id}",
    outputs: ({ hex, region }) => ({
      clusterState: "WAITING", keepJobFlowAliveWhenNoSteps: true, masterPublicDns: `ip-10-0-${String(Number.parseInt(hex(2), 16))}-10.${region}.compute.internal`, scaleDownBehavior: "TERMINATE_AT_TASK_COMPLETION",
      terminationProtection: false,
    }),
    references: {
      serviceRole: inWordsOf(role, INVALID, "Invalid service role: {value}"),
      "ec2Attributes.subnetId": inWordsOf(subnet, INVALID, "Subnet {value} does not exist"),
      "ec2Attributes.instanceProfile": inWordsOf(instanceProfile, INVALID, "Invalid InstanceProfile: {value}"),
      logEncryptionKmsKeyId: inWordsOf(kmsKey, INVALID, "The KMS key {value} does not exist"),
    },
    deleteRefusal: ({ id, inputs }) => (inputs["terminationProtection"] === true
      ? { code: INVALID, message: `Could not shut down one or more job flows since they are termination protected: ${id}` } : undefined),
  },
  "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration": {
    replaceOn: [],
    // A setting of the account, one in a region.
    id: () => "emr-block-public-access-configuration",
  },
};
