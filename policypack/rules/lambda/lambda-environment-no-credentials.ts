import { credentialIn, namesCredential, pointsElsewhere } from "../../engine/credentials.ts";
import { defineRule } from "../../engine/rule.ts";

export const lambdaEnvironmentNoCredentials = defineRule({
  name: "lambda-environment-no-credentials",
  description: "Environment variables hold no credentials; functions fetch them from Secrets Manager.",
  severity: "critical",
  controls: ["lambda-no-secrets-in-env"],
  citations: ["164.308(a)(5)(ii)(D)", "164.312(d)"],
  remediation: ["Give the name or ARN of the secret instead, and let the function read it with its role."],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
  resources: ["aws:lambda/function:Function"],
  check: ({ props }) => {
    const variables = props.object("environment")?.object("variables");
    return (variables?.names() ?? []).flatMap((name) => {
      // A value that is not known yet counts as a credential where its name says so.
      const value = variables?.isKnown(name) === true ? variables.string(name) ?? "" : undefined;
      const isNamed = namesCredential(name) && (value === undefined || !pointsElsewhere(value));
      const found = isNamed ? "a credential, by its name" : credentialIn(value ?? "");
      return found === undefined ? [] : [{ property: variables?.pathOf(name) ?? name, found, required: "the name of a secret" }];
    });
  },
});
