import { iamNoAdministratorManagedPolicy } from "../../../../policypack/rules/iam/iam-no-administrator-managed-policy.ts";
import { testRule } from "../../rule-tester.ts";

const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

testRule(iamNoAdministratorManagedPolicy, {
  compliant: [
    { props: { role: "records", policyArn: aws("service-role/AmazonEKSClusterPolicy") } },
    { props: { role: "records", policyArn: "arn:aws:iam::123456789012:policy/AdministratorAccess" } },
    { type: "aws:iam/role:Role", props: { assumeRolePolicy: "{}" } },
    { props: { role: "records", policyArn: aws("service-role/PowerUserAccess") } },
    { props: { role: "records", policyArn: aws("IAMFullAccessReview") } },
    { props: { role: "records", policyArn: `x${aws("AdministratorAccess")}` } },
  ],
  violating: [
    { why: "administrator", props: { policyArn: aws("AdministratorAccess") }, property: "policyArn", found: "AdministratorAccess" },
    { why: "administrator of a service", props: { policyArn: aws("AdministratorAccess-Amplify") }, property: "policyArn", found: "AdministratorAccess-Amplify" },
    { why: "everything but users", props: { policyArn: aws("PowerUserAccess") }, property: "policyArn", found: "PowerUserAccess" },
    { why: "in another partition", props: { policyArn: "arn:aws-us-gov:iam::aws:policy/IAMFullAccess" }, property: "policyArn", found: "IAMFullAccess" },
    { why: "in a role", fixture: { type: "aws:iam/role:Role" }, props: { policyArn: undefined, managedPolicyArns: [aws("AdministratorAccess")] }, property: "managedPolicyArns", found: "AdministratorAccess" },
    {
      why: "in a role's whole list",
      fixture: { type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive" },
      props: { policyArn: undefined, policyArns: [aws("ReadOnlyAccess"), aws("AdministratorAccess")] },
      property: "policyArns",
      found: "AdministratorAccess",
    },
    {
      why: "in a permission set",
      fixture: { type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment" },
      props: { policyArn: undefined, managedPolicyArn: aws("job-function/SystemAdministrator") },
      property: "managedPolicyArn",
      found: "job-function/SystemAdministrator",
    },
  ],
  unknown: [],
  presence: ["policyArn"],
});
