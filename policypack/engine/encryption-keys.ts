import type { Reader } from "./reader.ts";
import type { Finding } from "./rule.ts";

/** Where a type of resource names the key that its data are encrypted with. */
export interface KeySetting {
  /** Dotted paths; a block with a question mark may be left out, and where it is a list each item names a key. */
  readonly key: readonly [string, ...string[]];
  /** A resource with this property takes the key of another one. */
  readonly unless?: string;
}

/** Types that hold data, and whose own rules, if they have any, ask for encryption but not for whose key it is by. */
export const KEY_SETTINGS: Readonly<Record<string, KeySetting>> = {
  "aws:amp/workspace:Workspace": { key: ["kmsKeyArn"] },
  "aws:appflow/flow:Flow": { key: ["kmsArn"] },
  "aws:cloudwatch/eventArchive:EventArchive": { key: ["kmsKeyIdentifier"] },
  "aws:codecommit/repository:Repository": { key: ["kmsKeyId"] },
  "aws:customerprofiles/domain:Domain": { key: ["defaultEncryptionKey"] },
  "aws:dms/replicationInstance:ReplicationInstance": { key: ["kmsKeyArn"] },
  "aws:docdb/cluster:Cluster": { key: ["kmsKeyId"] },
  "aws:docdb/elasticCluster:ElasticCluster": { key: ["kmsKeyId"] },
  "aws:dsql/cluster:Cluster": { key: ["kmsEncryptionKey"] },
  "aws:ebs/volume:Volume": { key: ["kmsKeyId"] },
  "aws:ec2/instance:Instance": { key: ["rootBlockDevice?.kmsKeyId", "ebsBlockDevices?.kmsKeyId"] },
  "aws:ec2/launchTemplate:LaunchTemplate": { key: ["blockDeviceMappings?.ebs?.kmsKeyId"] },
  // A node by itself cannot be encrypted; one of a group is as its group.
  "aws:elasticache/cluster:Cluster": { key: ["replicationGroupId"] },
  "aws:elasticache/replicationGroup:ReplicationGroup": { key: ["kmsKeyId"], unless: "globalReplicationGroupId" },
  "aws:elasticache/serverlessCache:ServerlessCache": { key: ["kmsKeyId"] },
  "aws:elasticsearch/domain:Domain": { key: ["encryptAtRest.kmsKeyId"] },
  "aws:fsx/fileCache:FileCache": { key: ["kmsKeyId"] },
  "aws:fsx/lustreFileSystem:LustreFileSystem": { key: ["kmsKeyId"] },
  "aws:fsx/ontapFileSystem:OntapFileSystem": { key: ["kmsKeyId"] },
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": { key: ["kmsKeyId"] },
  "aws:fsx/windowsFileSystem:WindowsFileSystem": { key: ["kmsKeyId"] },
  "aws:keyspaces/table:Table": { key: ["encryptionSpecification.kmsKeyIdentifier"] },
  "aws:kinesis/stream:Stream": { key: ["kmsKeyId"] },
  "aws:kinesis/videoStream:VideoStream": { key: ["kmsKeyId"] },
  "aws:location/geofenceCollection:GeofenceCollection": { key: ["kmsKeyId"] },
  "aws:location/tracker:Tracker": { key: ["kmsKeyId"] },
  "aws:memorydb/cluster:Cluster": { key: ["kmsKeyArn"] },
  "aws:mq/broker:Broker": { key: ["encryptionOptions.kmsKeyId"] },
  "aws:msk/cluster:Cluster": { key: ["encryptionInfo.encryptionAtRestKmsKeyArn"] },
  "aws:mwaa/environment:Environment": { key: ["kmsKey"] },
  "aws:neptune/cluster:Cluster": { key: ["kmsKeyArn"] },
  "aws:neptunegraph/graph:Graph": { key: ["kmsKeyIdentifier"] },
  "aws:opensearch/domain:Domain": { key: ["encryptAtRest.kmsKeyId"] },
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": { key: ["encryptionConfigurations.kmsKeyArn"] },
  "aws:s3tables/tableBucket:TableBucket": { key: ["encryptionConfiguration.kmsKeyArn"] },
  "aws:sagemaker/domain:Domain": { key: ["kmsKeyId"] },
  "aws:sfn/stateMachine:StateMachine": { key: ["encryptionConfiguration.kmsKeyId"] },
  "aws:storagegateway/nfsFileShare:NfsFileShare": { key: ["kmsKeyArn"] },
  "aws:storagegateway/smbFileShare:SmbFileShare": { key: ["kmsKeyArn"] },
  "aws:timestreamwrite/database:Database": { key: ["kmsKeyId"] },
  "aws:workspaces/workspace:Workspace": { key: ["volumeEncryptionKey"] },
};

/** A finding for each place that names no key, or a key of AWS. A key still to be created counts as named. */
export function missingKeys(props: Reader, path: string): readonly Finding[] {
  const [head = path, ...rest] = path.split(".");
  const name = head.replace("?", "");
  if (rest.length === 0) {
    return missingKey(props, name);
  }
  if (!props.has(name)) {
    return head.endsWith("?") ? [] : [absent(props.pathOf(path.replaceAll("?", "")))];
  }
  return props.objects(name).flatMap((block) => missingKeys(block, rest.join(".")));
}

function missingKey(props: Reader, name: string): readonly Finding[] {
  if (!props.has(name)) {
    return [absent(props.pathOf(name))];
  }
  const key = props.isKnown(name) ? props.string(name) : undefined;
  return key !== undefined && /^$|(?:^|:)alias\/aws\//u.test(key) ? [{ ...absent(props.pathOf(name)), found: key === "" ? "nothing" : key }] : [];
}

function absent(property: string): Finding {
  return { property, found: "nothing, so no key of the customer's", required: "a customer-managed key" };
}
