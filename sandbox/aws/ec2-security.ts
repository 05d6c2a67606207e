import { loosely } from "../references.ts";
import type { ResourceModel, ResourceModels } from "../resource-model.ts";
import { flowLogDestination, kmsKey, prefixList, role, securityGroup, subnet, vpc } from "./references.ts";
import { textOf } from "../wire.ts";

const ARN = "arn:aws:ec2:{region}:{account}";
const RULE: ResourceModel = {
  replaceOn: ["securityGroupId"],
  id: "sgr-{hex:17}",
  arn: `${ARN}:security-group-rule/{id}`,
  outputs: ({ id }) => ({ securityGroupRuleId: id }),
  references: { securityGroupId: loosely(securityGroup), referencedSecurityGroupId: securityGroup, prefixListId: prefixList },
};

/** Security groups, flow logs and the account's settings that guard EC2. */
export const ec2SecurityModels: ResourceModels = {
  "aws:ec2/securityGroup:SecurityGroup": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name", "namePrefix", "description", "vpcId"],
    defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
    defaultsInside: { ingress: { self: false }, egress: { self: false } },
    id: "sg-{hex:17}",
    uniqueBy: ["name", "vpcId"],
    duplicateCode: "InvalidGroup.Duplicate",
    arn: `${ARN}:security-group/{id}`,
    references: { vpcId: vpc, "ingress.securityGroups": loosely(securityGroup), "egress.securityGroups": loosely(securityGroup), "egress.prefixListIds": prefixList },
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    replaceOn: ["vpcId"],
    defaults: { revokeRulesOnDelete: false },
    // Adopts the group that came with the VPC.
    id: ({ inputs, inventory, region, hex }) => textOf(inventory.find("aws:ec2/vpc:Vpc", region, textOf(inputs["vpcId"]))?.outputs["defaultSecurityGroupId"] ?? `sg-${hex(17)}`),
    arn: `${ARN}:security-group/{id}`,
    outputs: () => ({ name: "default", namePrefix: "", description: "default VPC security group" }),
    references: { vpcId: loosely(vpc) },
  },
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    replaceOn: ["type", "protocol", "fromPort", "toPort", "cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroupId", "self", "sourceSecurityGroupId"],
    defaults: { self: false },
    id: "sgrule-{hex:10}",
    references: { securityGroupId: loosely(securityGroup), sourceSecurityGroupId: securityGroup, prefixListIds: prefixList },
    outputs: ({ hex }) => ({ securityGroupRuleId: `sgr-${hex(17, "sgr")}` }),
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": RULE,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": RULE,
  "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation": {
    replaceOn: ["securityGroupId", "vpcId"],
    id: "{securityGroupId},{vpcId}",
    duplicateCode: "InvalidSecurityGroupVpcAssociation",
    outputs: () => ({ state: "associated" }),
    references: { securityGroupId: securityGroup, vpcId: vpc },
  },
  "aws:ec2/managedPrefixList:ManagedPrefixList": {
    replaceOn: ["addressFamily"],
    id: "pl-{hex:17}",
    arn: `${ARN}:prefix-list/{id}`,
    outputs: ({ previous }) => ({ version: Number(previous?.["version"] ?? 0) + 1 }),
    changedByUpdate: ["version"],
  },
  "aws:ec2/flowLog:FlowLog": {
    replaceOn: ["deliverCrossAccountRole", "destinationOptions", "eniId", "iamRoleArn", "logDestination", "logDestinationType", "logFormat", "maxAggregationInterval",
      "regionalNatGatewayId", "subnetId", "tagFieldSpecifications", "trafficType", "transitGatewayAttachmentId", "transitGatewayId", "vpcId"],
    defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
    id: "fl-{hex:17}",
    arn: `${ARN}:vpc-flow-log/{id}`,
    outputs: () => ({ logFormat: "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}" }),
    references: {
      vpcId: loosely(vpc),
      subnetId: loosely(subnet),
      iamRoleArn: { ...role, code: "InvalidParameter", message: "Invalid IAM role: {value}" },
      logDestination: flowLogDestination,
    },
  },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": { replaceOn: [], defaults: { enabled: true }, id: "terraform-{hex:26}" },
  "aws:ebs/defaultKmsKey:DefaultKmsKey": {
    replaceOn: ["keyArn"],
    id: "{keyArn}",
    references: { keyArn: { ...kmsKey, code: "InvalidParameterValue", message: "The KMS key {value} does not exist" } },
  },
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": { replaceOn: [], id: "{region}" },
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": { replaceOn: [], id: "{region}" },
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess": { replaceOn: [], defaults: { enabled: true }, id: "terraform-{hex:26}" },
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": { replaceOn: [], id: "{region}" },
};
