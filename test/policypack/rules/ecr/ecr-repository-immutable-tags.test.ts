import { ecrRepositoryImmutableTags } from "../../../../policypack/rules/ecr/ecr-repository-immutable-tags.ts";
import { testRule } from "../../rule-tester.ts";

testRule(ecrRepositoryImmutableTags, {
  compliant: [{ props: { imageTagMutability: "IMMUTABLE" } }, { type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", props: { imageTagMutability: "IMMUTABLE" } }],
  violating: [
    { why: "mutable", props: { imageTagMutability: "MUTABLE" }, property: "imageTagMutability", found: "MUTABLE" },
    { why: "as AWS makes it", props: { imageTagMutability: undefined }, property: "imageTagMutability", found: "nothing, so MUTABLE" },
    { why: "but for some tags", props: { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" }, property: "imageTagMutability", found: "IMMUTABLE_WITH_EXCLUSION" },
  ],
  unknown: ["imageTagMutability"],
});
