import { CloudError } from "../cloud-error.ts";
import type { Reference } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { isList, textOf } from "../wire.ts";
import { byName } from "./reference-kinds.ts";
import { iamPolicy, role, user } from "./references.ts";

const ARN = "arn:aws:iam::{account}";
const MALFORMED = "MalformedPolicyDocument";

/** What a user holds in its name keeps AWS from deleting it. */
const heldUser: Reference = { ...user, holds: { code: "DeleteConflict", message: "Cannot delete entity, must detach all policies, remove from all groups and delete access keys first." } };
const heldGroup: Reference = byName({
  types: ["aws:iam/group:Group"],
  global: true,
  code: "NoSuchEntity",
  message: "The group with name {value} cannot be found.",
  holds: { code: "DeleteConflict", message: "Cannot delete entity, must remove users from group and detach all policies first." },
});

/** Users and groups of IAM, and what they are given. */
export const iamUserModels: ResourceModels = {
  "aws:iam/user:User": {
    global: true,
    naming: { input: "name", maxLength: 64 },
    // AWS renames users in place.
    replaceOn: [],
    defaults: { forceDestroy: false, path: "/" },
    id: "{name}",
    arn: `${ARN}:user{path}{name}`,
    duplicateCode: "EntityAlreadyExists",
    outputs: ({ hex }) => ({ uniqueId: `AIDA${hex(17).toUpperCase()}` }),
    references: { permissionsBoundary: iamPolicy },
  },
  "aws:iam/group:Group": {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: [],
    defaults: { path: "/" },
    id: "{name}",
    arn: `${ARN}:group{path}{name}`,
    duplicateCode: "EntityAlreadyExists",
    outputs: ({ hex }) => ({ uniqueId: `AGPA${hex(17).toUpperCase()}` }),
  },
  "aws:iam/accessKey:AccessKey": {
    global: true,
    replaceOn: ["pgpKey", "user"],
    defaults: { status: "Active" },
    id: "AKIA{HEX:16}",
    outputs: ({ createdAt, inputs }) => ({
      createDate: createdAt.toISOString(), encryptedSecret: "", encryptedSesSmtpPasswordV4: "", keyFingerprint: "",
      ...(inputs["pgpKey"] === undefined ? { secret: "a secret that opens nothing", sesSmtpPasswordV4: "a password that opens nothing" } : {}),
    }),
    references: { user: heldUser },
    validate: refuseThirdKey,
  },
  "aws:iam/userLoginProfile:UserLoginProfile": {
    global: true,
    replaceOn: ["passwordLength", "passwordResetRequired", "pgpKey", "user"],
    defaults: { passwordLength: 20 },
    id: "{user}",
    duplicateCode: "EntityAlreadyExists",
    outputs: () => ({ encryptedPassword: "", keyFingerprint: "", password: "", passwordResetRequired: false }),
    references: { user: heldUser },
  },
  "aws:iam/userGroupMembership:UserGroupMembership": {
    global: true,
    replaceOn: ["user"],
    id: "terraform-{hex:26}",
    references: { user: heldUser, groups: heldGroup },
  },
  "aws:iam/groupMembership:GroupMembership": {
    global: true,
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["group", "name"],
    id: "{name}",
    references: { users: heldUser, group: heldGroup },
  },
  "aws:iam/userPolicy:UserPolicy": {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "namePrefix", "user"],
    id: "{user}:{name}",
    duplicateCode: "EntityAlreadyExists",
    references: { user: heldUser },
    documents: { policy: MALFORMED },
  },
  "aws:iam/groupPolicy:GroupPolicy": {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["group", "name", "namePrefix"],
    id: "{group}:{name}",
    duplicateCode: "EntityAlreadyExists",
    references: { group: heldGroup },
    documents: { policy: MALFORMED },
  },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": {
    global: true,
    replaceOn: ["policyArn", "user"],
    id: "{user}/{policyArn}",
    references: { user: heldUser, policyArn: iamPolicy },
  },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": {
    global: true,
    replaceOn: ["group", "policyArn"],
    id: "{group}/{policyArn}",
    references: { group: heldGroup, policyArn: iamPolicy },
  },
  "aws:iam/policyAttachment:PolicyAttachment": {
    global: true,
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name", "policyArn"],
    id: "{name}",
    references: { users: heldUser, groups: heldGroup, roles: role, policyArn: iamPolicy },
    validate: ({ inputs }) => {
      if (["users", "roles", "groups"].every((list) => !isList(inputs[list]) || inputs[list].length === 0)) {
        throw new CloudError("ValidationError", `No Users, Roles, or Groups specified for IAM Policy Attachment ${textOf(inputs["name"])}`);
      }
    },
  },
};

/** A user has at most two access keys, so that one can take over from the other. */
function refuseThirdKey({ inputs, inventory }: ResourceContext): void {
  const keys = inventory.ofType("aws:iam/accessKey:AccessKey").filter((key) => key.inputs["user"] === inputs["user"]);
  if (keys.length >= 2) {
    throw new CloudError("LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2");
  }
}
