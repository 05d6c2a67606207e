import { isPublic } from "../../engine/policy-document-grants.ts";
import { KEY_POLICY_TYPES } from "../../engine/policy-document-places.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const kmsKeyPolicyNoWildcardPrincipal = defineRule({
  name: "kms-key-policy-no-wildcard-principal",
  description: "A key policy grants the use of the key to named principals, or to anyone only within a named account or organisation.",
  severity: "critical",
  controls: ["kms-key-policy-no-wildcard-principal"],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)", "164.312(a)(2)(iv)"],
  remediation: [
    'Name the accounts, roles or services in Principal, or hold "*" with StringEquals on kms:CallerAccount or aws:PrincipalOrgID.',
  ],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  resources: KEY_POLICY_TYPES,
  check: ({ props }) =>
    judgeStatements(props, "policy", (statement, path) =>
      isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named principals, or a condition that names an account or organisation" }] : [],
    ),
});
