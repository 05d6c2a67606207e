import { BackupPolicy } from "@pulumi/aws/efs/backupPolicy.js";
import { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import { FileSystemPolicy } from "@pulumi/aws/efs/fileSystemPolicy.js";
import { LustreFileSystem } from "@pulumi/aws/fsx/lustreFileSystem.js";
import { key, openTo, operational, privateSubnets } from "./account.ts";

const tlsOnly = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: { AWS: "*" }, Action: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }],
});

/** Shared files. */
export function makeFileSystems(): void {
  // Files in the clear that nobody backs up and that everybody may change.
  const inbox = new FileSystem("inbox", { tags: operational });
  new FileSystemPolicy("inbox-policy", { fileSystemId: inbox.id, policy: openTo("elasticfilesystem:ClientRootAccess") });
  new LustreFileSystem("imaging", { subnetIds: privateSubnets[0], storageCapacity: 1200, deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 125, kmsKeyId: key, tags: operational });

  // Right: encrypted with a key of ours at rest and by TLS on its way, and backed up by EFS itself.
  const archive = new FileSystem("archive", { encrypted: true, kmsKeyId: key, tags: operational });
  new FileSystemPolicy("archive", { fileSystemId: archive.id, policy: tlsOnly });
  new BackupPolicy("archive", { fileSystemId: archive.id, backupPolicy: { status: "ENABLED" } });
}
