import { bindingConditions, type Condition } from "../../engine/policy-document-conditions.ts";
import { coversEveryResource } from "../../engine/policy-document-grants.ts";
import { matchesEverything } from "../../engine/policy-document-pattern.ts";
import { IDENTITY_POLICY_TYPES, judgeIdentityStatements } from "../../engine/policy-document-places.ts";
import { isResourceless } from "../../engine/resourceless-actions.ts";
import { defineRule } from "../../engine/rule.ts";

const HOLDING = /(?:^|:)(?:resourcetag\/.+|requesttag\/.+)$|^kms:resourcealiases$|^cloudwatch:namespace$|^ec2:(?:vpc|subnet)$|^secretsmanager:secretid$/u;

function holdsResources({ key, values }: Condition): boolean {
  return HOLDING.test(key) && values.length > 0 && !values.some(matchesEverything);
}

export const iamPolicyNamesResources = defineRule({
  name: "iam-policy-names-resources",
  description: 'A statement names the resources of its actions; "*" is for actions that AWS lets no policy hold to a resource, for Describe calls, and for statements that a condition on tags, aliases or namespaces holds.',
  severity: "medium",
  controls: ["iam-policy-no-wildcard-resource"],
  citations: ["164.308(a)(3)(i)", "164.312(a)(1)"],
  remediation: [
    "Give the ARNs as Resource, or add a condition such as StringEquals on aws:ResourceTag/… or kms:ResourceAliases.",
  ],
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityStatements(resource, (statement, path) => {
      if (statement.effect !== "Allow" || !coversEveryResource(statement) || bindingConditions(statement.conditions).some(holdsResources)) {
        return [];
      }
      const actions = (statement.actions ?? ["everything but NotAction"]).filter((action) => !isResourceless(action));
      const named = actions.length > 3 ? [...actions.slice(0, 3), `${String(actions.length - 3)} more`] : actions;
      return actions.length === 0 ? [] : [{ property: `${path}.Resource`, found: `every resource for ${named.join(", ")}`, required: "ARNs" }];
    }),
});
