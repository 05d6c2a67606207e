import { bindingConditions } from "../../engine/policy-document-conditions.ts";
import { coversAction, coversEveryResource } from "../../engine/policy-document-grants.ts";
import { IDENTITY_POLICY_TYPES, judgeIdentityStatements } from "../../engine/policy-document-places.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamPolicyNoMarketplaceSubscribe = defineRule({
  name: "iam-policy-no-marketplace-subscribe",
  description: "No identity policy lets its holder subscribe to any product of the AWS Marketplace.",
  severity: "medium",
  controls: ["iam-no-marketplace-subscribe-wildcard"],
  citations: ["164.308(a)(4)(ii)(B)"],
  remediation: [
    "Remove aws-marketplace:Subscribe, or hold it to products with a condition on aws-marketplace:ProductId.",
  ],
  url: "https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-iam-users-groups-policies.html",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityStatements(resource, (statement, path) => {
      const isHeldToProducts = bindingConditions(statement.conditions).some(({ key }) => key === "aws-marketplace:productid");
      return statement.effect === "Allow" && coversAction(statement, "aws-marketplace:Subscribe") && coversEveryResource(statement) && !isHeldToProducts
        ? [{ property: path, found: "aws-marketplace:Subscribe on every product", required: "named products, or no such right" }]
        : [];
    }),
});
