import { coversEveryAction, coversEveryResource } from "../../engine/policy-document-grants.ts";
import { IDENTITY_POLICY_TYPES, judgeIdentityStatements } from "../../engine/policy-document-places.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamPolicyNoAdminStatements = defineRule({
  name: "iam-policy-no-admin-statements",
  description: "No identity policy allows every action on every resource.",
  severity: "critical",
  controls: ["iam-policy-no-admin-statements"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)",
    "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: ["List the actions that the workload calls and the resources it calls them on."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityStatements(resource, (statement, path) =>
      statement.effect === "Allow" && coversEveryAction(statement) && coversEveryResource(statement)
        ? [{ property: path, found: "an Allow of every action on every resource", required: "the actions and the resources that are needed" }]
        : [],
    ),
});
