import { OrganizationUnit, type OrgBaselineArgs } from "../../../components/org-baseline/index.ts";
import { MOCK_ACCOUNT } from "../../support/pulumi-mocks.ts";

/** An organization with one account of each unit. */
export const organizationArguments: OrgBaselineArgs = {
  deployment: { prefix: "hipaa-test", accountId: MOCK_ACCOUNT, region: "us-east-1", recoveryRegion: "us-west-2" },
  accounts: [
    { name: "Healthcare-Security", email: "aws+security@example.org", unit: OrganizationUnit.Security },
    { name: "Healthcare-Shared-Services", email: "aws+shared@example.org", unit: OrganizationUnit.Infrastructure },
    { name: "Healthcare-Prod", email: "aws+prod@example.org", unit: OrganizationUnit.Production },
    { name: "Healthcare-Security-Dev", email: "aws+dev@example.org", unit: OrganizationUnit.NonProduction },
  ],
  securityAccount: "Healthcare-Security",
};
