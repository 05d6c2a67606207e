import { CloudError } from "../cloud-error.ts";
import type { Inventory } from "../inventory.ts";
import type { Reference } from "../references.ts";
import { ACCOUNT, type ResourceContext, type ResourceModel, type ResourceModels } from "../resource-model.ts";
import { isList, isProperties, textOf } from "../wire.ts";
import { byId } from "./reference-kinds.ts";

const ORGANIZATION = "aws:organizations/organization:Organization";
const UNIT = "aws:organizations/organizationalUnit:OrganizationalUnit";
const MEMBER = "aws:organizations/account:Account";
const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";
const DELEGATION = "aws:organizations/delegatedAdministrator:DelegatedAdministrator";

/** Longest policies by kind, in characters. */
const POLICY_SIZES: Readonly<Record<string, number>> = { AISERVICES_OPT_OUT_POLICY: 2500, SERVICE_CONTROL_POLICY: 5120, TAG_POLICY: 10_000 };
/** Service control policies of one root, unit or account; one of them is AWS's own, which allows everything. */
const ATTACHED_GUARDS = 5;

const unit = byId([UNIT], { code: "ParentNotFoundException", message: "You specified parent that doesn't exist.", holds: { code: "OrganizationalUnitNotEmptyException", message: "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again." } });

/** The root of the organization, or a unit; accounts move out of a unit before it goes. */
const parent: Reference = { ...unit, find: (value, place) => (rootsOf(place.inventory).includes(value) ? "outside" : unit.find(value, place)) };

const target: Reference = {
  ...byId([UNIT, MEMBER], { code: "TargetNotFoundException", message: "We can't find a root, OU, account, or policy with the TargetId that you specified: {value}" }),
  find: (value, place) => (rootsOf(place.inventory).includes(value) ? "outside" : place.inventory.ofType(UNIT).concat(place.inventory.ofType(MEMBER)).find(({ id }) => id === value)),
};

const policy = byId([POLICY], {
  code: "PolicyNotFoundException", message: "We can't find a policy with the PolicyId that you specified: {value}",
  holds: { code: "PolicyInUseException", message: "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation." },
});

/** A member of the organization, which its services administer from. */
function member(code: string): Reference {
  return { types: [MEMBER], code, message: "The account {value} is not a member of your organization.", find: (value, { inventory }) => inventory.ofType(MEMBER).find(({ id }) => id === value) };
}

/** The organization of which the sandbox's account is the management account, and what it holds. */
export const organizationModels: ResourceModels = {
  [ORGANIZATION]: {
    global: true,
    replaceOn: [],
    defaults: { featureSet: "ALL" },
    id: "o-{hex:10}",
    arn: "arn:aws:organizations::{account}:organization/{id}",
    // An account belongs to one organization.
    duplicateCode: "AlreadyInOrganizationException",
    uniqueBy: [],
    outputs: ({ id, hex }) => ({
      masterAccountArn: `arn:aws:organizations::${ACCOUNT}:account/${id}/${ACCOUNT}`, masterAccountEmail: "management@example.com", masterAccountId: ACCOUNT, masterAccountName: "management",
      roots: [{ arn: `arn:aws:organizations::${ACCOUNT}:root/${id}/r-${hex(4, "root")}`, id: `r-${hex(4, "root")}`, name: "Root", policyTypes: [] }],
    }),
    deleteRefusal: ({ inventory }) => (inventory.ofType(MEMBER).length === 0 ? undefined : {
      code: "OrganizationNotEmptyException", message: "The organization isn't empty. To delete an organization, you must first remove all accounts except the management account.",
    }),
  },
  [UNIT]: {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["parentId"],
    id: "ou-{hex:4}-{hex:8}",
    arn: "arn:aws:organizations::{account}:ou/o-organization/{id}",
    references: { parentId: parent },
    uniqueBy: ["name", "parentId"],
    duplicateCode: "DuplicateOrganizationalUnitException",
  },
  [MEMBER]: {
    global: true,
    naming: { input: "name", maxLength: 50 },
    replaceOn: ["createGovcloud", "email", "iamUserAccessToBilling", "roleName"],
    defaults: { closeOnDeletion: false, createGovcloud: false },
    id: accountId,
    arn: "arn:aws:organizations::{account}:account/o-organization/{id}",
    outputs: ({ createdAt }) => ({ govcloudId: "", joinedMethod: "CREATED", joinedTimestamp: createdAt.toISOString(), state: "ACTIVE", status: "ACTIVE" }),
    references: { parentId: parent },
    // In the words of the provider, which waits for the account.
    uniqueBy: ["email"],
    duplicateCode: "EMAIL_ALREADY_EXISTS",
    validate: refuseWithoutOrganization,
    deleteRefusal: ({ inputs }) => (inputs["closeOnDeletion"] === true ? undefined : {
      code: "ConstraintViolationException", message: "The member account is missing one or more of the prerequisites required to operate as a standalone account.",
    }),
  },
  [POLICY]: {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["type"],
    defaults: { skipDestroy: false, type: "SERVICE_CONTROL_POLICY" },
    id: "p-{hex:8}",
    arn: "arn:aws:organizations::{account}:policy/o-organization/{id}",
    documents: { content: "MalformedPolicyDocumentException" },
    uniqueBy: ["name", "type"],
    duplicateCode: "DuplicatePolicyException",
    validate: (context) => {
      refuseWithoutOrganization(context);
      refuseLongPolicy(context);
    },
  },
  [ATTACHMENT]: {
    global: true,
    replaceOn: ["policyId", "targetId"],
    defaults: { skipDestroy: false },
    id: "{targetId}:{policyId}",
    duplicateCode: "DuplicatePolicyAttachmentException",
    references: { policyId: policy, targetId: target },
    validate: refuseAttachment,
  },
  [DELEGATION]: {
    global: true,
    replaceOn: ["accountId", "servicePrincipal"],
    id: "{accountId}/{servicePrincipal}",
    arn: "arn:aws:organizations::{account}:account/o-organization/{id}",
    outputs: ({ createdAt, inputs, inventory }) => {
      const account = inventory.ofType(MEMBER).find(({ id }) => id === inputs["accountId"]);
      return { delegationEnabledDate: createdAt.toISOString(), joinedMethod: "CREATED", joinedTimestamp: createdAt.toISOString(), status: "ACTIVE", name: account?.inputs["name"] ?? "", email: account?.inputs["email"] ?? "" };
    },
    duplicateCode: "AccountAlreadyRegisteredException",
    references: { accountId: member("AccountNotFoundException") },
    validate: (context) => { refuseUntrusted(context, textOf(context.inputs["servicePrincipal"]), "ConstraintViolationException"); },
  },
  "aws:cloudtrail/organizationDelegatedAdminAccount:OrganizationDelegatedAdminAccount": {
    ...administration("accountId", "cloudtrail.amazonaws.com", "CloudTrailAccessNotEnabledException"),
    global: true,
    arn: "arn:aws:organizations::{account}:account/o-organization/{id}",
    outputs: () => ({ servicePrincipal: "cloudtrail.amazonaws.com" }),
  },
  "aws:guardduty/organizationAdminAccount:OrganizationAdminAccount": administration("adminAccountId", "guardduty.amazonaws.com", "BadRequestException"),
  "aws:inspector2/delegatedAdminAccount:DelegatedAdminAccount": { ...administration("accountId", "inspector2.amazonaws.com", "AccessDeniedException"), outputs: () => ({ relationshipStatus: "ENABLED" }) },
  "aws:macie2/organizationAdminAccount:OrganizationAdminAccount": administration("adminAccountId", "macie.amazonaws.com", "AccessDeniedException"),
  "aws:securityhub/organizationAdminAccount:OrganizationAdminAccount": administration("adminAccountId", "securityhub.amazonaws.com", "InvalidAccessException"),
  "aws:iam/organizationsFeatures:OrganizationsFeatures": {
    global: true,
    replaceOn: [],
    id: "o-{hex:10}",
    validate: (context) => { refuseUntrusted(context, "iam.amazonaws.com", "ServiceAccessNotEnabledException"); },
  },
};

