import { Endpoint } from "@pulumi/aws/dms/endpoint.js";
import { ReplicationInstance } from "@pulumi/aws/dms/replicationInstance.js";
import { FirehoseDeliveryStream } from "@pulumi/aws/kinesis/firehoseDeliveryStream.js";
import { Stream } from "@pulumi/aws/kinesis/stream.js";
import { Broker } from "@pulumi/aws/mq/broker.js";
import { Cluster } from "@pulumi/aws/msk/cluster.js";
import { StateMachine } from "@pulumi/aws/sfn/stateMachine.js";
import { Server } from "@pulumi/aws/transfer/server.js";
import { accountId, key, operational, otherNetwork, privateGroup, privateSubnets, role } from "./account.ts";

/** Streams, migrations and file transfer. */
export function makeStreams(): void {
  // Vital signs in the clear, at rest and on their way.
  new Stream("vitals", { name: "clinic-vitals", shardCount: 1, tags: operational });
  new FirehoseDeliveryStream("vitals-to-bucket", { name: "clinic-vitals", destination: "extended_s3", extendedS3Configuration: { bucketArn: "arn:aws:s3:::clinic-vitals", roleArn: role("firehose") } });
  new Cluster("bus", {
    clusterName: "clinic-bus",
    kafkaVersion: "3.8.x",
    numberOfBrokerNodes: 2,
    brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", clientSubnets: [...privateSubnets], securityGroups: [privateGroup] },
    encryptionInfo: { encryptionAtRestKmsKeyArn: key, encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } },
    tags: operational,
  });

  // Messages and steps of work that leave no log, and steps whose log would hold the patients.
  new Broker("orders", {
    brokerName: "clinic-orders", engineType: "ActiveMQ", engineVersion: "5.18", hostInstanceType: "mq.m5.large", securityGroups: [privateGroup], subnetIds: [privateSubnets[0]],
    encryptionOptions: { kmsKeyId: key, useAwsOwnedKey: false }, autoMinorVersionUpgrade: true,
  });
  new StateMachine("admission", {
    name: "clinic-admission", roleArn: role("states"), encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key },
    definition: JSON.stringify({ StartAt: "Admit", States: { Admit: { Type: "Pass", End: true } } }), loggingConfiguration: { level: "ERROR", includeExecutionData: true, logDestination: `arn:aws:logs:us-east-1:${accountId}:log-group:/clinic/admission:*` },
  });

  // A migration over the internet without TLS, and files by FTP.
  new ReplicationInstance("move", { replicationInstanceId: "clinic-move", replicationInstanceClass: "dms.t3.medium", kmsKeyArn: key });
  new Endpoint("old-records", { endpointId: "clinic-old-records", endpointType: "source", engineName: "postgres", serverName: "records.clinic.example.com", port: 5432, databaseName: "records", secretsManagerArn: "clinic-old-records", secretsManagerAccessRoleArn: role("dms") });
  new Server("insurers", { protocols: ["FTP"], endpointType: "VPC", identityProviderType: "API_GATEWAY", endpointDetails: { vpcId: otherNetwork, subnetIds: [...privateSubnets] } });

  // Right: vital signs encrypted with a key of ours.
  new Stream("alarms", { name: "clinic-alarms", shardCount: 1, encryptionType: "KMS", kmsKeyId: key, tags: operational });
}
