import { bindingConditions, type Condition } from "../../engine/policy-document-conditions.ts";
import { isAnyone, isWholeAccount } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

/** By a second factor, or to programs: named roles, or a third party by its external id. */
function isHeld(conditions: readonly Condition[]): boolean {
  return bindingConditions(conditions).some(
    ({ operator, key, values }) =>
      (operator === "bool" && key === "aws:multifactorauthpresent" && values.every((value) => value === "true")) ||
      key === "sts:externalid" ||
      (key === "aws:principalarn" && values.every((value) => value.includes(":role/"))),
  );
}

export const iamRoleForPeopleRequiresMfa = defineRule({
  name: "iam-role-for-people-requires-mfa",
  description: "A role that people can take, through an IAM user, a whole account or an organisation, asks for a second factor.",
  severity: "high",
  controls: ["iam-human-role-requires-mfa"],
  citations: ["164.312(d)"],
  remediation: [
    'Add Bool aws:MultiFactorAuthPresent "true" to the statement, or name the roles that may take it in Principal.',
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html",
  resources: ["aws:iam/role:Role"],
  check: ({ props }) =>
    judgeStatements(props, "assumeRolePolicy", ({ effect, principals, conditions }, path) => {
      const people = (principals ?? []).filter((principal) => isAnyone(principal) || isWholeAccount(principal) || /^arn:[^:]+:iam::\d{12}:user\//u.test(principal.value));
      return effect === "Allow" && people.length > 0 && !isHeld(conditions)
        ? [{ property: `${path}.Condition`, found: "people without a second factor", required: 'Bool aws:MultiFactorAuthPresent "true"' }]
        : [];
    }),
});
