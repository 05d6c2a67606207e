import { credentialIn, namesCredential, pointsElsewhere } from "../../engine/credentials.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineRule } from "../../engine/rule.ts";

/** What the variable holds in plain text, if a credential. A value still unknown counts as one where the name says so. */
function plainCredential(variable: Reader): string | undefined {
  const name = variable.string("name") ?? "";
  if ((variable.has("type") ? (variable.string("type") ?? "PLAINTEXT") : "PLAINTEXT") !== "PLAINTEXT") {
    return undefined;
  }
  const value = variable.isKnown("value") ? variable.string("value") : undefined;
  if (namesCredential(name) && (value === undefined || !pointsElsewhere(value))) {
    return name;
  }
  return value === undefined ? undefined : credentialIn(value);
}

export const codebuildNoCredentialsInEnvironment = defineRule({
  name: "codebuild-no-credentials-in-environment",
  description: "CodeBuild takes credentials from Secrets Manager or Parameter Store, never as plain variables.",
  severity: "critical",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)"],
  controls: ["codebuild-no-aws-keys-in-env"],
  remediation: ['Give the variable the type "SECRETS_MANAGER" or "PARAMETER_STORE" and as value the name of the secret; for AWS use the rights of the service role.'],
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html",
  resources: ["aws:codebuild/project:Project"],
  check: ({ props }) =>
    (props.object("environment")?.objects("environmentVariables") ?? []).flatMap((variable) => {
      const kind = plainCredential(variable);
      return kind === undefined ? [] : [{ property: variable.pathOf("value"), found: `${kind} in plain text`, required: 'the name of a secret, with the type "SECRETS_MANAGER" or "PARAMETER_STORE"' }];
    }),
});
