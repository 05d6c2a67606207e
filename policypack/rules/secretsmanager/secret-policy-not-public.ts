import { isPublic } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const secretPolicyNotPublic = defineRule({
  name: "secret-policy-not-public",
  description: "The policy of a secret lets only named principals, or callers held to an account or organisation, read it.",
  severity: "critical",
  citations: ["164.312(a)(1)"],
  controls: ["secrets-policy-not-public"],
  remediation: ['Name the principals, or hold "*" with StringEquals on aws:PrincipalOrgID.'],
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
  resources: ["aws:secretsmanager/secretPolicy:SecretPolicy", "aws:secretsmanager/secret:Secret"],
  check: ({ props }) =>
    judgeStatements(props, "policy", (statement, path) =>
      isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named principals, or a condition with fixed values" }] : [],
    ),
});
