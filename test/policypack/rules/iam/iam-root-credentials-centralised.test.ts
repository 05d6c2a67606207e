import { iamRootCredentialsCentralised } from "../../../../policypack/rules/iam/iam-root-credentials-centralised.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(iamRootCredentialsCentralised, {
  compliant: [
    {
      organization: { type: "aws:organizations/organization:Organization" },
      features: { type: "aws:iam/organizationsFeatures:OrganizationsFeatures", props: { enabledFeatures: ["RootCredentialsManagement", "RootSessions"] } },
    },
  ],
  violating: [
    { why: "not at all", change: { features: null }, blamed: "organization", property: "(organization)", found: "no central management of root users" },
    { why: "sessions only", change: { features: { props: { enabledFeatures: ["RootSessions"] } } }, blamed: "features", property: "enabledFeatures", found: "no RootCredentialsManagement" },
  ],
  unknown: [["features", "enabledFeatures"]],
});
