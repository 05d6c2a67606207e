import { iamPolicyNoPrivilegeEscalation } from "../../../../policypack/rules/iam/iam-policy-no-privilege-escalation.ts";
import { allow, DENY_ALL, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const role = "arn:aws:iam::123456789012:role/records";
const grants = (Action: unknown, Resource: unknown = "*", change: object = {}) => ({ policy: policyText(allow({ Action, Resource, ...change })) });
/** What starts something that takes a role. */
const WITH_A_ROLE = [
  "ec2:RunInstances", "lambda:CreateFunction", "ecs:RunTask", "ecs:StartTask", "codebuild:CreateProject", "cloudformation:CreateStack", "glue:CreateDevEndpoint",
  "glue:CreateJob", "datapipeline:CreatePipeline", "sagemaker:CreateNotebookInstance", "sagemaker:CreateProcessingJob", "states:CreateStateMachine",
];
const found = (what: string) => ({ property: "policy", found: `${what} on everything` });

testRule(iamPolicyNoPrivilegeEscalation, {
  compliant: [
    { props: grants(["iam:GetRole", "iam:PassRole", "s3:GetObject"]) },
    { props: grants(["iam:PassRole", "lambda:CreateFunction", "iam:AttachRolePolicy"], role) },
    { props: grants("iam:AttachRolePolicy", "*", { Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/boundary" } } }) },
    { props: { policy: policyText(allow({ Action: "iam:PassRole", Resource: role }), allow({ Action: "lambda:CreateFunction", Resource: "*" })) } },
    { props: grants("iam:AttachRolePolicy", "*", { Condition: { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::123456789012:policy/reader" } } }) },
    { props: grants(["iam:PassRole", "lambda:CreateFunction"], "arn:aws:iam::123456789012:user/*") },
    { props: { policy: policyText(DENY_ALL) } },
  ],
  violating: [
    { why: "new versions of any policy", props: grants("iam:CreatePolicyVersion"), ...found("iam:CreatePolicyVersion") },
    { why: "any policy on any role", props: grants("iam:Attach*", "arn:aws:iam::123456789012:role/*"), ...found("iam:AttachRolePolicy") },
    { why: "keys of any user", props: grants(["iam:*AccessKey*"]), ...found("iam:CreateAccessKey") },
    { why: "code of any function", props: grants("lambda:UpdateFunctionCode", "arn:aws:lambda:us-east-1:123456789012:function:*"), ...found("lambda:UpdateFunctionCode") },
    { why: "any role to a new function", props: grants(["iam:PassRole", "lambda:CreateFunction"]), ...found("iam:PassRole with lambda:CreateFunction") },
    {
      why: "any role to a new instance, in two statements",
      props: { policy: policyText(allow({ Action: "iam:PassRole", Resource: "*" }), allow({ Action: "ec2:Run*", Resource: "arn:aws:ec2:us-east-1:123456789012:instance/*" })) },
      ...found("iam:PassRole with ec2:RunInstances"),
    },
    { why: "a boundary that may be left out", props: grants("iam:PutRolePolicy", "*", { Condition: { StringEqualsIfExists: { "iam:PermissionsBoundary": "x" } } }), ...found("iam:PutRolePolicy") },
    ...WITH_A_ROLE.map((action) => ({ why: `any role by ${action}`, props: grants(["iam:PassRole", action]), ...found(`iam:PassRole with ${action}`) })),
    { why: "not a policy", props: { policy: "{}" }, property: "policy", found: "a text that is not a policy document (no Statement)" },
  ],
  unknown: ["policy"],
});
