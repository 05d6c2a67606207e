import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { kmsKey, secret } from "./references.ts";
import { byName } from "./reference-kinds.ts";

const repository = byName({ types: ["aws:ecr/repository:Repository"], code: "RepositoryNotFoundException", message: "The repository with name '{value}' does not exist in the registry with id '123456789012'" });

export const ecrModels: ResourceModels = {
  "aws:ecr/repository:Repository": {
    naming: { input: "name", maxLength: 256, lowercase: true },
    replaceOn: ["name", "encryptionConfigurations"],
    defaults: { imageTagMutability: "MUTABLE" },
    defaultsInside: { encryptionConfigurations: { encryptionType: "AES256" } },
    id: "{name}",
    arn: "arn:aws:ecr:{region}:{account}:repository/{id}",
    duplicateCode: "RepositoryAlreadyExistsException",
    outputs: ({ id, region }) => ({ registryId: "123456789012", repositoryUrl: `123456789012.dkr.ecr.${region}.amazonaws.com/${id}` }),
    references: { "encryptionConfigurations.kmsKey": inWordsOf(kmsKey, "KmsException", "The KMS key {value} does not exist") },
    // Images are pushed from outside, so that a repository is always empty here.
  },
  "aws:ecr/repositoryPolicy:RepositoryPolicy": { replaceOn: ["repository"], id: "{repository}", references: { repository }, documents: { policy: "InvalidParameterException" } },
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": { replaceOn: ["repository", "policy"], id: "{repository}", references: { repository } },
  "aws:ecr/registryPolicy:RegistryPolicy": { replaceOn: [], id: "{account}", documents: { policy: "InvalidParameterException" } },
  "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": { replaceOn: [], id: "{account}" },
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": { replaceOn: [], id: "{account}" },
  "aws:ecr/pullThroughCacheRule:PullThroughCacheRule": {
    replaceOn: ["ecrRepositoryPrefix", "upstreamRegistryUrl", "upstreamRepositoryPrefix"],
    id: "{ecrRepositoryPrefix}",
    duplicateCode: "PullThroughCacheRuleAlreadyExistsException",
    references: { credentialArn: inWordsOf(secret, "SecretNotFoundException", "The ARN of the secret {value} was not found") },
  },
};
