import { defineStackRule } from "../../engine/rule.ts";

export const iamRootCredentialsCentralised = defineStackRule({
  name: "iam-root-credentials-centralised",
  description: "An organisation manages the root users of its member accounts centrally, so that they need no credentials of their own.",
  severity: "high",
  controls: ["iam-root-credentials-centralised"],
  citations: ["164.308(a)(3)(i)", "164.312(d)"],
  remediation: [
    'Add an aws.iam.OrganizationsFeatures with enabledFeatures ["RootCredentialsManagement", "RootSessions"].',
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#id_root-user-access-management",
  resources: ["aws:organizations/organization:Organization", "aws:iam/organizationsFeatures:OrganizationsFeatures"],
  check: (stack) => {
    const features = stack.ofType("aws:iam/organizationsFeatures:OrganizationsFeatures");
    const [organization] = stack.ofType("aws:organizations/organization:Organization");
    const required = '["RootCredentialsManagement", "RootSessions"]';
    if (features.length === 0) {
      return organization === undefined ? [] : [{ urn: organization.urn, property: "(organization)", found: "no central management of root users", required: `an aws.iam.OrganizationsFeatures with ${required}` }];
    }
    return features
      .filter(({ props }) => !props.strings("enabledFeatures").includes("RootCredentialsManagement"))
      .map(({ urn }) => ({ urn, property: "enabledFeatures", found: "no RootCredentialsManagement", required }));
  },
});
