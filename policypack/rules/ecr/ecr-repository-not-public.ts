import { isPublic } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const ecrRepositoryNotPublic = defineRule({
  name: "ecr-repository-not-public",
  description: "Images are for named accounts and roles: no policy opens a repository or registry to anyone, and none is in the public gallery.",
  severity: "high",
  controls: ["ecr-not-public"],
  citations: ["164.312(a)(1)"],
  remediation: ['Name the accounts or roles in Principal, or hold "*" with StringEquals on aws:PrincipalOrgID.'],
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  resources: [
    "aws:ecr/repositoryPolicy:RepositoryPolicy",
    "aws:ecr/registryPolicy:RegistryPolicy",
    "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    "aws:ecrpublic/repository:Repository",
  ],
  check: ({ type, props }) => {
    if (type === "aws:ecrpublic/repository:Repository") {
      return [{ property: "(repository)", found: "a repository that everyone can pull from", required: "an aws.ecr.Repository" }];
    }
    return judgeStatements(props, type === "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate" ? "repositoryPolicy" : "policy", (statement, path) =>
      isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named accounts or roles" }] : [],
    );
  },
});
