import { defineRule } from "../../engine/rule.ts";

export const lambdaPermissionNamesSource = defineRule({
  name: "lambda-permission-names-source",
  description: "A service may invoke a function only for a named resource or account, or it would do so for anyone's.",
  severity: "high",
  controls: ["lambda-permission-source-arn"],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)"],
  remediation: ["Set sourceArn to the ARN of the rule, API or bucket, or sourceAccount to your account."],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
  resources: ["aws:lambda/permission:Permission"],
  check: ({ props }) => {
    const isService = props.isKnown("principal") && /\.amazonaws\.com(?:\.cn)?$/u.test(props.string("principal") ?? "");
    if (!isService) {
      return { notApplicable: "the principal is not a service" };
    }
    // Alexa sends no source; a token of the skill stands for it.
    return ["sourceArn", "sourceAccount", "principalOrgId", "eventSourceToken"].some((property) => props.has(property))
      ? []
      : [{ property: "sourceArn", found: "nothing, so anyone's resources", required: "the ARN of the source" }];
  },
});
