import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";
import { kmsKey, role } from "./references.ts";

/** What builds and keeps software: CodeBuild and CodeArtifact. */
export const developerToolModels: ResourceModels = {
  "aws:codebuild/project:Project": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name"],
    defaults: { badgeEnabled: false, buildTimeout: 60, projectVisibility: "PRIVATE", queuedTimeout: 480 },
    id: "arn:aws:codebuild:{region}:{account}:project/{name}",
    arn: "{id}",
    duplicateCode: "ResourceAlreadyExistsException",
    outputs: ({ region }) => ({ badgeUrl: "", encryptionKey: `arn:aws:kms:${region}:123456789012:alias/aws/s3`, publicProjectAlias: "" }),
    references: {
      serviceRole: inWordsOf(role, "InvalidInputException", "CodeBuild is not authorized to perform: sts:AssumeRole on service role: {value}"),
      encryptionKey: inWordsOf(kmsKey, "InvalidInputException", "Invalid encryption key: {value}"),
    },
  },
  "aws:codebuild/sourceCredential:SourceCredential": {
    replaceOn: ["authType", "serverType", "token", "userName"],
    id: ({ inputs, region }) => `arn:aws:codebuild:${region}:123456789012:token/${textOf(inputs["serverType"]).toLowerCase()}`,
    arn: "{id}",
    duplicateCode: "ResourceAlreadyExistsException",
  },
  "aws:codeartifact/domain:Domain": {
    replaceOn: ["domain", "encryptionKey"],
    id: "arn:aws:codeartifact:{region}:{account}:domain/{domain}",
    arn: "{id}",
    duplicateCode: "ConflictException",
    outputs: ({ createdAt, region }) => ({
      assetSizeBytes: "0", createdTime: createdAt.toISOString(), encryptionKey: `arn:aws:kms:${region}:123456789012:alias/aws/codeartifact`, owner: "123456789012", repositoryCount: 0,
      s3BucketArn: `arn:aws:s3:::assets-193858265520-${region}`,
    }),
    references: { encryptionKey: inWordsOf(kmsKey, "ValidationException", "The KMS key {value} does not exist") },
  },
};
