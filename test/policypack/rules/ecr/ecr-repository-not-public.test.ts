import { ecrRepositoryNotPublic } from "../../../../policypack/rules/ecr/ecr-repository-not-public.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const pull = (change: object) => policyText({ Effect: "Allow", Principal: { AWS: "123456789012" }, Action: "ecr:BatchGetImage", ...change });

testRule(ecrRepositoryNotPublic, {
  compliant: [{ props: { policy: pull({}) } }, { props: { policy: pull({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } } }) } }],
  violating: [
    { why: "anyone", props: { policy: pull({ Principal: "*" }) }, property: "policy.Statement[0].Principal", found: "anyone" },
    {
      why: "repositories yet to come",
      fixture: { type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate" },
      props: { policy: undefined, repositoryPolicy: pull({ Principal: { AWS: "*" } }) },
      property: "repositoryPolicy.Statement[0].Principal",
      found: "anyone",
    },
    { why: "the public gallery", fixture: { type: "aws:ecrpublic/repository:Repository" }, property: "(repository)", found: "a repository that everyone can pull from" },
  ],
  unknown: ["policy"],
});
