import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { byName } from "./reference-kinds.ts";
import { kmsKey, role } from "./references.ts";

const INVALID = "InvalidInputException";
const securityConfiguration = byName({ types: ["aws:glue/securityConfiguration:SecurityConfiguration"], code: "EntityNotFoundException", message: "Security Configuration with name '{value}' is not found." });
const key = inWordsOf(kmsKey, INVALID, "The KMS key {value} does not exist");

/** Jobs of Glue, and how its catalogue is encrypted. */
export const glueJobModels: ResourceModels = {
  "aws:glue/job:Job": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["jobMode", "name"],
    id: "{name}",
    arn: "arn:aws:glue:{region}:{account}:job/{id}",
    duplicateCode: "AlreadyExistsException",
    outputs: () => ({ executionProperty: { maxConcurrentRuns: 1 }, glueVersion: "5.0", jobMode: "SCRIPT", maxCapacity: 10, numberOfWorkers: 10, timeout: 2880, workerType: "G.1X" }),
    references: { roleArn: inWordsOf(role, INVALID, "The role {value} does not exist"), securityConfiguration },
  },
  "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings": {
    replaceOn: ["catalogId"],
    // A setting of the account's catalogue, one in a region.
    id: ({ inputs }) => (typeof inputs["catalogId"] === "string" ? inputs["catalogId"] : "123456789012"),
    outputs: () => ({ catalogId: "123456789012" }),
    references: { "dataCatalogEncryptionSettings.encryptionAtRest.sseAwsKmsKeyId": key, "dataCatalogEncryptionSettings.connectionPasswordEncryption.awsKmsKeyId": key },
  },
};
