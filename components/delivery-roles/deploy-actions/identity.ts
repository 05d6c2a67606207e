import type { ServiceActions } from "./service-actions.ts";

/** Roles of the deployment, the account's own settings, and the guardrails of models. */
export const identityActions: readonly ServiceActions[] = [
  {
    service: "iam",
    resources: ["iam::{account}:role/{prefix}-*", "iam::{account}:policy/{prefix}-*", "iam::{account}:instance-profile/{prefix}-*", "iam::{account}:role/serverlessrepo-{prefix}-*", "iam::{account}:role/aws-service-role/config.amazonaws.com/*", "iam::{account}:oidc-provider/oidc.eks.*"],
    anywhere: "DeleteAccountPasswordPolicy GetAccountPasswordPolicy UpdateAccountPasswordPolicy",
    types: {
      "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": "DeleteAccountPasswordPolicy GetAccountPasswordPolicy UpdateAccountPasswordPolicy",
      "aws:iam/instanceProfile:InstanceProfile": "AddRoleToInstanceProfile CreateInstanceProfile DeleteInstanceProfile GetInstanceProfile RemoveRoleFromInstanceProfile TagInstanceProfile UntagInstanceProfile pass:ec2.amazonaws.com",
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider": `AddClientIDToOpenIDConnectProvider CreateOpenIDConnectProvider DeleteOpenIDConnectProvider GetOpenIDConnectProvider RemoveClientIDFromOpenIDConnectProvider
        TagOpenIDConnectProvider UntagOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint`,
      "aws:iam/policy:Policy": "CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion GetPolicy GetPolicyVersion ListPolicyVersions TagPolicy UntagPolicy",
      "aws:iam/role:Role": `CreateRole DeleteRole DeleteRolePermissionsBoundary GetRole ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies PutRolePermissionsBoundary TagRole UntagRole UpdateAssumeRolePolicy UpdateRole
        UpdateRoleDescription`,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "AttachRolePolicy DetachRolePolicy ListAttachedRolePolicies",
      "aws:iam/serviceLinkedRole:ServiceLinkedRole": "DeleteServiceLinkedRole GetRole GetServiceLinkedRoleDeletionStatus TagRole UntagRole UpdateRoleDescription linked:config.amazonaws.com",
    },
  },
  {
    service: "cloudformation",
    resources: ["cloudformation:*:{account}:stack/{prefix}-*/*", "cloudformation:*:{account}:stack/serverlessrepo-{prefix}-*/*", "cloudformation:*:aws:transform/Serverless-*"],
    types: {
      "aws:cloudformation/stack:Stack": "CreateStack DeleteStack DescribeStackEvents DescribeStackResources DescribeStacks GetStackPolicy GetTemplate TagResource UntagResource UpdateStack pass:cloudformation.amazonaws.com",
      // AWS's published function comes with a role of its own, which the stack makes under the caller's rights.
      "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": `CreateChangeSet DeleteStack DescribeChangeSet DescribeStackEvents DescribeStacks ExecuteChangeSet GetTemplate TagResource UntagResource
        iam:AttachRolePolicy iam:CreateRole iam:DeleteRole iam:DeleteRolePolicy iam:DetachRolePolicy iam:GetRole iam:GetRolePolicy iam:PutRolePolicy iam:TagRole lambda:AddPermission lambda:CreateFunction lambda:DeleteFunction
        lambda:GetFunction lambda:RemovePermission lambda:TagResource lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs pass:lambda.amazonaws.com
        serverlessrepo:CreateCloudFormationTemplate serverlessrepo:GetApplication serverlessrepo:GetCloudFormationTemplate`,
    },
  },
  { service: "serverlessrepo", resources: ["serverlessrepo:*:297356227824:applications/SecretsManager*"], types: {} },
  {
    service: "budgets",
    resources: ["budgets::{account}:budget/{prefix}-*"],
    types: { "aws:budgets/budget:Budget": "ListTagsForResource ModifyBudget TagResource UntagResource ViewBudget" },
  },
  {
    service: "account",
    resources: ["account::{account}:account"],
    types: { "aws:account/alternativeContact:AlternativeContact": "DeleteAlternateContact GetAlternateContact PutAlternateContact" },
  },
  {
    service: "bedrock",
    resources: ["bedrock:*:{account}:guardrail/*"],
    anywhere: "DeleteModelInvocationLoggingConfiguration GetModelInvocationLoggingConfiguration PutModelInvocationLoggingConfiguration",
    types: {
      "aws:bedrock/guardrail:Guardrail": "CreateGuardrail DeleteGuardrail GetGuardrail ListTagsForResource TagResource UntagResource UpdateGuardrail key:bedrock",
      "aws:bedrock/guardrailVersion:GuardrailVersion": "CreateGuardrailVersion DeleteGuardrail GetGuardrail",
      "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration": "DeleteModelInvocationLoggingConfiguration GetModelInvocationLoggingConfiguration PutModelInvocationLoggingConfiguration pass:bedrock.amazonaws.com",
    },
  },
];
