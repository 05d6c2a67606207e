import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const ecrRepositoryImmutableTags = defineRule({
  name: "ecr-repository-immutable-tags",
  description: "A tag, once pushed, always names the same image.",
  severity: "medium",
  controls: ["ecr-immutable-tags"],
  citations: ["164.312(c)(1)"],
  remediation: ['Set imageTagMutability to "IMMUTABLE".'],
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  resources: ["aws:ecr/repository:Repository", "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"],
  check: ({ props }) => judgeText(props, "imageTagMutability", { allowed: ["IMMUTABLE"], absent: "MUTABLE" }),
});
