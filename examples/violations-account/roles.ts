import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { accountId, allow } from "./documents.ts";

const GITHUB = "token.actions.githubusercontent.com";
const ISSUER = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";

function provider(issuer: string) {
  return { Federated: `arn:aws:iam::${accountId}:oidc-provider/${issuer}` };
}

// Roles that more may take than should: any branch of the repository, any pod of the cluster, any application of the
// sign-in provider, any schedule of any account. The first may be kept for twelve hours.
new Role("deploy", {
  name: "clinic-deploy",
  maxSessionDuration: 43_200,
  assumeRolePolicy: allow({
    Principal: provider(GITHUB),
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" }, StringLike: { [`${GITHUB}:sub`]: "repo:clinic/records:*" } },
  }),
});
new Role("pods", {
  name: "clinic-pods",
  assumeRolePolicy: allow({
    Principal: provider(ISSUER),
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com" }, StringLike: { [`${ISSUER}:sub`]: "system:serviceaccount:*:*" } },
  }),
});
new Role("portal", { name: "clinic-portal", assumeRolePolicy: allow({ Principal: provider("sign-in.clinic.example"), Action: "sts:AssumeRoleWithWebIdentity" }) });
const nightly = new Role("nightly", { name: "clinic-nightly", assumeRolePolicy: allow({ Principal: { Service: "scheduler.amazonaws.com" }, Action: "sts:AssumeRole" }) });

// Everything but IAM, which is what AWS adds tomorrow too; and a policy that no list of policies shows.
new Policy("almost-everything", { name: "clinic-almost-everything", policy: allow({ NotAction: "iam:*", Resource: `arn:aws:s3:::clinic-letters/*` }) });
new RolePolicy("nightly-rights", { name: "rights", role: nightly.name, policy: allow({ Action: "sqs:SendMessage", Resource: `arn:aws:sqs:us-east-1:${accountId}:clinic-nightly` }) });
