import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { kmsKey, securityGroup } from "./references.ts";

const key = inWordsOf(kmsKey, "KMSKeyNotAccessibleFault", "The KMS key {value} does not exist or cannot be used");
const REPLICATION_KEY = "aws/dms";

/** Database migration. */
export const dmsModels: ResourceModels = {
  "aws:dms/endpoint:Endpoint": {
    naming: false,
    replaceOn: ["endpointId", "kmsKeyArn"],
    id: "{endpointId}",
    duplicateCode: "ResourceAlreadyExistsFault",
    outputs: ({ hex, region }) => ({
      certificateArn: "", endpointArn: `arn:aws:dms:${region}:123456789012:endpoint:${hex(26).toUpperCase()}`, extraConnectionAttributes: "", sslMode: "none",
      kmsKeyArn: `arn:aws:kms:${region}:123456789012:alias/${REPLICATION_KEY}`,
    }),
    references: { kmsKeyArn: key },
  },
  "aws:dms/replicationInstance:ReplicationInstance": {
    naming: false,
    replaceOn: ["availabilityZone", "dnsNameServers", "kmsKeyArn", "publiclyAccessible", "replicationInstanceId", "replicationSubnetGroupId"],
    id: "{replicationInstanceId}",
    duplicateCode: "ResourceAlreadyExistsFault",
    outputs: ({ hex, region }) => ({
      allocatedStorage: 50, autoMinorVersionUpgrade: true, availabilityZone: `${region}a`, engineVersion: "3.5.4", kmsKeyArn: `arn:aws:kms:${region}:123456789012:alias/${REPLICATION_KEY}`, multiAz: false, networkType: "IPV4",
      publiclyAccessible: true, replicationInstanceArn: `arn:aws:dms:${region}:123456789012:rep:${hex(26).toUpperCase()}`, replicationSubnetGroupId: "default",
    }),
    references: { kmsKeyArn: key, vpcSecurityGroupIds: inWordsOf(securityGroup, "InvalidParameterValueException", "Invalid security group: {value}") },
  },
};
