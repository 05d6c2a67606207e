import { CloudError } from "../cloud-error.ts";
import type { Reference } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { iamPolicy, role } from "./references.ts";
import { textOf } from "../wire.ts";

const ARN = "arn:aws:iam::{account}";
const attachedRole: Reference = {
  ...role,
  holds: { code: "DeleteConflict", message: "Cannot delete entity, must detach all policies and remove roles from instance profiles first." },
};

export const iamModels: ResourceModels = {
  "aws:iam/role:Role": {
    global: true,
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["name", "namePrefix", "path"],
    defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
    id: "{name}",
    arn: `${ARN}:role{path}{name}`,
    duplicateCode: "EntityAlreadyExists",
    outputs: ({ hex, createdAt }) => ({ uniqueId: `AROA${hex(17).toUpperCase()}`, createDate: createdAt.toISOString(), inlinePolicies: [], managedPolicyArns: [] }),
    references: { permissionsBoundary: iamPolicy, managedPolicyArns: iamPolicy },
    documents: { assumeRolePolicy: "MalformedPolicyDocument" },
  },
  "aws:iam/policy:Policy": {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "namePrefix", "path", "description"],
    defaults: { path: "/" },
    id: `${ARN}:policy{path}{name}`,
    arn: "{id}",
    duplicateCode: "EntityAlreadyExists",
    outputs: ({ hex }) => ({ policyId: `ANPA${hex(17).toUpperCase()}`, attachmentCount: 0 }),
    documents: { policy: "MalformedPolicyDocument" },
  },
  "aws:iam/rolePolicy:RolePolicy": {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "namePrefix", "role"],
    id: "{role}:{name}",
    duplicateCode: "EntityAlreadyExists",
    references: { role: attachedRole },
    documents: { policy: "MalformedPolicyDocument" },
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    global: true,
    replaceOn: ["policyArn", "role"],
    // AWS attaches twice without complaint, so that the second resource would share the first one's id.
    id: "{role}/{policyArn}",
    duplicateCode: "EntityAlreadyExists",
    references: { role: attachedRole, policyArn: iamPolicy },
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "namePrefix", "path"],
    defaults: { path: "/" },
    id: "{name}",
    arn: `${ARN}:instance-profile{path}{name}`,
    duplicateCode: "EntityAlreadyExists",
    outputs: ({ hex, createdAt }) => ({ uniqueId: `AIPA${hex(17).toUpperCase()}`, createDate: createdAt.toISOString() }),
    references: { role: attachedRole },
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    global: true,
    replaceOn: ["url"],
    id: ({ inputs }) => `arn:aws:iam::123456789012:oidc-provider/${textOf(inputs["url"]).replace(/^https:\/\//u, "")}`,
    arn: "{id}",
    duplicateCode: "EntityAlreadyExists",
    outputs: ({ hex }) => ({ thumbprintLists: [hex(40, "thumbprint")] }),
  },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    global: true,
    replaceOn: [],
    defaults: { allowUsersToChangePassword: true, minimumPasswordLength: 6 },
    id: "iam-account-password-policy",
    outputs: ({ inputs }) => ({ expirePasswords: typeof inputs["maxPasswordAge"] === "number" && inputs["maxPasswordAge"] > 0 }),
    validate: ({ inputs }) => {
      const { minimumPasswordLength: length } = inputs;
      if (typeof length === "number" && (length < 6 || length > 128)) {
        throw new CloudError("ValidationError", `minimumPasswordLength ${String(length)} is outside 6 to 128`);
      }
    },
  },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    global: true,
    replaceOn: ["awsServiceName", "customSuffix"],
    id: `${ARN}:role/aws-service-role/{awsServiceName}/AWSServiceRoleFor{awsServiceName}{customSuffix}`,
    arn: "{id}",
    duplicateCode: "InvalidInput",
    outputs: ({ inputs, hex, createdAt }) => ({ name: `AWSServiceRoleFor${textOf(inputs["awsServiceName"])}`, path: `/aws-service-role/${textOf(inputs["awsServiceName"])}/`,
      uniqueId: `AROA${hex(17).toUpperCase()}`, createDate: createdAt.toISOString() }),
  },
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": { global: true, replaceOn: ["roleName"], id: "{roleName}", references: { roleName: attachedRole } },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    global: true,
    replaceOn: ["roleName"],
    id: "{roleName}",
    references: { roleName: attachedRole, policyArns: iamPolicy },
  },
  "aws:iam/accountAlias:AccountAlias": { global: true, replaceOn: ["accountAlias"], id: "{accountAlias}", duplicateCode: "EntityAlreadyExists" },
};
