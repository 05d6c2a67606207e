import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { isProperties, textOf, type Value } from "../wire.ts";
import { byId } from "./reference-kinds.ts";
import { kmsKey, securityGroup, subnet } from "./references.ts";

const fileSystem = byId(["aws:efs/fileSystem:FileSystem"], { code: "FileSystemNotFound", message: "File system '{value}' does not exist." });

/** EFS and FSx. */
export const fileSystemModels: ResourceModels = {
  "aws:efs/fileSystem:FileSystem": {
    naming: false,
    replaceOn: ["availabilityZoneName", "creationToken", "encrypted", "kmsKeyId", "performanceMode"],
    defaults: { throughputMode: "bursting" },
    id: "fs-{hex:17}",
    arn: "arn:aws:elasticfilesystem:{region}:{account}:file-system/{id}",
    outputs: ({ hex, id, inputs, region }) => ({
      creationToken: `terraform-${hex(26)}`, dnsName: `${id}.efs.${region}.amazonaws.com`, encrypted: false, name: nameAmong(inputs["tagsAll"]), numberOfMountTargets: 0, performanceMode: "generalPurpose",
      availabilityZoneId: "", protection: { replicationOverwrite: "ENABLED" }, sizeInBytes: [{ value: 6144, valueInIa: 0, valueInStandard: 6144 }],
    }),
    references: { kmsKeyId: inWordsOf(kmsKey, "BadRequest", "The KMS key {value} does not exist") },
  },
  "aws:efs/fileSystemPolicy:FileSystemPolicy": {
    replaceOn: ["fileSystemId"],
    id: "{fileSystemId}",
    references: { fileSystemId: fileSystem },
    documents: { policy: "InvalidPolicyException" },
  },
  "aws:efs/backupPolicy:BackupPolicy": { replaceOn: ["fileSystemId"], id: "{fileSystemId}", references: { fileSystemId: fileSystem } },
  "aws:efs/replicationConfiguration:ReplicationConfiguration": {
    replaceOn: ["destination", "sourceFileSystemId"],
    id: "{sourceFileSystemId}",
    duplicateCode: "ReplicationAlreadyExists",
    outputs: ({ createdAt, inputs, region }) => ({
      creationTime: createdAt.toISOString(), originalSourceFileSystemArn: `arn:aws:elasticfilesystem:${region}:123456789012:file-system/${textOf(inputs["sourceFileSystemId"])}`,
      sourceFileSystemArn: `arn:aws:elasticfilesystem:${region}:123456789012:file-system/${textOf(inputs["sourceFileSystemId"])}`, sourceFileSystemRegion: region,
    }),
    computedInside: { destination: ["fileSystemId", "status"] },
    references: { sourceFileSystemId: fileSystem },
  },
  "aws:fsx/lustreFileSystem:LustreFileSystem": {
    naming: false,
    replaceOn: ["backupId", "copyTagsToBackups", "deploymentType", "driveCacheType", "efaEnabled", "exportPath", "fileSystemTypeVersion", "importPath", "importedFileChunkSize", "kmsKeyId", "securityGroupIds", "storageType", "subnetIds"],
    defaults: { copyTagsToBackups: false, dataCompressionType: "NONE", deploymentType: "SCRATCH_1", skipFinalBackup: true, storageType: "SSD" },
    id: "fs-{hex:17}",
    arn: "arn:aws:fsx:{region}:{account}:file-system/{id}",
    outputs: ({ hex, id, inputs, inventory, region }) => ({
      automaticBackupRetentionDays: 0, dnsName: `${id}.fsx.${region}.amazonaws.com`, efaEnabled: false, fileSystemTypeVersion: "2.15", mountName: hex(8, "mount"), networkInterfaceIds: [`eni-${hex(17, "eni")}`],
      vpcId: inventory.find("aws:ec2/subnet:Subnet", region, textOf(inputs["subnetIds"]))?.inputs["vpcId"] ?? "",
    }),
    references: {
      subnetIds: inWordsOf(subnet, "InvalidNetworkSettings", "Invalid subnet: {value}"),
      securityGroupIds: inWordsOf(securityGroup, "InvalidNetworkSettings", "Invalid security group: {value}"),
      kmsKeyId: inWordsOf(kmsKey, "BadRequest", "The KMS key {value} does not exist"),
    },
  },
};

/** EFS shows the tag Name as the file system's name. */
function nameAmong(tags: Value | undefined): string {
  return tags !== undefined && isProperties(tags) ? textOf(tags["Name"]) : "";
}
