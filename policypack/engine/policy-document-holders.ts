import { documentOf, type Statement } from "./policy-document.ts";
import type { JudgedStack, StackResource } from "./rule.ts";

const HOLDERS = [
  { type: "aws:iam/role:Role", property: "role", list: "roles", inline: "aws:iam/rolePolicy:RolePolicy", attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment" },
  { type: "aws:iam/user:User", property: "user", list: "users", inline: "aws:iam/userPolicy:UserPolicy", attachment: "aws:iam/userPolicyAttachment:UserPolicyAttachment" },
  { type: "aws:iam/group:Group", property: "group", list: "groups", inline: "aws:iam/groupPolicy:GroupPolicy", attachment: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment" },
] as const;

/** Roles, users and groups: what holds identity policies. */
export const HOLDER_TYPES = ["aws:iam/role:Role", "aws:iam/user:User", "aws:iam/group:Group"] as const;

/** Every statement that the stack gives to a role, user or group: inline, beside it, and by managed policies of the stack. */
export function statementsOf(stack: JudgedStack, holder: StackResource): readonly Statement[] {
  const kind = HOLDERS.find(({ type }) => type === holder.type);
  if (kind === undefined) {
    return [];
  }
  const inside = holder.props.isKnown("inlinePolicies") ? holder.props.objects("inlinePolicies") : [];
  const beside = stack.referringTo(holder, kind.property, kind.inline).map(({ props }) => props);
  const attachments = [
    ...stack.referringTo(holder, kind.property, kind.attachment),
    ...stack.referringTo(holder, kind.list, "aws:iam/policyAttachment:PolicyAttachment"),
  ];
  const managed = attachments.flatMap((attachment) => stack.namedBy(attachment, "policyArn", "aws:iam/policy:Policy")).map(({ props }) => props);
  return [...inside, ...beside, ...managed].flatMap((props) => {
    const document = documentOf(props, "policy");
    return document?.kind === "document" ? document.statements : [];
  });
}
