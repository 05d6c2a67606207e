import { CloudError } from "../cloud-error.ts";
import { ACCOUNT, type ResourceModels } from "../resource-model.ts";
import { isList } from "../wire.ts";

const ORGANIZATION = "aws:organizations/organization:Organization";

/** The organization of which the sandbox's account is the management account. */
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
  },
  "aws:iam/organizationsFeatures:OrganizationsFeatures": {
    global: true,
    replaceOn: [],
    id: "o-{hex:10}",
    validate: ({ inventory }) => {
      const [organization] = inventory.ofType(ORGANIZATION);
      const trusted = organization?.inputs["awsServiceAccessPrincipals"];
      if (organization !== undefined && !(isList(trusted) && trusted.includes("iam.amazonaws.com"))) {
        throw new CloudError("ServiceAccessNotEnabledException", "Trusted access for IAM is not enabled in the organization: iam.amazonaws.com is missing from awsServiceAccessPrincipals");
      }
    },
  },
};
