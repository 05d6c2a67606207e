import type { ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";

/** Identity pools, which exchange a sign-in for credentials of AWS. */
export const cognitoIdentityModels: ResourceModels = {
  "aws:cognito/identityPool:IdentityPool": {
    naming: false,
    replaceOn: ["developerProviderName", "identityPoolName"],
    defaults: { allowClassicFlow: false, allowUnauthenticatedIdentities: false },
    id: (context) => `${context.region}:${uuid(context)}`,
    arn: "arn:aws:cognito-identity:{region}:{account}:identitypool/{id}",
  },
};
