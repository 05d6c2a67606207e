import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";
import { kmsKey, role, securityGroup } from "./references.ts";

/** What carries work from step to step: Step Functions and Amazon MQ. */
export const workflowModels: ResourceModels = {
  "aws:sfn/stateMachine:StateMachine": {
    naming: { input: "name", maxLength: 80 },
    replaceOn: ["name", "namePrefix", "type"],
    defaults: { publish: false, type: "STANDARD" },
    id: "arn:aws:states:{region}:{account}:stateMachine:{name}",
    arn: "{id}",
    duplicateCode: "StateMachineAlreadyExists",
    outputs: ({ createdAt, hex, id, inputs }) => ({
      creationDate: createdAt.toISOString(), description: "", revisionId: hex(32), status: "ACTIVE",
      stateMachineVersionArn: inputs["publish"] === true ? `${id}:1` : "", versionDescription: "",
    }),
    references: { roleArn: inWordsOf(role, "AccessDeniedException", "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role: {value}") },
  },
  "aws:mq/broker:Broker": {
    naming: false,
    replaceOn: ["authenticationStrategy", "brokerName", "deploymentMode", "encryptionOptions", "engineType", "publiclyAccessible", "storageType", "subnetIds"],
    defaults: { applyImmediately: false, authenticationStrategy: "simple", deploymentMode: "SINGLE_INSTANCE", publiclyAccessible: false },
    id: ({ hex }) => `b-${hex(8)}-${hex(4, "b")}-4${hex(3, "c")}-a${hex(3, "d")}-${hex(12, "e")}`,
    arn: "arn:aws:mq:{region}:{account}:broker:{brokerName}:{id}",
    outputs: ({ id, inputs, region }) => {
      const host = `${id}-1.mq.${region}.amazonaws.com`;
      const isRabbit = textOf(inputs["engineType"]).toLowerCase() === "rabbitmq";
      return {
        instances: [{ consoleUrl: `https://${host}:${isRabbit ? "443" : "8162"}`, endpoints: [isRabbit ? `amqps://${host}:5671` : `ssl://${host}:61617`], ipAddress: "10.0.0.10" }],
        pendingDataReplicationMode: "", storageType: isRabbit ? "ebs" : "efs",
      };
    },
    references: {
      "encryptionOptions.kmsKeyId": inWordsOf(kmsKey, "BadRequestException", "The KMS key {value} does not exist or cannot be used"),
      securityGroups: inWordsOf(securityGroup, "BadRequestException", "Security group id [{value}] is invalid"),
    },
  },
};