/** One account administers a service for the organization, in a region where the service has regions. */
function administration(input: "accountId" | "adminAccountId", service: string, code: string): ResourceModel {
  return {
    replaceOn: [input],
    id: `{${input}}`,
    // Whichever account it is: there is one.
    uniqueBy: [],
    duplicateCode: code,
    references: { [input]: member(code) },
    validate: (context) => { refuseUntrusted(context, service, code); },
  };
}

/** Twelve digits that are the account's own. */
function accountId({ hex }: ResourceContext): string {
  return String(BigInt(`0x${hex(12, "account")}`) % 900_000_000_000n + 100_000_000_000n);
}

function rootsOf(inventory: Inventory): readonly string[] {
  return inventory.ofType(ORGANIZATION).flatMap(({ outputs: { roots } }) => (isList(roots) ? roots : [])).flatMap((root) => (isProperties(root) ? [textOf(root["id"])] : []));
}

function refuseWithoutOrganization({ inventory }: ResourceContext): void {
  if (inventory.ofType(ORGANIZATION).length === 0) {
    throw new CloudError("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
  }
}

/** Refuses what a service does in the organization before the organization trusts it; the organization of another account is not known. */
export function refuseUntrusted({ inventory }: ResourceContext, service: string, code: string): void {
  const [organization] = inventory.ofType(ORGANIZATION);
  const trusted = organization?.inputs["awsServiceAccessPrincipals"];
  if (organization !== undefined && !(isList(trusted) && trusted.includes(service))) {
    throw new CloudError(code, `Trusted access for ${service} is not enabled in the organization: it is missing from awsServiceAccessPrincipals`);
  }
}

function refuseLongPolicy({ inputs }: ResourceContext): void {
  const [type, { length }] = [textOf(inputs["type"]), textOf(inputs["content"])];
  const limit = POLICY_SIZES[type];
  if (limit !== undefined && length > limit) {
    throw new CloudError("ConstraintViolationException", `POLICY_CONTENT_LIMIT_EXCEEDED: the content of a policy of type ${type} has at most ${String(limit)} characters, and this has ${String(length)}`);
  }
}

function refuseAttachment({ inputs, inventory }: ResourceContext): void {
  const typeOf = (id: unknown): string => textOf(inventory.ofType(POLICY).find((found) => found.id === id)?.inputs["type"] ?? "");
  const type = typeOf(inputs["policyId"]);
  const enabled = inventory.ofType(ORGANIZATION)[0]?.inputs["enabledPolicyTypes"];
  if (!isList(enabled) || !enabled.includes(type)) {
    throw new CloudError("PolicyTypeNotEnabledException", `The policy type ${type} is not enabled: it is missing from the organization's enabledPolicyTypes`);
  }
  const beside = inventory.ofType(ATTACHMENT).filter((other) => other.inputs["targetId"] === inputs["targetId"] && other.inputs["policyId"] !== inputs["policyId"] && typeOf(other.inputs["policyId"]) === type);
  if (type === "SERVICE_CONTROL_POLICY" && beside.length + 1 >= ATTACHED_GUARDS) {
    throw new CloudError("ConstraintViolationException", `MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED: ${textOf(inputs["targetId"])} has ${String(ATTACHED_GUARDS)} service control policies, AWS's own among them`);
  }
}
