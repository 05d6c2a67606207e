import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { byName } from "./reference-kinds.ts";
import { kmsKey, role, securityGroup, subnet } from "./references.ts";

const ARN = "arn:aws:sagemaker:{region}:{account}";
const INVALID = "ValidationException";
const model = byName({ types: ["aws:sagemaker/model:Model"], code: INVALID, message: 'Could not find model "{value}".' });
const executionRole = inWordsOf(role, INVALID, "Could not assume role {value}. Please ensure that the role exists");
const key = inWordsOf(kmsKey, INVALID, "The KMS key {value} does not exist");

export const sagemakerModels: ResourceModels = {
  "aws:sagemaker/model:Model": {
    naming: { input: "name", maxLength: 63 },
    replaceOn: ["containers", "enableNetworkIsolation", "executionRoleArn", "inferenceExecutionConfig", "name", "primaryContainer", "vpcConfig"],
    id: "{name}",
    arn: `${ARN}:model/{id}`,
    duplicateCode: INVALID,
    references: { executionRoleArn: executionRole },
  },
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": {
    naming: { input: "name", maxLength: 63 },
    replaceOn: ["asyncInferenceConfig", "dataCaptureConfig", "executionRoleArn", "kmsKeyArn", "name", "namePrefix", "productionVariants", "shadowProductionVariants"],
    id: "{name}",
    arn: `${ARN}:endpoint-config/{id}`,
    duplicateCode: INVALID,
    references: { kmsKeyArn: key, "productionVariants.modelName": model },
  },
  "aws:sagemaker/notebookInstance:NotebookInstance": {
    naming: { input: "name", maxLength: 63 },
    replaceOn: ["directInternetAccess", "kmsKeyId", "name", "securityGroups", "subnetId"],
    defaults: { directInternetAccess: "Enabled", rootAccess: "Enabled", volumeSize: 5 },
    id: "{name}",
    arn: `${ARN}:notebook-instance/{id}`,
    duplicateCode: INVALID,
    outputs: ({ hex, id, inputs, region }) => ({
      networkInterfaceId: inputs["subnetId"] === undefined ? "" : `eni-${hex(17, "eni")}`, platformIdentifier: "notebook-al2-v3", url: `${id}.notebook.${region}.sagemaker.aws`,
    }),
    references: { kmsKeyId: key, roleArn: executionRole, subnetId: inWordsOf(subnet, INVALID), securityGroups: inWordsOf(securityGroup, INVALID) },
  },
};
