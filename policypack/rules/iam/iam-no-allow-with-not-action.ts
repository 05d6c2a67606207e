import { IDENTITY_POLICY_TYPES, judgeIdentityStatements } from "../../engine/policy-document-places.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamNoAllowWithNotAction = defineRule({
  name: "iam-no-allow-with-not-action",
  description: "An Allow lists what it grants: no NotAction and no NotResource, which also grant what AWS adds tomorrow.",
  severity: "high",
  controls: ["iam-no-allow-with-not-action"],
  citations: ["164.308(a)(3)(i)", "164.312(a)(1)"],
  remediation: ["Replace NotAction with Action and NotResource with Resource; take rights away with a Deny statement."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityStatements(resource, ({ effect, notActions, notResources }, path) => {
      const exclusions = [...(notActions === undefined ? [] : ["NotAction"]), ...(notResources === undefined ? [] : ["NotResource"])];
      return effect === "Allow"
        ? exclusions.map((element) => ({ property: `${path}.${element}`, found: `an Allow with ${element}`, required: element.slice("Not".length) }))
        : [];
    }),
});
