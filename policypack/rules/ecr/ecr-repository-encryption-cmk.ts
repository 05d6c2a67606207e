import { defineRule } from "../../engine/rule.ts";

export const ecrRepositoryEncryptionCmk = defineRule({
  name: "ecr-repository-encryption-cmk",
  description: "Images are encrypted with a customer-managed key.",
  severity: "low",
  controls: ["ecr-cmk"],
  citations: ["164.312(a)(2)(iv)"],
  remediation: ['Set encryptionConfigurations to [{ encryptionType: "KMS", kmsKey: <ARN> }].'],
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
  resources: ["aws:ecr/repository:Repository", "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"],
  check: ({ props }) => {
    const [encryption] = props.objects("encryptionConfigurations");
    if (encryption === undefined) {
      return [{ property: "encryptionConfigurations", found: "nothing, so keys of S3", required: "KMS with a key" }];
    }
    const type = encryption.string("encryptionType") ?? "AES256";
    if (type !== "KMS" && type !== "KMS_DSSE") {
      return [{ property: encryption.pathOf("encryptionType"), found: type, required: '"KMS"' }];
    }
    return encryption.has("kmsKey") ? [] : [{ property: encryption.pathOf("kmsKey"), found: "nothing, so the key of AWS", required: "the ARN of a customer-managed key" }];
  },
});
