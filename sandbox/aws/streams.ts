import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { isProperties, textOf } from "../wire.ts";
import { byArn } from "./reference-kinds.ts";
import { bucketAnywhere, kmsKey, logGroup, role, securityGroup, subnet } from "./references.ts";

const INVALID = "InvalidArgumentException";
const stream = byArn(["aws:kinesis/stream:Stream"], { code: "ResourceNotFoundException", message: "Stream {value} under account 123456789012 not found." });

/** Kinesis streams, Firehose and Kafka. */
export const streamModels: ResourceModels = {
  "aws:kinesis/stream:Stream": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name"],
    defaults: { encryptionType: "NONE", enforceConsumerDeletion: false, retentionPeriod: 24 },
    id: "arn:aws:kinesis:{region}:{account}:stream/{name}",
    arn: "{id}",
    duplicateCode: "ResourceInUseException",
    outputs: ({ inputs }) => ({ maxRecordSizeInKib: 1024, streamModeDetails: { streamMode: inputs["shardCount"] === undefined ? "ON_DEMAND" : "PROVISIONED" } }),
    references: { kmsKeyId: inWordsOf(kmsKey, "KMSNotFoundException", "The KMS key {value} does not exist") },
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["destination", "kinesisSourceConfiguration", "mskSourceConfiguration", "name"],
    id: "arn:aws:firehose:{region}:{account}:deliverystream/{name}",
    arn: "{id}",
    duplicateCode: "ResourceInUseException",
    outputs: ({ previous }) => ({ destinationId: "destinationId-000000000001", versionId: String(Number(previous?.["versionId"] ?? 0) + 1) }),
    changedByUpdate: ["versionId"],
    references: {
      "kinesisSourceConfiguration.kinesisStreamArn": stream,
      "extendedS3Configuration.bucketArn": inWordsOf(bucketAnywhere, INVALID, "The bucket {value} does not exist"),
      "extendedS3Configuration.roleArn": inWordsOf(role, INVALID, "Firehose is unable to assume role {value}. Please check the role provided."),
      "serverSideEncryption.keyArn": inWordsOf(kmsKey, "InvalidKMSResourceException", "The KMS key {value} does not exist"),
    },
  },
  "aws:msk/cluster:Cluster": {
    naming: { input: "clusterName", maxLength: 64 },
    replaceOn: ["brokerNodeGroupInfo.azDistribution", "brokerNodeGroupInfo.clientSubnets", "brokerNodeGroupInfo.securityGroups", "clusterName", "encryptionInfo.encryptionAtRestKmsKeyArn", "encryptionInfo.encryptionInTransit.inCluster"],
    defaults: { enhancedMonitoring: "DEFAULT" },
    id: (context) => `arn:aws:kafka:${context.region}:123456789012:cluster/${textOf(context.inputs["clusterName"])}/${uuid(context)}-1`,
    arn: "{id}",
    duplicateCode: "ConflictException",
    uniqueBy: ["clusterName"],
    outputs: ({ hex, id, inputs, region }) => {
      const brokers = (port: number): string => [1, 2, 3].slice(0, Number(inputs["numberOfBrokerNodes"])).map((broker) => `b-${String(broker)}.${hex(12)}.kafka.${region}.amazonaws.com:${String(port)}`).join(",");
      const info = inputs["encryptionInfo"];
      const transit = isProperties(info) ? info["encryptionInTransit"] : undefined;
      const client = isProperties(transit) ? transit["clientBroker"] ?? "TLS" : "TLS";
      return {
        bootstrapBrokers: client === "TLS" ? "" : brokers(9092), bootstrapBrokersTls: client === "PLAINTEXT" ? "" : brokers(9094), clusterUuid: id.split("/").at(-1) ?? "", currentVersion: `K${hex(12, "version").toUpperCase()}`,
        storageMode: "LOCAL", zookeeperConnectString: "", zookeeperConnectStringTls: "",
      };
    },
    changedByUpdate: ["currentVersion"],
    references: {
      "brokerNodeGroupInfo.clientSubnets": inWordsOf(subnet, "BadRequestException"),
      "brokerNodeGroupInfo.securityGroups": inWordsOf(securityGroup, "BadRequestException"),
      "encryptionInfo.encryptionAtRestKmsKeyArn": inWordsOf(kmsKey, "BadRequestException", "The KMS key {value} does not exist"),
      "loggingInfo.brokerLogs.cloudwatchLogs.logGroup": inWordsOf(logGroup, "BadRequestException"),
    },
  },
};
