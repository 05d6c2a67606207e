import { isPublic } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamTrustPolicyNoWildcard = defineRule({
  name: "iam-trust-policy-no-wildcard",
  description: "A role trusts named accounts, services or identity providers, never anyone.",
  severity: "critical",
  controls: ["iam-trust-policy-no-wildcard"],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)"],
  remediation: [
    "Name the account, role or service in Principal; for a whole organisation add StringEquals on aws:PrincipalOrgID.",
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  resources: ["aws:iam/role:Role"],
  check: ({ props }) =>
    judgeStatements(props, "assumeRolePolicy", (statement, path) =>
      isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named accounts, services or identity providers" }] : [],
    ),
});
