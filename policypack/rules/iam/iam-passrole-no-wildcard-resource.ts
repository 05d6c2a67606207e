import { coversAction, coversEveryNamed } from "../../engine/policy-document-grants.ts";
import { IDENTITY_POLICY_TYPES, judgeIdentityStatements } from "../../engine/policy-document-places.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamPassroleNoWildcardResource = defineRule({
  name: "iam-passrole-no-wildcard-resource",
  description: "The right to pass a role (iam:PassRole) is granted on named roles, never on all.",
  severity: "high",
  controls: ["iam-passrole-no-wildcard-resource"],
  citations: ["164.308(a)(3)(i)", "164.312(a)(1)"],
  remediation: [
    "Give the ARNs of the roles to pass as Resource, and the service they may be passed to in a condition on iam:PassedToService.",
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityStatements(resource, (statement, path) =>
      statement.effect === "Allow" && coversAction(statement, "iam:PassRole") && coversEveryNamed(statement, "iam", "role/")
        ? [{ property: path, found: "iam:PassRole on every role", required: "the ARNs of the roles to pass" }]
        : [],
    ),
});
