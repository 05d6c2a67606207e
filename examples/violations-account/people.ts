import { AccessKey } from "@pulumi/aws/iam/accessKey.js";
import { Group } from "@pulumi/aws/iam/group.js";
import { GroupPolicyAttachment } from "@pulumi/aws/iam/groupPolicyAttachment.js";
import { User } from "@pulumi/aws/iam/user.js";
import { UserGroupMembership } from "@pulumi/aws/iam/userGroupMembership.js";
import { UserPolicy } from "@pulumi/aws/iam/userPolicy.js";
import { accountId, allow } from "./documents.ts";

// A user with a key that lives on and rights of its own, and a group that nobody is in.
const script = new User("script", { name: "clinic-script" });
new AccessKey("script-key", { user: script.name });
new UserPolicy("script-rights", { name: "rights", user: script.name, policy: allow({ Action: "s3:GetObject", Resource: "arn:aws:s3:::clinic-letters/*" }) });
new Group("former-staff", { name: "clinic-former-staff" });

// A user as it should be, as far as there should be users.
const auditors = new Group("auditors", { name: "clinic-auditors" });
const auditor = new User("auditor", { name: "clinic-auditor" });
new UserGroupMembership("auditor-groups", { user: auditor.name, groups: [auditors.name] });
new GroupPolicyAttachment("auditors-read", { group: auditors.name, policyArn: `arn:aws:iam::${accountId}:policy/clinic-read` });
