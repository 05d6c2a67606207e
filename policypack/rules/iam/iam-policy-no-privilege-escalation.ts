import { bindingConditions } from "../../engine/policy-document-conditions.ts";
import { coversAction, coversEveryNamed } from "../../engine/policy-document-grants.ts";
import { IDENTITY_POLICY_TYPES, judgeIdentityDocuments } from "../../engine/policy-document-places.ts";
import { defineRule } from "../../engine/rule.ts";

const ALONE = [
  ["iam:CreatePolicyVersion", "policy/"], ["iam:SetDefaultPolicyVersion", "policy/"], ["iam:AttachRolePolicy", "role/"], ["iam:PutRolePolicy", "role/"],
  ["iam:UpdateAssumeRolePolicy", "role/"], ["iam:AttachUserPolicy", "user/"], ["iam:PutUserPolicy", "user/"], ["iam:CreateAccessKey", "user/"],
  ["iam:CreateLoginProfile", "user/"], ["iam:UpdateLoginProfile", "user/"], ["iam:AttachGroupPolicy", "group/"], ["iam:PutGroupPolicy", "group/"],
  ["iam:AddUserToGroup", "group/"], ["lambda:UpdateFunctionCode", "function:"], ["glue:UpdateDevEndpoint", "devEndpoint/"],
] as const;
const WITH_A_ROLE = [
  "ec2:RunInstances", "lambda:CreateFunction", "ecs:RunTask", "ecs:StartTask", "codebuild:CreateProject", "cloudformation:CreateStack", "glue:CreateDevEndpoint",
  "glue:CreateJob", "datapipeline:CreatePipeline", "sagemaker:CreateNotebookInstance", "sagemaker:CreateProcessingJob", "states:CreateStateMachine",
];
const HOLDING = new Set(["iam:permissionsboundary", "iam:policyarn"]);

export const iamPolicyNoPrivilegeEscalation = defineRule({
  name: "iam-policy-no-privilege-escalation",
  description: "No identity policy holds rights that let its holder gain any others: to change any policy or credential, or to pass any role to code that it controls.",
  severity: "high",
  controls: ["iam-no-privilege-escalation"],
  citations: ["164.308(a)(3)(i)", "164.312(a)(1)"],
  remediation: [
    "Name the users, roles and policies that may be changed or passed.",
    "Hold what delegated administrators do with a condition on iam:PermissionsBoundary.",
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityDocuments(resource, (statements, path) => {
      const grants = statements.filter(({ effect, conditions }) => effect === "Allow" && !bindingConditions(conditions).some(({ key }) => HOLDING.has(key)));
      const reaches = (action: string, kind?: string) =>
        grants.some((statement) => coversAction(statement, action) && (kind === undefined || coversEveryNamed(statement, action.split(":")[0] ?? "", kind)));
      const alone = ALONE.filter(([action, kind]) => reaches(action, kind)).map(([action]) => action);
      const passing = reaches("iam:PassRole", "role/") ? WITH_A_ROLE.filter((action) => reaches(action)).map((action) => `iam:PassRole with ${action}`) : [];
      return [...alone, ...passing].map((found) => ({ property: path, found: `${found} on everything`, required: "named resources, or a permissions boundary" }));
    }),
});
