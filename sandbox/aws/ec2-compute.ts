import { inWordsOf, loosely } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { instanceProfile, launchTemplate, launchTemplateName, securityGroup, subnet } from "./references.ts";

const ARN = "arn:aws:ec2:{region}:{account}";

/** Instances and what they are launched from. A launch template's key and image are looked up by AWS at launch only, so they are not checked here. */
export const ec2ComputeModels: ResourceModels = {
  "aws:ec2/launchTemplate:LaunchTemplate": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name", "namePrefix"],
    id: "lt-{hex:17}",
    uniqueBy: ["name"],
    duplicateCode: "InvalidLaunchTemplateName.AlreadyExistsException",
    arn: `${ARN}:launch-template/{id}`,
    outputs: ({ inputs, previous }) => {
      const latestVersion = Number(previous?.["latestVersion"] ?? 0) + 1;
      return { latestVersion, defaultVersion: inputs["updateDefaultVersion"] === true ? latestVersion : previous?.["defaultVersion"] ?? 1 };
    },
    changedByUpdate: ["latestVersion"],
    references: {
      vpcSecurityGroupIds: loosely(securityGroup),
      "networkInterfaces.securityGroups": loosely(securityGroup),
      "networkInterfaces.subnetId": loosely(subnet),
    },
  },
  "aws:ec2/instance:Instance": {
    replaceOn: ["ami", "associatePublicIpAddress", "availabilityZone", "cpuOptions", "enclaveOptions", "ephemeralBlockDevices", "hibernation", "hostResourceGroupArn", "ipv6Addresses",
      "keyName", "launchTemplate.id", "launchTemplate.name", "networkInterfaces", "placementGroup", "primaryNetworkInterface", "privateIp", "rootBlockDevice.encrypted", "rootBlockDevice.kmsKeyId",
      "securityGroups", "subnetId"],
    defaults: { forceDestroy: false, getPasswordData: false, sourceDestCheck: true, userDataReplaceOnChange: false },
    id: "i-{hex:17}",
    arn: `${ARN}:instance/{id}`,
    outputs: ({ hex }) => ({ instanceState: "running", primaryNetworkInterfaceId: `eni-${hex(17, "eni")}`, publicIp: "", publicDns: "", passwordData: "", outpostArn: "",
      instanceLifecycle: "", spotInstanceRequestId: "" }),
    references: {
      subnetId: subnet,
      vpcSecurityGroupIds: securityGroup,
      iamInstanceProfile: inWordsOf(instanceProfile, "InvalidParameterValue", "Value ({value}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"),
      "launchTemplate.id": launchTemplate,
      "launchTemplate.name": launchTemplateName,
    },
    deleteRefusal: ({ inputs }) => (inputs["disableApiTermination"] === true && inputs["forceDestroy"] !== true
      ? { code: "OperationNotPermitted", message: "The instance may not be terminated. Modify its 'disableApiTermination' instance attribute and try again." } : undefined),
  },
  "aws:ec2/keyPair:KeyPair": {
    naming: { input: "keyName", maxLength: 255 },
    replaceOn: ["keyName", "keyNamePrefix", "publicKey"],
    id: "{keyName}",
    arn: `${ARN}:key-pair/{id}`,
    duplicateCode: "InvalidKeyPair.Duplicate",
  },
};
