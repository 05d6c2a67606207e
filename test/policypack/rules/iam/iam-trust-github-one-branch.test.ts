import { iamTrustGithubOneBranch } from "../../../../policypack/rules/iam/iam-trust-github-one-branch.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const issuer = "token.actions.githubusercontent.com";
const trust = (sub: unknown, operator = "StringEquals", aud = "sts.amazonaws.com", Effect = "Allow") => ({
  assumeRolePolicy: policyText({
    Effect,
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
    Condition: { [operator]: { [`${issuer}:sub`]: sub, [`${issuer}:aud`]: aud } },
  }),
});
const loose = { property: "assumeRolePolicy.Statement[0].Condition", found: "repositories and branches not named exactly" };

testRule(iamTrustGithubOneBranch, {
  compliant: [
    { props: trust("repo:clinic/platform:environment:production") },
    { props: trust(["repo:clinic/platform:ref:refs/heads/main", "repo:clinic@1/platform@2:ref:refs/tags/v1"]) },
    { props: { assumeRolePolicy: policyText({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }) } },
    { props: trust("repo:clinic/*", "StringLike", "sts.amazonaws.com", "Deny") },
  ],
  violating: [
    { why: "any branch", props: trust("repo:clinic/platform:*"), ...loose },
    { why: "any repository", props: trust("repo:clinic/*:ref:refs/heads/main"), ...loose },
    { why: "any branch with a beginning", props: trust("repo:clinic/platform:ref:refs/heads/*"), ...loose },
    { why: "pull requests", props: trust("repo:clinic/platform:pull_request"), ...loose },
    { why: "a pattern", props: trust("repo:clinic/platform:environment:production", "StringLike"), ...loose },
    { why: "one of two", props: trust(["repo:clinic/platform:environment:production", "repo:clinic/platform:*"]), ...loose },
    { why: "a subject with something before it", props: trust("x:repo:clinic/platform:environment:production"), ...loose },
    { why: "a subject with something after it", props: trust("repo:clinic/platform:environment:production:job?"), ...loose },
    {
      why: "another audience",
      props: trust("repo:clinic/platform:environment:production", "StringEquals", "https://github.com/clinic"),
      property: loose.property,
      found: "an audience not named exactly",
    },
  ],
  unknown: ["assumeRolePolicy"],
});
