import { codebuildSourceWithoutCredentials } from "../../../../policypack/rules/codebuild/codebuild-source-without-credentials.ts";
import { testRule } from "../../rule-tester.ts";

testRule(codebuildSourceWithoutCredentials, {
  compliant: [
    {
      props: {
        source: { type: "GITHUB", location: "https://github.com/hospital/records.git", auth: { type: "CODECONNECTIONS", resource: "arn:aws:codeconnections:us-east-1:123456789012:connection/1" } },
        secondarySources: [{ sourceIdentifier: "tools", type: "GITHUB", location: "https://github.com/hospital/tools.git" }],
      },
    },
    { props: { source: { type: "CODEPIPELINE" } } },
    { props: { source: { type: "S3", location: "bucket/https://a@b/source.zip" } } },
    { type: "aws:codebuild/sourceCredential:SourceCredential", props: { authType: "SECRETS_MANAGER", serverType: "GITHUB" } },
    { type: "aws:codebuild/sourceCredential:SourceCredential", props: { authType: "CODECONNECTIONS", serverType: "GITHUB" } },
  ],
  violating: [
    { why: "a token in the URL", props: { source: { type: "GITHUB", location: "https://token@github.com/hospital/records.git" } }, property: "source.location", found: "a URL with credentials" },
    { why: "a token in a plain URL", props: { source: { type: "GITHUB", location: "http://token@git.clinic.example/records.git" } }, property: "source.location", found: "a URL with credentials" },
    {
      why: "a password in the URL of a second source",
      props: { secondarySources: [{ type: "BITBUCKET", location: "https://builder:pa55word@bitbucket.org/hospital/tools.git" }] },
      property: "secondarySources[0].location",
      found: "a URL with credentials",
    },
    { why: "a personal access token", props: { authType: "PERSONAL_ACCESS_TOKEN" }, fixture: { type: "aws:codebuild/sourceCredential:SourceCredential" }, property: "authType", found: "PERSONAL_ACCESS_TOKEN" },
    { why: "a user's password", props: { authType: "BASIC_AUTH" }, fixture: { type: "aws:codebuild/sourceCredential:SourceCredential" }, property: "authType", found: "BASIC_AUTH" },
  ],
  unknown: ["source", "source.location", "secondarySources", "secondarySources[0].location"],
});
