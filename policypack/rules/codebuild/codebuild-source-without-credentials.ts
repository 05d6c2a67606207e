import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

const CREDENTIALS = /^https?:\/\/[^/]*@/iu;

export const codebuildSourceWithoutCredentials = defineRule({
  name: "codebuild-source-without-credentials",
  description: "CodeBuild reaches its sources by a connection or a secret, not by a token or password in the program.",
  severity: "critical",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)"],
  controls: ["codebuild-source-oauth"],
  remediation: ['Take user and password out of source.location, and set auth: { type: "CODECONNECTIONS", resource } with the ARN of a connection.'],
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html",
  resources: ["aws:codebuild/project:Project", "aws:codebuild/sourceCredential:SourceCredential"],
  check: ({ type, props }) => {
    if (type === "aws:codebuild/sourceCredential:SourceCredential") {
      return judgeText(props, "authType", { allowed: ["CODECONNECTIONS", "SECRETS_MANAGER"] });
    }
    const sources = ["source", "secondarySources"].flatMap((property) => (props.has(property) ? props.objects(property) : []));
    return sources
      .filter((source) => source.has("location") && CREDENTIALS.test(source.string("location") ?? ""))
      .map((source) => ({ property: source.pathOf("location"), found: "a URL with credentials", required: "a URL without" }));
  },
});
