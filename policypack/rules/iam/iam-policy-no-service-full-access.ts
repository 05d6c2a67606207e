import { whollyCoveredServices } from "../../engine/policy-document-grants.ts";
import { IDENTITY_POLICY_TYPES, judgeIdentityStatements } from "../../engine/policy-document-places.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamPolicyNoServiceFullAccess = defineRule({
  name: "iam-policy-no-service-full-access",
  description: "No identity policy allows every action of a service.",
  severity: "high",
  controls: ["iam-policy-no-service-full-access"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)",
    "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: ["List the actions that the workload calls instead of a whole service."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  resources: IDENTITY_POLICY_TYPES,
  check: (resource) =>
    judgeIdentityStatements(resource, (statement, path) => {
      const services = statement.effect === "Allow" ? whollyCoveredServices(statement) : [];
      return services.map((service) => ({
        property: path,
        found: service === "*" ? "an Allow of every action" : `an Allow of every ${service} action`,
        required: "the actions that are needed",
      }));
    }),
});
